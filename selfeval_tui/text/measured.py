"""A target as the measured value that would just meet it: ≥95% becomes 95%."""

import re
from collections.abc import Iterator

from selfeval_tui.text import words
from selfeval_tui.text.fold import fold
from selfeval_tui.text.phrase import read_phrase
from selfeval_tui.text.reading import Operator, Reading

_BOUNDS = frozenset({Operator.ge, Operator.gt, Operator.le, Operator.lt, Operator.eq})
_SIGNS = re.compile(r"[≥≤><=]+")
_MOST_CHARACTERS = 40


def without_comparator(target: str) -> str | None:
    """Take the comparator out of a target; everything else stays to the letter.

    Args:
        target: The 年初目标值 as typed.

    Returns:
        `95%` for `不低于95%`, `3次` for `≤3次`; a target in words as it stands. None where no
        single value is promised: ranges, rough figures, deadlines, several bounds, nothing.
    """
    reading = read_phrase(target)
    if reading.operator in {Operator.qualitative, Operator.not_applicable}:
        return target
    if all(each.operator is Operator.bare for each in reading.quantities):
        return target if reading.quantities else None
    if len(reading.quantities) != 1 or reading.operator not in _BOUNDS:
        return None
    if len(target) > _MOST_CHARACTERS:
        return None
    return next((each for each in _shortened(target) if _same_value(each, reading)), None)


def _shortened(target: str) -> Iterator[str]:
    """The text without each of the comparators that stand in it, the longest one first."""
    # Each character is folded alone, so that places in the folded text are places in the typed one.
    folded = "".join(each if len(each) == 1 else " " for each in map(fold, target))
    found = [match.span() for match in _SIGNS.finditer(folded)]
    for lexicon in (words.BEFORE, words.AFTER):
        for start in range(len(folded)):
            hit = lexicon.at(folded, start)
            if hit is not None:
                found.append((start, hit[0]))
    for start, end in sorted(found, key=lambda span: span[0] - span[1]):
        yield (target[:start] + target[end:]).strip()


def _same_value(text: str, target: Reading) -> bool:
    """Whether a text says the same figure, and says it without a bound."""
    reading = read_phrase(text, beside_a_figure=True)
    if len(reading.quantities) != 1 or reading.aside:
        return False
    one, other = reading.quantities[0], target.quantities[0]
    plain = one.operator is Operator.bare
    return plain and (one.value, one.unit, one.per) == (other.value, other.unit, other.per)
