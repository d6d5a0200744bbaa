"""The judge: a target and an actual give a verdict and the sentence that shows why."""

import re
from decimal import Decimal

from attrs import evolve, frozen

from selfeval_tui.text import wording, words
from selfeval_tui.text.actual import read_actual
from selfeval_tui.text.deadline import judge_deadline
from selfeval_tui.text.figures import judge_figures
from selfeval_tui.text.fold import fold
from selfeval_tui.text.outcome import Outcome, VerdictCode, met, person
from selfeval_tui.text.qualitative import judge_words
from selfeval_tui.text.quantity import amounts
from selfeval_tui.text.reading import Direction, Operator, Quantity, Reading
from selfeval_tui.text.target import read_target
from selfeval_tui.text.units import Kind

_MONTHS = re.compile(r"(1[0-2]|[1-9])月", re.ASCII)
# A longer text is prose, even with a figure in it.
_PLAIN_FIGURE = 20
_EXCEED_RATIO = Decimal("1.3")


@frozen
class Verdict:
    """A verdict with its reason; `ratio` is actual ÷ target, None where there is none."""

    code: VerdictCode
    why: str
    ratio: Decimal | None
    target: Reading
    actual: Reading


def judge(
    target: str,
    actual: str,
    *,
    indicator: str = "",
    level2: str = "",
    direction: Direction | None = None,
    exceed_ratio: Decimal = _EXCEED_RATIO,
) -> Verdict:
    """Judge one row as a reviewer would, and leave to a person what a reviewer could not decide.

    Args:
        target: The 年初目标值 as typed.
        actual: The 实际完成值 as typed.
        indicator: The 三级指标.
        level2: The 二级指标.
        direction: The clerk's own direction for this row, which overrules every other.
        exceed_ratio: From this ratio on a lower bound counts as far exceeded.

    Returns:
        The verdict with one Chinese sentence that shows the arithmetic; never raises.
    """
    promised = read_target(target, indicator=indicator, level2=level2, direction=direction)
    reached = read_actual(actual, target=promised)
    promised, reached = _months(promised, reached)
    outcome = _without_comparing(promised, reached)
    if outcome is None:
        outcome = _compared(promised, reached, indicator, exceed_ratio)
    return Verdict(outcome.code, outcome.why, outcome.ratio, promised, reached)


def _without_comparing(target: Reading, actual: Reading) -> Outcome | None:
    if target.operator is Operator.not_applicable:
        return _not_applicable(actual)
    if target.operator is Operator.blank:
        return Outcome(VerdictCode.blank, wording.BLANK_TARGET)
    if actual.operator is Operator.blank:
        return Outcome(VerdictCode.blank, wording.BLANK_ACTUAL)
    if actual.operator is Operator.not_applicable:
        return person(wording.NA_BESIDE_VALUE)
    return _repeated(target, actual)


def _repeated(target: Reading, actual: Reading) -> Outcome | None:
    """The same words again; one plain figure is left to the arithmetic."""
    nothing = target.text in words.NOTHING and actual.text in words.NOTHING
    if nothing and not target.quantities:
        return Outcome(VerdictCode.na, wording.NOTHING_PROMISED)
    if _restates(target, actual):
        return Outcome(VerdictCode.restated, wording.RESTATED)
    figure = len(target.quantities) == 1 and len(target.text) <= _PLAIN_FIGURE
    if target.text == actual.text and not figure:
        return met(wording.SAME_WORDS)
    return None


def _not_applicable(actual: Reading) -> Outcome:
    if actual.operator in {Operator.not_applicable, Operator.blank} or actual.text in words.NOTHING:
        same = actual.operator is Operator.not_applicable
        why = wording.NOT_APPLICABLE if same else wording.NOT_APPLICABLE_TARGET
        return Outcome(VerdictCode.na, why)
    return person(wording.VALUE_BESIDE_NA)


def _compared(target: Reading, actual: Reading, indicator: str, exceed_ratio: Decimal) -> Outcome:
    if target.operator is Operator.by_date:
        return judge_deadline(target, actual, fold(indicator))
    if target.quantities:
        if target.operator is Operator.qualitative and not actual.quantities:
            outcome = judge_words(target, actual, fold(indicator))
            if outcome.code is VerdictCode.met:
                return outcome
        return judge_figures(target, actual, indicator, exceed_ratio)
    return judge_words(target, actual, fold(indicator))


def _restates(target: Reading, actual: Reading) -> bool:
    """Whether the actual repeats the target together with its comparator or bound word."""
    if not (target.bounded and actual.bounded):
        return False
    if target.text == actual.text:
        return True
    if target.date is not None or len(target.quantities) != len(actual.quantities):
        return False
    pairs = zip(target.quantities, actual.quantities, strict=True)
    return all(_same_bound(promised, reached) for promised, reached in pairs)


def _same_bound(target: Quantity, actual: Quantity) -> bool:
    if target.operator is not actual.operator:
        return False
    if actual.kind is None:
        return target.value == actual.value
    same = target.value * target.factor == actual.value * actual.factor
    # ≤20万 repeats ≤20万元.
    return same and actual.kind in {target.kind, Kind.scale}


def _months(target: Reading, actual: Reading) -> tuple[Reading, Reading]:
    """12月 beside 12个月 is a duration, not December."""
    if _lasts_months(actual):
        target = _as_months(target)
    elif _lasts_months(target):
        actual = _as_months(actual)
    return target, actual


def _lasts_months(reading: Reading) -> bool:
    return len(reading.quantities) == 1 and reading.quantities[0].kind is Kind.months


def _as_months(reading: Reading) -> Reading:
    match = _MONTHS.fullmatch(reading.text) if reading.date is not None else None
    if match is None:
        return reading
    quantity = amounts(f"{match[1]}个月")[0].quantity
    return evolve(reading, operator=quantity.operator, quantities=(quantity,), date=None)
