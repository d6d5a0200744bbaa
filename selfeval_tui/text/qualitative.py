"""Judge a promise in words (定性指标): the same words keep it, other words are for a person."""

import re

from selfeval_tui.text import trend, wording, words
from selfeval_tui.text.direction import names_harm
from selfeval_tui.text.outcome import Outcome, met, missed, person
from selfeval_tui.text.reading import Operator, Reading
from selfeval_tui.text.units import Kind

_AS_PROMISED = re.compile(
    f"(?:{'|'.join(words.REACH_VERBS)})了?(?:{'|'.join(words.PROMISED)})+(?:{'|'.join(words.AIMS)})*"
)

_IN_LIMIT = re.compile(r"(?:严格)?控制在([^\d内]{2,8}?)(?:总额)?(?:范围)?(?:之|以)?内")


def judge_words(target: Reading, actual: Reading, name: str = "") -> Outcome:
    """Judge a row whose target is words.

    Args:
        target: A reading without figures.
        actual: Whatever the clerk wrote, but not the same words.
        name: The folded 三级指标, which may name something unwanted.

    Returns:
        met where the actual plainly affirms the whole promise, missed where it plainly denies it.
    """
    said = actual.raw.strip()
    if actual.text in words.PARTLY:
        return person(wording.partly(said))
    if _nothing(actual.text) and target.text not in words.NEVER and _less(target.text, name):
        return person(wording.DIFFERENT_WORDS)
    if _denies(target.text, actual.text) or _happened(target.text, actual, name):
        return missed(wording.denied(said))
    if _affirms(target.text, actual.text):
        return met(wording.affirmed(said))
    decided = _graded(target.text, actual.text)
    if decided is None:
        decided = trend.kept(target.text, actual.text)
    if decided is not None:
        return met(wording.affirmed(said)) if decided else missed(wording.denied(said))
    return person(wording.FIGURE_FOR_WORDS if actual.quantities else wording.DIFFERENT_WORDS)


def core(text: str) -> str:
    """The words that carry the promise: 已完成, 均已完成 and 完成。 are 完成."""
    for mark in words.PUNCTUATION:
        text = text.replace(mark, "")
    changed = bool(text)
    while changed:
        changed = False
        for empty in words.EMPTY_WORDS:
            shorter = text.removeprefix(empty).removesuffix(empty)
            if shorter and shorter != text:
                text, changed = shorter, True
    return text


def _denies(target: str, actual: str) -> bool:
    if _nothing(actual):
        return target not in words.NEVER and not target.startswith(words.NONE_OF)
    if actual in words.NOT_DONE or actual in words.OPPOSITES.get(target, ()):
        return True
    promised, reached = core(target), core(actual)
    return _negates(reached, promised) or _negates(promised, reached)


def _happened(target: str, actual: Reading, name: str) -> bool:
    """Whether what was never to happen is counted: 责任事故, 不发生, 2起."""
    counted = all(
        each.operator is Operator.bare and each.value > 0 and each.kind is not Kind.ratio
        for each in actual.quantities
    )
    never = target in words.NEVER and names_harm(name)
    return never and bool(actual.quantities) and counted and not actual.aside


def _less(target: str, name: str) -> bool:
    """Whether 无 may be good: of a harm (事故) or where little (影响: 小) or less was promised."""
    return names_harm(name) or any(word in target for word in words.LESS)


def _negates(denied: str, plain: str) -> bool:
    return any(denied == f"{word}{plain}" for word in words.NEGATIONS)


def _affirms(target: str, actual: str) -> bool:
    promised, reached = core(target), core(actual)
    if not reached:
        return False
    if _says_the_same(target, actual, promised, reached):
        return True
    if _reached(actual) or _reached(reached) or _never(target, actual):
        return True
    if actual in {"100%", "100"} and target in words.WHOLE:
        return True
    if target in words.ON_TIME and (actual in words.ON_TIME or reached in words.ON_TIME):
        return words.EARLY in actual or words.EARLY not in target
    whole = reached in words.DONE or actual in words.DONE
    timed = any(word in target for word in words.TIME_WORDS)
    return whole and not timed and any(word in target for word in words.DOING_WORDS)


def _says_the_same(target: str, actual: str, promised: str, reached: str) -> bool:
    """Whether two texts mean one thing, given their cores too."""
    if promised == reached or _one_negation(promised) == _one_negation(reached):
        return True
    return _as_strong(promised, reached) or _within(target) == _within(actual) != ""


def _as_strong(promised: str, reached: str) -> bool:
    """Whether the same is said at least as strongly: 有效提高 of 提高, 显著改善 of 明显改善."""
    (aim, least), (state, most) = _strength(promised), _strength(reached)
    if aim != state or most is None:
        return False
    lasting = least == words.LASTING
    return most == least if lasting else most >= (words.PLAINLY if least is None else least)


def _strength(text: str) -> tuple[str, int | None]:
    """What a text says, and how strongly; None where it says it plainly."""
    for adverb, strength in words.STRENGTHS.items():
        rest = text.removeprefix(adverb).removeprefix("地")
        if rest and rest != text:
            return rest, strength
    return text, None


def _within(text: str) -> str:
    """The limit of what was kept in words: 控制在预算范围内 and 未超预算 name 预算."""
    kept = _IN_LIMIT.fullmatch(text)
    if kept:
        return kept[1]
    plain = _one_negation(text)
    return plain.removeprefix("不超") if plain.startswith("不超") else ""


def _reached(text: str) -> bool:
    """达成预期指标 in any of its wordings."""
    return text in words.REACHED or (
        text.startswith(words.REACH_VERBS) and _AS_PROMISED.fullmatch(text) is not None
    )


def _never(target: str, actual: str) -> bool:
    """不发生 and 是否发生事故 → 否 are kept by 无."""
    return target in words.NEVER and _nothing(actual)


def _nothing(actual: str) -> bool:
    return actual in words.NOTHING or actual == "0"


def _one_negation(text: str) -> str:
    for word in ("没有", "未", "没", "无"):
        if text.startswith(word):
            text = f"不{text.removeprefix(word)}"
            break
    for word in words.BEYOND:
        if text.startswith(word, 1) and text.startswith("不"):
            return f"不超{text.removeprefix(f'不{word}')}"
    return text


def _graded(target: str, actual: str) -> bool | None:
    """Whether a grade reaches the promised one; None when either is no grade."""
    promised, reached = words.GRADES.get(target), words.GRADES.get(actual)
    if promised is None or reached is None:
        return None
    return reached >= promised
