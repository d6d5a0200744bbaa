"""Judge a promise in figures (定量指标)."""

import re
from decimal import Decimal

from attrs import evolve

from selfeval_tui.text import wording, words
from selfeval_tui.text.direction import harmful, meaning, says_none_of_harm, says_nothing
from selfeval_tui.text.fold import fold
from selfeval_tui.text.matching import answering, total
from selfeval_tui.text.numeric import Promise, compare
from selfeval_tui.text.outcome import Outcome, VerdictCode, combine, missed, person
from selfeval_tui.text.reading import (
    Confidence,
    Direction,
    DirectionSource,
    Operator,
    Quantity,
    Reading,
)
from selfeval_tui.text.trend import FIGURE, falls, moves, opposed
from selfeval_tui.text.units import Kind

_FRACTION = re.compile(r"(\d{1,9})[^\d/]{0,3}/(\d{1,9})[^\d/]{0,3}", re.ASCII)
_PURE = re.compile(r"(\d{1,9})/(\d{1,9})", re.ASCII)
_SHORT = 8
_HUNDRED_PERCENT = Quantity(Decimal(100), "%", Kind.ratio)
_KEPT = frozenset({VerdictCode.met, VerdictCode.exceeded})


def judge_figures(
    target: Reading, actual: Reading, indicator: str, exceed_ratio: Decimal
) -> Outcome:
    """Judge a row whose target holds figures.

    Args:
        target: A reading with quantities.
        actual: Whatever the clerk wrote.
        indicator: The 三级指标, for the meaning behind an = sign or a 无.
        exceed_ratio: From this ratio on a lower bound counts as far exceeded.

    Returns:
        The verdict with its arithmetic.
    """
    name = fold(indicator)
    target = _amount_of_fall(target, actual)
    promises = [
        Promise(quantity, target.direction, meaning(name), target.confidence, exceed_ratio)
        for quantity in target.quantities
    ]
    if actual.date is not None:
        return person(wording.DATE_FOR_FIGURE)
    if not actual.quantities:
        return _by_words(target, actual, promises)
    opposite = opposed(target.text, actual.text) or opposed(name, actual.text)
    if opposite and all(each.value > 0 for each in actual.quantities):
        return missed(wording.denied(actual.raw.strip()))
    unclear = _unclear(target, actual, name)
    if unclear:
        return person(unclear)
    if len(promises) == 1:
        return _one(promises[0], _of_fraction(promises[0], actual), name)
    return _many(promises, target, actual, name)


def _amount_of_fall(target: Reading, actual: Reading) -> Reading:
    """下降5% beside 下降8% are amounts of a fall: the larger keeps the promise of the smaller."""
    said_so = target.direction_source in {DirectionSource.comparator, DirectionSource.clerk}
    if said_so or not (falls(target.text) and falls(actual.text)):
        return target
    return target.directed(Direction.higher, DirectionSource.indicator, Confidence.likely)


def _one(promise: Promise, actual: Reading, name: str) -> Outcome:
    found = actual.quantities
    if len(found) > 1:
        found = answering(promise.quantity, found, listed=actual.listed)
    if not found:
        return person(wording.MANY_AMOUNTS)
    if len(found) == 1:
        return _shares(promise, found[0], name)
    whole = total(found)
    if whole is None:
        return _agreeing([compare(promise, each) for each in found])
    if actual.listed or "+" in actual.text:
        return compare(promise, whole)
    return _agreeing([compare(promise, each) for each in (*found, whole)])


def _agreeing(outcomes: list[Outcome]) -> Outcome:
    kept = [outcome.code in _KEPT for outcome in outcomes]
    broken = [outcome.code is VerdictCode.missed for outcome in outcomes]
    return outcomes[0] if all(kept) or all(broken) else person(wording.MANY_AMOUNTS)


def _shares(promise: Promise, actual: Quantity, name: str) -> Outcome:
    """Two bare figures of a 率: 0.98 beside 95 has lost its percent sign."""
    target = promise.quantity
    bare = target.kind is None and actual.kind is None and name.endswith(("率", "度", "比例"))
    if bare and 0 < actual.value <= 1 < target.value:
        return person(wording.BARE_SHARE)
    return compare(promise, actual)


def _many(promises: list[Promise], target: Reading, actual: Reading, name: str) -> Outcome:
    if _stroke(target.text):
        return _counts_of_whole(promises, target, actual)
    if len(actual.quantities) == len(promises):
        pairs = list(zip(promises, actual.quantities, strict=True))
        if all(_same_unit(promise.quantity, each) for promise, each in pairs):
            return combine([compare(promise, each) for promise, each in pairs])
    whole = total(target.quantities) if target.listed else None
    if whole is not None:
        first = promises[0]
        summed = Promise(
            whole, first.direction, first.leaning, target.confidence, first.exceed_ratio
        )
        return _one(summed, actual, name)
    units = [promise.quantity.unit for promise in promises]
    if len(set(units)) == len(units) == len(actual.quantities):
        return combine([_one(promise, actual, name) for promise in promises])
    return person(wording.MANY_TARGETS)


