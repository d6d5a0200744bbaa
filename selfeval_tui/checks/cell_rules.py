"""Which rules about single cells can apply to a cell at all, by the form and by what is typed."""

from collections.abc import Sequence

from selfeval_tui.checks.ask import ask_all
from selfeval_tui.checks.each import Each
from selfeval_tui.checks.finding import Finding
from selfeval_tui.checks.lookup import resolver
from selfeval_tui.checks.members import CELL
from selfeval_tui.checks.places import looks_around
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.views import CellView
from selfeval_tui.spec import Formula, Reference, Scope, Value


class CellRules:
    """The rules about the cells of one form.

    A rule about choices never applies to a text, and most rules never to a blank cell. Both
    follow from its condition, so that each field and column is looked at once.

    Args:
        rules: All of them.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._alike = not any(
            looks_around(rule.each, need) for rule in rules for need in rule.needs
        )
        self._known: dict[tuple[str, str, bool], tuple[Rule, ...]] = {}

    def ask(self, cell: CellView) -> tuple[Finding, ...]:
        """What they say of a cell.

        Equal texts in the cells of one column are equal to rules that look at nothing else, and
        a year repeats many.
        """
        text = (cell.address.table, cell.address.name, cell.text)
        passed = cell.sheet.year.passed[cell.sheet.sheet.spec.id]
        if text in passed:
            return ()
        found = ask_all(self._of(cell), cell)
        if self._alike and not found:
            passed.add(text)
        return found

    def _of(self, cell: CellView) -> tuple[Rule, ...]:
        """The rules that may apply to a cell."""
        key = (cell.address.table, cell.address.name, not cell.text)
        if key not in self._known:
            self._known[key] = tuple(rule for rule in self._rules if _may_apply(rule, cell))
        return self._known[key]


def _may_apply(rule: Rule, cell: CellView) -> bool:
    """Whether no part of its condition fails that is the same in all such cells."""
    parts = rule.when.conjuncts if rule.when else ()
    return all(_holds(part, cell) for part in parts if _is_settled(part, blank=not cell.text))


def _is_settled(part: Formula, *, blank: bool) -> bool:
    """Whether it depends on the form alone; in a blank cell on what it says of itself."""
    return all(
        need.scope is Scope.OWN and need.name in CELL and (blank or CELL[need.name].of_form)
        for need in part.needs
    )


def _holds(part: Formula, cell: CellView) -> bool:
    def look_up(need: Reference) -> Value:
        return resolver(Each.CELL, need)(cell)

    try:
        return part.evaluate(look_up) is True
    except Exception:  # noqa: BLE001 - The rule is asked, breaks, and says so.
        return True
