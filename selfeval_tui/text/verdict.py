"""The judge: a target and an actual give a verdict and the sentence that shows why."""

from decimal import Decimal

from attrs import frozen

from selfeval_tui.text.actual import read_actual
from selfeval_tui.text.reading import Direction, Labelled, Reading
from selfeval_tui.text.target import read_target


class VerdictCode(Labelled):
    """What a reviewer would say of a row."""

    met = "met", "达到"
    exceeded = "exceeded", "达到（超出较多）"
    missed = "missed", "未达到"
    restated = "restated", "与目标值相同，未见实际数"
    person = "person", "请自行判断"
    na = "na", "不涉及"
    blank = "blank", "未填"


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
    exceed_ratio: Decimal = Decimal("1.3"),
) -> Verdict:
    """Judge one row."""
    del exceed_ratio
    promised = read_target(target, indicator=indicator, level2=level2, direction=direction)
    reached = read_actual(actual, target=promised, indicator=indicator)
    return Verdict(VerdictCode.person, "", None, promised, reached)