def _stroke(text: str) -> bool:
    return "/" in text and _PURE.fullmatch(text) is not None


def _counts_of_whole(promises: list[Promise], target: Reading, actual: Reading) -> Outcome:
    """3/3 promises all of three, so 2/3 is short of it; 12/31 may be a day."""
    promised, reached = _PURE.fullmatch(target.text), _PURE.fullmatch(actual.text)
    if promised is None or reached is None or promised[1] != promised[2]:
        return person(wording.MANY_TARGETS)
    if promised[2] != reached[2]:
        return person(wording.MANY_TARGETS)
    return compare(promises[0], Quantity(Decimal(reached[1])))


def _perhaps_day(target: Reading, actual: Reading, name: str) -> bool:
    """Whether two texts such as 9/10 may be days: the name speaks of time."""
    timed = any(word in name for word in words.POINTS_IN_TIME)
    return timed and (_stroke(target.text) or _stroke(actual.text))


def _same_unit(target: Quantity, actual: Quantity) -> bool:
    return target.unit == actual.unit or (not actual.unit and target.kind is not Kind.ratio)


def _of_fraction(promise: Promise, actual: Reading) -> Reading:
    """3/3 against a share is 100%; 12次/12次 beside 12次 is 12次."""
    match = _FRACTION.fullmatch(actual.text)
    if match is None or len(actual.quantities) > 2:
        return actual
    part, whole = Decimal(match[1]), Decimal(match[2])
    if actual.quantities[0].is_fraction:
        if promise.quantity.kind is Kind.ratio or whole != promise.quantity.value:
            return actual
        # 3/5 beside 5个 is 3 of the 5.
        return evolve(actual, quantities=(Quantity(part),))
    if promise.quantity.kind is Kind.ratio and whole:
        share = part / whole * 100 / promise.quantity.factor
        quantity = evolve(promise.quantity, value=share, operator=Operator.bare, high=None)
        return evolve(actual, quantities=(quantity,))
    if part == whole or whole == promise.quantity.value:
        return evolve(actual, quantities=actual.quantities[:1])
    return actual


def _by_words(target: Reading, actual: Reading, promises: list[Promise]) -> Outcome:
    text, said = actual.text, actual.raw.strip()
    if target.direction is not Direction.lower and says_none_of_harm(text):
        return person(wording.NO_OCCASION)
    if says_nothing(text):
        return combine([_zero(promise) for promise in promises])
    if text in words.ALL_OF_IT and len(promises) == 1 and promises[0].quantity.kind is Kind.ratio:
        return compare(promises[0], _HUNDRED_PERCENT)
    if text in words.PARTLY:
        return person(wording.partly(said))
    if _denied(target, text):
        return missed(wording.denied(said))
    return person(wording.judgement_for_figure(said))


def _denied(target: Reading, text: str) -> bool:
    """未开展 where more is better; 有 where none was promised."""
    if not any(quantity.value for quantity in target.quantities):
        return text in words.SOME
    wants_more = target.direction is not Direction.lower and all(
        quantity.value for quantity in target.quantities
    )
    return wants_more and (text in words.NOT_DONE or _not_yet(text))


def _not_yet(text: str) -> bool:
    """A short 未验收 or 尚未招聘; 未超预算 and 未发现 are none."""
    if len(text) > _SHORT or any(word in text for word in words.NOT_A_REFUSAL):
        return False
    return text.startswith(words.NOT_YET) and not harmful(text)


def _zero(promise: Promise) -> Outcome:
    quantity = promise.quantity
    if quantity.kind is Kind.money and promise.direction is not Direction.higher:
        return person(wording.NO_MONEY_ZERO)
    nothing = evolve(
        quantity, value=Decimal(0), operator=Operator.bare, high=None, per=quantity.per
    )
    return compare(promise, nothing)


def _unclear(target: Reading, actual: Reading, name: str) -> str | None:
    if _turned(target, actual, name):
        return wording.ASIDE
    return wording.PERHAPS_DATE if _perhaps_day(target, actual, name) else None


def _turned(target: Reading, actual: Reading, name: str) -> bool:
    """Whether the words around the actual's figures may say something else than the target asks."""
    if target.text == actual.text or _skeleton(target.text) == _skeleton(actual.text):
        return False
    if actual.aside:
        return True
    promised = f"{name} {target.text}"
    falls = any(word in promised for word in words.FALLS)
    if falls and (target.quantities[0].value < 0) is not (actual.quantities[0].value < 0):
        return actual.quantities[0].value != 0
    for movement in (words.FALLING, words.RISING):
        if moves(actual.text, movement) and not any(word in promised for word in movement):
            return True
    return False


def _skeleton(text: str) -> str:
    return FIGURE.sub("#", text)
