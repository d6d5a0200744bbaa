"""The rules of one form, sorted by what they are asked of."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from selfeval_tui.checks.cell_rules import CellRules
from selfeval_tui.checks.load import shipped_rules
from selfeval_tui.checks.lookup import resolver
from selfeval_tui.checks.members import INDICATOR
from selfeval_tui.checks.places import looks_around, looks_beyond
from selfeval_tui.checks.rule import Each, Rule
from selfeval_tui.checks.template import Run
from selfeval_tui.spec import Reference, Scope
from selfeval_tui.spec.model import Spec

RulesOf = Callable[[Spec], tuple[Rule, ...]]


def rules_of(spec: Spec) -> tuple[Rule, ...]:
    """The shipped rules for a form: the common ones and its family's."""
    return shipped_rules(spec.id.split("/")[0])


@frozen
class Ruleset:
    """What is asked of sheets of one form."""

    sheet: tuple[Rule, ...]
    rows: tuple[Rule, ...]
    cells: CellRules
    year: tuple[Rule, ...]
    wide: frozenset[str]
    """The rules of the sheet that look beyond it."""
    around: tuple[Run, ...]
    """What the rules of rows and cells ask of the sheet and the year around them."""


def sort_rules(rules: Iterable[Rule], kind: str) -> Ruleset:
    """Sort rules, those about sheets of another kind left out."""
    fitting = [rule for rule in rules if rule.kind in {"", kind}]

    def of(each: Each) -> tuple[Rule, ...]:
        return tuple(rule for rule in fitting if rule.each is each)

    inner = (*of(Each.INDICATOR), *of(Each.CELL))
    around = {need for rule in inner for need in _asked_around(rule)}
    wide = (rule.id for rule in of(Each.SHEET) if any(map(looks_beyond, rule.needs)))
    return Ruleset(
        sheet=of(Each.SHEET),
        rows=of(Each.INDICATOR),
        cells=CellRules(of(Each.CELL)),
        year=of(Each.BATCH),
        wide=frozenset(wide),
        around=tuple(resolver(Each.SHEET, need) for need in sorted(around, key=str)),
    )


def _asked_around(rule: Rule) -> Iterator[Reference]:
    """What a rule of rows or cells asks of more than its row or cell."""
    for need in rule.needs:
        if looks_around(rule.each, need):
            yield need
        elif rule.each is Each.INDICATOR:
            yield from (Reference(Scope.OWN, "", name) for name in INDICATOR[need.name].around)


class Rulesets:
    """The rules of each form, sorted once.

    Args:
        rules: The rules of a form.
    """

    def __init__(self, rules: RulesOf) -> None:
        self._rules = rules
        self._known: dict[tuple[str, str], Ruleset] = {}

    def of(self, spec: Spec) -> Ruleset:
        """The rules of a form."""
        key = (spec.id, spec.hash)
        if key not in self._known:
            self._known[key] = sort_rules(self._rules(spec), spec.kind)
        return self._known[key]


@lru_cache(maxsize=4)
def sorted_rules(rules: RulesOf) -> Rulesets:
    """The same for everybody who asks with the same rules."""
    return Rulesets(rules)
