"""What the bureau approved (批复的绩效目标表), and which row of a sheet each of its rows is."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from selfeval_tui.text import fold

Names = tuple[str, str, str]
"""一级, 二级 and 三级指标 as typed."""
_DEPTHS = range(3)
"""How many levels are left out: first none, at last the name counts alone."""


@frozen
class Approved:
    """One approved indicator with its target; all as printed in the approved table."""

    level1: str
    level2: str
    indicator: str
    target: str
    weight: str = ""
    source: str = ""
    """The name of the file that it was read from."""

    @property
    def names(self) -> Names:
        """一级, 二级 and 三级指标."""
        return self.level1, self.level2, self.indicator


def paired(rows: Sequence[Names], approved: Sequence[Approved]) -> Mapping[int, int]:
    """Which row is which approved indicator: those of one name, the levels telling doubles apart.

    Args:
        rows: The indicators of a sheet.
        approved: Those that were approved.

    Returns:
        The number of the row by that of the approved one, both counted from 0, each used once.
        Whoever is left out was dropped or added; a new name is never guessed to be an old one.
    """
    ours, theirs = [folded(each) for each in rows], [folded(each.names) for each in approved]
    found: dict[int, int] = {}
    for depth in _DEPTHS:
        free: dict[tuple[str, ...], list[int]] = {}
        for number in sorted(set(range(len(ours))) - set(found.values())):
            free.setdefault(ours[number][depth:], []).append(number)
        for number, names in enumerate(theirs):
            if number not in found and names[-1] and free.get(names[depth:]):
                found[number] = free[names[depth:]].pop(0)
    return found


def folded(names: Names) -> tuple[str, ...]:
    """The names as they are compared, whatever their width, blanks and line ends."""
    return tuple(map(_on_one_line, names))


@lru_cache(maxsize=1024)
def _on_one_line(text: str) -> str:
    """Folded; the names of a sheet are asked for at each key."""
    return fold("".join(text.split()))
