"""Asking all rules of all places."""

from collections.abc import Iterator

from selfeval_tui.checks.ask import ask_all
from selfeval_tui.checks.finding import Finding
from selfeval_tui.checks.ruleset import Rulesets, RulesOf, rules_of, sorted_rules
from selfeval_tui.checks.settle import settled
from selfeval_tui.checks.views import BatchView, SheetView
from selfeval_tui.sheet import Batch


def check(batch: Batch, rules: RulesOf = rules_of) -> tuple[Finding, ...]:
    """Everything that the rules have to say of a year, sheet by sheet, the year itself last."""
    year, sets = BatchView(batch), sorted_rules(rules)
    found = [finding for sheet in year.sheets for finding in check_sheet(sheet, sets)]
    return settled(batch, (*found, *check_year(year, sets)))


def check_sheet(sheet: SheetView, sets: Rulesets) -> Iterator[Finding]:
    """What is to be said of one sheet, its rows and cells."""
    rules = sets.of(sheet.sheet.spec)
    yield from ask_all(rules.sheet, sheet)
    for row in sheet.rows:
        yield from ask_all(rules.rows, row)
    for cell in sheet.cells():
        yield from rules.cells.ask(cell)


def check_year(year: BatchView, sets: Rulesets) -> tuple[Finding, ...]:
    """What is to be said of the year as a whole."""
    asked = {rule.id: rule for sheet in year.sheets for rule in sets.of(sheet.sheet.spec).year}
    return ask_all(asked.values(), year)
