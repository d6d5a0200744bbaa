"""Falls and rises: by how much (下降5%), or just which way (有所下降)."""

import re

from selfeval_tui.text import words

_MOVING = frozenset("".join((*words.FALLS, *words.RISES)))
FIGURE = re.compile(r"\d+(?:\.\d+)?")
_BY_SO_MUCH = re.compile(r"(?:了|约|为)?\d+(?:\.\d+)?(?:%|‰|个?百分点|[^\W\d]{0,3})")


def falls(text: str) -> bool:
    """Whether a folded text speaks of a fall by so much (下降5%), not to so much (降至5%)."""
    if _MOVING.isdisjoint(text):
        return False
    for word in words.FALLS:
        _, found, rest = text.partition(word)
        if found and not rest.startswith(tuple(words.LEVEL)):
            return True
    return False


def opposed(promised: str, reached: str) -> bool:
    """Whether a fall was promised and a rise reached, or the other way round."""
    if _MOVING.isdisjoint(promised) or _MOVING.isdisjoint(reached):
        return False
    falling, rising = moves(promised, words.FALLS), moves(promised, words.RISES)
    return (falling and moves(reached, words.RISES)) or (rising and moves(reached, words.FALLS))


def moves(text: str, movement: tuple[str, ...]) -> bool:
    """Whether a word of movement stands right before the first figure: 同比下降了5%."""
    return FIGURE.split(text, maxsplit=1)[0].rstrip("了约≥≤-").endswith(movement)


def kept(promised: str, reached: str) -> bool | None:
    """Whether a figure keeps a promised trend; None where the two do not speak of trends.

    Args:
        promised: The folded target without a figure, such as 逐年提升.
        reached: The folded actual, such as 较上年提升3% or 下降.
    """
    way, way_reached = _way(promised), _way(reached)
    if way is None or way_reached is None or way[1]:
        return None
    if way[0] != way_reached[0]:
        return False
    return True if way_reached[1] else None


def _way(text: str) -> tuple[str, str] | None:
    """Fall or rise, and by how much; None for any other text."""
    stripped = True
    while stripped:
        stripped = False
        for adverb in words.ANY_SIZE:
            if text.startswith(adverb):
                text, stripped = text.removeprefix(adverb), True
    for way, movement in (("fall", words.FALLS), ("rise", words.RISES)):
        for word in movement:
            rest = text.removeprefix(word)
            if rest != text and (not rest or _BY_SO_MUCH.fullmatch(rest)):
                return way, rest
    return None
