"""Asking all rules of all places."""

from collections.abc import Callable, Iterable, Iterator

from selfeval_tui.checks.ask import ask
from selfeval_tui.checks.finding import Finding
from selfeval_tui.checks.load import shipped_rules
from selfeval_tui.checks.places import places_of
from selfeval_tui.checks.rule import Each, Rule
from selfeval_tui.checks.views import BatchView, SheetView
from selfeval_tui.sheet import Batch
from selfeval_tui.spec.model import Spec

RulesOf = Callable[[Spec], tuple[Rule, ...]]


def rules_of(spec: Spec) -> tuple[Rule, ...]:
    """The shipped rules for a form: the common ones and its family's."""
    return shipped_rules(spec.id.split("/")[0])


def check(batch: Batch, rules: RulesOf = rules_of) -> tuple[Finding, ...]:
    """Everything that the rules have to say of a year, sheet by sheet, the year itself last."""
    year = BatchView(batch)
    found = [finding for sheet in year.sheets for finding in check_sheet(sheet, rules)]
    return (*found, *check_year(year, rules))


def check_sheet(sheet: SheetView, rules: RulesOf = rules_of) -> Iterator[Finding]:
    """What is to be said of one sheet, its rows and cells."""
    fitting = [rule for rule in rules(sheet.sheet.spec) if _fits(rule, sheet)]
    for each in (Each.SHEET, Each.INDICATOR, Each.CELL):
        asked = [rule for rule in fitting if rule.each is each]
        for view in places_of(sheet, each):
            yield from _answers(ask(rule, view) for rule in asked)


def check_year(year: BatchView, rules: RulesOf = rules_of) -> Iterator[Finding]:
    """What is to be said of the year as a whole."""
    known = {rule.id: rule for sheet in year.sheets for rule in rules(sheet.sheet.spec)}
    asked = [rule for rule in known.values() if rule.each is Each.BATCH]
    return _answers(ask(rule, year) for rule in asked)


def _fits(rule: Rule, sheet: SheetView) -> bool:
    return not rule.kind or rule.kind == sheet.sheet.spec.kind


def _answers(answers: Iterable[Finding | None]) -> Iterator[Finding]:
    return (finding for finding in answers if finding is not None)
