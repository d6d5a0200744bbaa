"""A rule ready to be asked: every name in it bound to where it is looked up."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from selfeval_tui.checks.lookup import resolver
from selfeval_tui.checks.template import Run, in_words
from selfeval_tui.spec import Formula, Reference, Scope, Value

if TYPE_CHECKING:
    from selfeval_tui.checks.rule import Rule


@frozen
class Asked:
    """The parts of a rule, each to be called with a place of its sort."""

    when: Run
    test: Run
    settled: Run
    actual: Run | None
    expected: Run | None
    gap: Run | None
    say: Callable[[Any], str]
    needs: tuple[tuple[str, Run], ...]
    """What the test asks for by a single name, in order."""


def ready(rule: "Rule") -> Asked:
    """Bind everything that a rule asks for."""

    def bind(need: Reference) -> Run:
        return resolver(rule.each, need)

    def bound(formula: Formula | None) -> Run | None:
        return formula.bound(bind) if formula else None

    single = sorted((need for need in rule.test.needs if need.scope is Scope.OWN), key=str)
    return Asked(
        when=_all_hold([part.bound(bind) for part in rule.when.conjuncts] if rule.when else []),
        test=rule.test.bound(bind),
        settled=bound(rule.settled_by) or _never,
        actual=bound(rule.actual),
        expected=bound(rule.expected),
        gap=bound(rule.gap),
        say=rule.say.bound(bind),
        needs=tuple((in_words(need.name), bind(need)) for need in single),
    )


def _all_hold(parts: Sequence[Run]) -> Run:
    """Whether every part holds; what is unknown ends it as well as what does not hold."""
    if len(parts) == 1:
        return parts[0]

    def run(place: Any) -> Value:  # noqa: ANN401 - See Run.
        for part in parts:  # noqa: SIM110 - A generator would cost more than most parts.
            if part(place) is not True:
                return False
        return True

    return run


def _never(_: object) -> Value:
    return False
