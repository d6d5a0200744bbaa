"""Explaining a finding: what is proposed, what is asked, what is kept."""

from attrs import evolve, frozen

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.checks.groups import Group
from selfeval_tui.checks.settle import explanation, home_of, lapsed, place_of
from selfeval_tui.sheet import Explanation
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.tui.check.reason import Reason, ReasonDialog
from selfeval_tui.tui.session import Session

NOT_FAILED = "这一条没有查出问题，不用写说明"
ON_THE_FORM = "表上的原因分析已经写明原因，不用另写；要改请改表上的原因分析"


@frozen
class Explaining:
    """The clerk's reason for a finding, or for all findings of its rule on its sheet.

    Args:
        session: What is open.
        finding: What is explained.
    """

    session: Session
    finding: Finding

    @property
    def hindrance(self) -> str:
        """Why there is nothing to explain; empty where there is."""
        if self.finding.state in {State.skipped, State.broken}:
            return NOT_FAILED
        if self.finding.state is not State.open and self.present is None:
            return ON_THE_FORM
        batch = self.session.batch
        return refusal(batch, {self._home}) if batch.locked(self._home) else ""

    @property
    def present(self) -> Explanation | None:
        """The reason that settles it now."""
        reasons = self.session.batch.sheet(self._home).explanations.values()
        mine = (each for each in reasons if self._fits(each) and each.text == self.finding.settled)
        return next(mine, None) if self.finding.settled else None

    @property
    def lapsed(self) -> Explanation | None:
        """A reason for it that has lapsed with the value it was about."""
        if self.finding.state is not State.open:
            return None
        old = lapsed(self.session.batch, self._found, self._home)
        return next((each for each in old if self._fits(each)), None)

    @property
    def group(self) -> Group:
        """All findings of its rule on its sheet that are in the same state."""
        alike = (self.finding.sheet, self.finding.code, self.finding.state)
        return tuple(each for each in self._found if (each.sheet, each.code, each.state) == alike)

    def dialog(self, *, whole_group: bool = False) -> ReasonDialog:
        """The window that asks; it proposes what was written before."""
        kept = self.finding.severity is Severity.error
        before = self.present or self.lapsed
        return ReasonDialog(
            "坚持填报" if kept else "写说明",
            self.finding.message,
            before,
            lapsed=before is not None and before is self.lapsed,
            alike=len(self.group) if self.present is None else 1,
            whole_group=whole_group,
        )

    def keep(self, reason: Reason | None) -> None:
        """Keep what the clerk wrote; an emptied reason is dropped."""
        if reason is None:
            return
        batch, sheet = self.session.batch, self._home
        before = self.present or self.lapsed
        if not reason.text:
            if before is not None:
                batch.unexplain(sheet, before.id)
            return
        today = self.session.today
        if self.present is not None:
            batch.explain(sheet, evolve(self.present, text=reason.text, date=today))
            return
        group = self.group if reason.of_group else ()
        written = explanation(batch, self.finding, reason.text, today, group)
        batch.explain(sheet, evolve(written, id=before.id) if before else written)

    @property
    def _home(self) -> str:
        """The sheet that keeps the reason."""
        return home_of(self.session.batch, self.finding)

    @property
    def _found(self) -> tuple[Finding, ...]:
        """What is found on its sheet, or in the whole year where it is about that."""
        return self.session.checking.found(self.finding.sheet or None)

    def _fits(self, reason: Explanation) -> bool:
        """Whether a reason is about this finding, whatever the values are."""
        at = place_of(self.finding)
        there = (reason.table, reason.row, reason.name) == (at.table, at.row, at.name)
        return reason.rule == self.finding.code and (there or reason.of_group)
