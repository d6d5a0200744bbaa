"""The lines of 历史: a version in one, a difference in three."""

from collections.abc import Iterator

from attrs import frozen
from rich.cells import cell_len
from textual.content import Content

from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.bring_back import Comparison, compare
from selfeval_tui.sheet.tell import tell
from selfeval_tui.store import Fault
from selfeval_tui.store.history.shelf import Kept
from selfeval_tui.store.kept.version import Version
from selfeval_tui.tui.differing import parting
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.glyphs import here

UNREADABLE = "读不出"
_WHY_ROOM = 30


@frozen
class Entry:
    """A version, read or damaged."""

    kept: Kept
    read: Version | Fault

    @property
    def at(self) -> str:
        """When it was kept."""
        return f"{self.kept.at:%Y-%m-%d %H:%M}"

    @property
    def sheet(self) -> Sheet | None:
        """What it says; None where it cannot be read."""
        return self.read.sheet if isinstance(self.read, Version) else None


def entry_line(entry: Entry, now: Sheet, *, based: bool) -> Content:
    """When, why, and in how many places it differs from now.

    Args:
        entry: The version.
        now: What the sheet says now.
        based: Whether the others are compared with this one.
    """
    mark = f"{here().done} " if based else "  "
    if isinstance(entry.read, Fault):
        return Content.assemble(mark, f"{entry.at}  ", (UNREADABLE, "$wrong"))
    words = compare(entry.read.sheet, now).words
    why = fit(" ".join(entry.read.why.split()), _WHY_ROOM)
    return Content.assemble(mark, f"{entry.at}  ", f"{why}  ", (words, "bold"))


def difference_lines(found: Comparison, after: Sheet, labels: tuple[str, str]) -> Iterator[Content]:
    """Three lines for each difference: where, the earlier text, the later one.

    Args:
        found: What differs.
        after: The later version.
        labels: What the two are called, as 原 and 现.
    """
    room = max(map(cell_len, labels))
    earlier, later = (f"  {fit(each, room)} " for each in labels)
    for each in found.differences:
        told = tell(after, each)
        texts = parting(told.before, told.after)
        yield Content.styled(told.where, "$quiet")
        yield Content.assemble((earlier, "$quiet"), texts[0])
        yield Content.assemble((later, "$quiet"), (texts[1], "bold"))
