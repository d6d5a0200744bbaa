"""A verdict before its readings are attached: code, sentence, ratio."""

from decimal import Decimal
from typing import NamedTuple

from selfeval_tui.text import wording
from selfeval_tui.text.reading import Labelled


class VerdictCode(Labelled):
    """What a reviewer would say of a row."""

    met = "met", "达到"
    exceeded = "exceeded", "达到（超出较多）"
    partly = "partly", "部分达到"
    """Only ever said by a person."""
    missed = "missed", "未达到"
    restated = "restated", "与目标值相同，未见实际数"
    person = "person", "请自行判断"
    na = "na", "不涉及"
    blank = "blank", "未填"


class Outcome(NamedTuple):
    """The answer of one comparison."""

    code: VerdictCode
    why: str
    ratio: Decimal | None = None


def person(why: str, ratio: Decimal | None = None) -> Outcome:
    """Leave it to a person, with the reason."""
    return Outcome(VerdictCode.person, why, ratio)


def met(why: str, ratio: Decimal | None = None) -> Outcome:
    """The promise was kept."""
    return Outcome(VerdictCode.met, why, ratio)


def missed(why: str, ratio: Decimal | None = None) -> Outcome:
    """The promise was not kept."""
    return Outcome(VerdictCode.missed, why, ratio)


def combine(outcomes: list[Outcome]) -> Outcome:
    """Several promises in one cell: missed when one is missed, met only when all are."""
    for code in (VerdictCode.missed, VerdictCode.person):
        for outcome in outcomes:
            if outcome.code is code:
                return outcome
    sentences = "；".join(outcome.why.removesuffix(f"，{wording.MET}") for outcome in outcomes)
    return met(f"{sentences}，{wording.MET}")
