"""自查 while the year is edited: its findings, kept step by step once somebody wants them."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, Step

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding
    from selfeval_tui.checks.checker import Checker
    from selfeval_tui.checks.groups import Problems
    from selfeval_tui.checks.ruleset import RulesOf
    from selfeval_tui.sheet.change import Change
    from selfeval_tui.spec.model import Spec


@frozen
class Outlook:
    """What would wait for the clerk if the text being typed were committed."""

    sheet: "Problems"
    year: "Problems"


class Checking:
    """The findings of a batch; the rules are imported and asked when it begins.

    It listens from the start, and works off what happened when it is asked next.

    Args:
        batch: The sheets.
        root: The workspace, which may have changed the rules.
    """

    def __init__(self, batch: Batch, root: Path) -> None:
        self._batch = batch
        self._root = root
        self._rules: tuple[RulesOf, tuple[str, ...]] | None = None
        self._checker: Checker | None = None
        self._changes: list[Change] = []
        self._checked: frozenset[str] = frozenset()
        self._late: dict[str, frozenset[str]] = {}
        self._known: dict[str | None, Problems] = {}
        batch.listen(self._follow)

    @property
    def ready(self) -> bool:
        """Whether the findings are known."""
        return self._checker is not None

    @property
    def rules(self) -> "RulesOf":
        """The rules of a form as the workspace wants them."""
        return self._read_rules()[0]

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the workspace's changes of the rules."""
        return self._read_rules()[1]

    def begin(self) -> None:
        """Look the whole year through; from then on only what a step touches."""
        if self._checker is None:
            from selfeval_tui.checks.checker import Checker

            self._checker = Checker(self._batch, self.rules)

    def check_all(self) -> None:
        """自查: what is not filled counts as a finding from now on, on the sheets there are."""
        self.begin()
        self._checked = frozenset(sheet.id for sheet in self._batch.sheets)
        self._known.clear()

    def found(self, sheet_id: str | None = None) -> tuple["Finding", ...]:
        """All findings of a sheet, or of the year: open, settled and skipped ones.

        Blank cells of a sheet are among them once it was checked.
        """
        self.begin()
        assert self._checker is not None
        self._catch_up(self._checker)
        return tuple(each for each in self._checker.findings(sheet_id) if self._is_due(each))

    def preview(self, address: Address, text: str) -> "Outlook | None":
        """What would wait with another text in a cell; None before anything is known."""
        if self._checker is None:
            return None
        from selfeval_tui.checks.groups import problems

        self._catch_up(self._checker)
        found = [each for each in self._checker.preview(address, text) if self._is_due(each)]
        return Outlook(
            problems(each for each in found if each.sheet == address.sheet), problems(found)
        )

    def problems(self, sheet_id: str | None = None) -> "Problems | None":
        """What waits for the clerk on a sheet or in the year; None before it is known."""
        if self._checker is None:
            return None
        if sheet_id not in self._known:
            from selfeval_tui.checks.groups import problems

            self._known[sheet_id] = problems(self.found(sheet_id))
        return self._known[sheet_id]

    def _catch_up(self, checker: "Checker") -> None:
        if self._changes:
            checker.apply(Step("", tuple(self._changes), Address("")))
            self._changes.clear()

    def _follow(self, step: Step) -> None:
        self._known.clear()
        if self._checker is not None:
            self._changes.extend(step.changes)

    def _is_due(self, finding: "Finding") -> bool:
        """Whether it may be told now: an untouched sheet is no wall of red."""
        if finding.sheet in self._checked or (self._checked and not finding.sheet):
            return True
        sheets = self._batch.sheets if not finding.sheet else (self._batch.sheet(finding.sheet),)
        return not any(finding.code in self._late_rules(sheet.spec) for sheet in sheets)

    def _read_rules(self) -> tuple["RulesOf", tuple[str, ...]]:
        if self._rules is None:
            from selfeval_tui.checks.overlay import workspace_rules

            self._rules = workspace_rules(self._root)
        return self._rules

    def _late_rules(self, spec: "Spec") -> frozenset[str]:
        """The rules of a form that are asked only at 自查."""
        if spec.id not in self._late:
            late = (rule.id for rule in self.rules(spec) if rule.at_check)
            self._late[spec.id] = frozenset(late)
        return self._late[spec.id]
