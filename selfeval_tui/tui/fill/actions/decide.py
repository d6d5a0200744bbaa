"""What the clerk decides of a cell or its row: a proposal taken, 依据, the verdict."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet import Basis, Ruling
from selfeval_tui.sheet.propose import Hindrance, Occasion, Proposal, propose
from selfeval_tui.spec.model import Kind
from selfeval_tui.tui.fill.actions.hand import Action, Hand

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding

NO_PROPOSAL = "这一格没有可填入的建议"
NO_DATE = "这里不是日期格"
NO_FINDING = "这一格没有查出问题"
NO_JUDGED_ROW = "请先移到指标的一行上"


@frozen
class DecideActions:
    """What is taken over, noted and decided."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "fill_proposal": Action(self.fill_proposal, lambda: self._found() is not None),
            "fill_today": Action(self.fill_today, self._on_date),
            "support": Action(self.support, self._on_judged_row),
            "decide": Action(self.decide, self._on_judged_row),
            "explain": Action(self.explain, lambda: bool(self._findings())),
        }

    def fill_proposal(self) -> None:
        """Fill in what is proposed for the cell."""
        found = self._found()
        if isinstance(found, Proposal):
            self.hand.batch.set(self.hand.address, found.text)
        else:
            self.hand.say(found.why if found else NO_PROPOSAL)

    def fill_today(self) -> None:
        """Fill today's date in."""
        if self._on_date():
            self.fill_proposal()
        else:
            self.hand.say(NO_DATE)

    def support(self) -> None:
        """Ask what the row rests on (依据)."""
        if not self._on_judged_row():
            self.hand.say(NO_JUDGED_ROW)
            return
        from selfeval_tui.tui.fill.basis import BasisDialog

        address = self.hand.address

        def keep(basis: Basis | None) -> None:
            if basis is not None:
                self.hand.batch.support(address, basis)

        self.hand.ask(BasisDialog(self.hand.batch, address), keep)

    def decide(self) -> None:
        """Ask for the clerk's own verdict or reading of the row (人工判定)."""
        if not self._on_judged_row():
            self.hand.say(NO_JUDGED_ROW)
            return
        from selfeval_tui.tui.fill.ruling import RulingDialog

        address = self.hand.address

        def keep(ruling: Ruling | None) -> None:
            if ruling is not None:
                self.hand.batch.rule(address, ruling)

        self.hand.ask(RulingDialog(self.hand.batch, address), keep)

    def explain(self) -> None:
        """Ask why the heaviest finding of the cell may stand (说明)."""
        from selfeval_tui.tui.check.explaining import Explaining

        findings = self._findings()
        if not findings:
            self.hand.say(NO_FINDING)
            return
        explaining = Explaining(self.hand.session, findings[0])
        if explaining.hindrance:
            self.hand.say(explaining.hindrance)
        else:
            self.hand.ask(explaining.dialog(), explaining.keep)

    def _findings(self) -> tuple["Finding", ...]:
        """What waits to be explained at the cell."""
        found = self.hand.session.checking.problems()
        return found.about(self.hand.address) if found else ()

    def _found(self) -> Proposal | Hindrance | None:
        if self.hand.field is None:
            return None
        today = self.hand.session.clock().date()
        return propose(Occasion(self.hand.batch, self.hand.address, today))

    def _on_date(self) -> bool:
        return self.hand.field is not None and self.hand.field.kind is Kind.DATE

    def _on_judged_row(self) -> bool:
        address = self.hand.address
        return bool(address.row) and self.hand.sheet.spec.table(address.table).judged
