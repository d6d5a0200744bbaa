"""A rule that breaks says so at its place; nothing else that is found changes."""

from typing import Any

import pytest
from attrs import evolve

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.checks.checker import Checker
from selfeval_tui.checks.places import names_of
from selfeval_tui.checks.read import read_rules
from selfeval_tui.checks.rule import Each, Rule
from selfeval_tui.checks.ruleset import rules_of
from selfeval_tui.checks.template import compile_template
from selfeval_tui.checks.views import BatchView
from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec import Function, Names, Value, compile_formula
from selfeval_tui.spec.model import Role, Spec
from selfeval_tui.store.demo import demo_sheets

_CODE = "T-1"
_PLACES = {
    Each.CELL: ("内容", "内容"),
    Each.INDICATOR: ("实际", "实际"),
    Each.SHEET: ("执行数", "执行数"),
    Each.BATCH: ("本批年度", "项目.执行数"),
}
_PARTS = ("when", "test", "actual", "gap", "settled_by", "say")

_TEXT = """
[[rule]]
id = "T-1"
severity = "warn"
each = "{each}"
test = "{test}"
at = ["{at}"]
say = "试"
fix = "改"
why = "据"
"""


def _fails(_: Value) -> Value:
    raise ZeroDivisionError


def _rule(each: Each, part: str) -> Rule:
    """A rule that fails everywhere, a part of which cannot be worked out."""
    name, at = _PLACES[each]
    (rule,) = read_rules(_TEXT.format(each=each, at=at, test="1 == 2"), "试")
    known = names_of(each)
    names = Names(known.own, known.tables, known.kinds, {"炸": Function(_fails, 1, 1)})
    if part == "say":
        return evolve(rule, say=compile_template(f"{{炸({name})}}", names))
    changed: dict[str, Any] = {part: compile_formula(f"炸({name})", names)}
    return evolve(rule, **changed)


def _with(rule: Rule, spec: Spec) -> tuple[Rule, ...]:
    return (*rules_of(spec), rule)


def _others(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code != _CODE]


@pytest.mark.parametrize("each", Each)
@pytest.mark.parametrize("part", _PARTS)
def test_a_broken_rule_is_told_and_the_others_are_asked(each: Each, part: str) -> None:
    """Whatever part of it breaks, and whatever it is asked of."""
    batch, rule = Batch(demo_sheets()), _rule(each, part)
    found = check(batch, lambda spec: _with(rule, spec))
    broken = [finding for finding in found if finding.code == _CODE]
    assert {finding.state for finding in broken} == {State.broken}
    assert "ZeroDivisionError" in broken[0].message
    assert _others(found) == list(check(batch))


@pytest.mark.parametrize("each", Each)
def test_a_broken_rule_does_not_stop_who_types(each: Each) -> None:
    """Edits are followed as always; the broken one stays broken."""
    batch, rule = Batch(demo_sheets()), _rule(each, "when")
    checker = Checker(batch, lambda spec: _with(rule, spec))
    batch.listen(checker.apply)
    for number, cell in enumerate(_actuals(batch)[:3]):
        batch.set(cell, f"{number}%")
        assert checker.findings() == check(batch, lambda spec: _with(rule, spec))
        assert _others(checker.findings()) == list(check(batch))


def test_what_cannot_be_worked_out_breaks_the_rules_that_ask_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where it is asked from the rows, while somebody types."""
    batch = Batch(demo_sheets())
    before = check(batch)
    (rule,) = read_rules(_TEXT.format(each="indicator", at="实际", test="非空(本批年度)"), "试")
    monkeypatch.setattr(BatchView, "commonest", _fails_for_the_year)
    checker = Checker(batch, lambda spec: _with(rule, spec))
    batch.listen(checker.apply)
    batch.set(_actuals(batch)[0], "1%")
    batch.undo()
    broken = {each.code for each in checker.findings() if each.state is State.broken}
    assert broken == {_CODE, "HEAD-004", "HEAD-005"}
    assert [each for each in checker.findings() if each.code not in broken] == list(before)


def _fails_for_the_year(_: BatchView, __: Role) -> str:
    raise ZeroDivisionError


def _actuals(batch: Batch) -> list[Address]:
    unit = next(sheet for sheet in batch.sheets if sheet.spec.kind == "department")
    return [address for address in unit.addresses() if address.name == "实际完成值"]
