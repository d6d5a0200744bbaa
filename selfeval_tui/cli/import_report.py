"""What is printed of a file that was read: as lines for a person, or as JSON for a program."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from selfeval_tui.files.incoming import Incoming
from selfeval_tui.files.report import Arrival
from selfeval_tui.reader.found import Leftover, Piece
from selfeval_tui.sheet import sheet_label
from selfeval_tui.store import Fault
from selfeval_tui.store.merge.merging_words import ToldPoint

_UNREADABLE = "unreadable"
"""The state of a file or page without a sheet; the others are those of `State`."""


def sheet_lines(found: Arrival, there: Path | None) -> Iterator[str]:
    """What was read, what was not, and where it differs from the sheet that is there.

    Args:
        found: The sheet.
        there: Where the one lies that it is a version of.
    """
    read = found.read
    what = found.summary if found.blank else f"读到“{sheet_label(read.sheet)}”"
    yield f"{_place(found.path, read.page)}：{what}"
    yield f"  表样：{read.sheet.spec.name}（{read.sheet.spec.source}）"
    if read.targets_only:
        yield "  这是批复的绩效目标表：只取指标和目标值，不动别的。"
    if not found.blank:
        yield f"  {found.summary}"
    yield from _section("读到", map(_piece, read.read))
    yield from _section(found.left_out, map(_leftover, read.not_understood))
    if not found.blank:
        yield from _section("没有找到", read.not_found)
    yield from _section("请留意", read.notices)
    if found.ours is not None:
        yield f"  本单位已有“{sheet_label(found.ours)}”（{there}）"
        yield from _section("与这里不同", map(_difference, found.differences()))


def unread_lines(read: Incoming) -> Iterator[str]:
    """The pages without a sheet."""
    for each in entries_without(read):
        yield f"{_place(read.path, each.page)}：没有读到表。{'；'.join(each.notices)}"


@frozen
class Differing:
    """A place where a sheet differs from the one that is there."""

    place: str
    ours: str
    theirs: str


@frozen
class Entry:
    """A sheet, or a page or a file without one, as `--format json` gives it."""

    file: str
    page: str
    form: str = ""
    """The id of the form."""
    sheet: str = ""
    state: str = _UNREADABLE
    targets_only: bool = False
    read: tuple[Piece, ...] = ()
    not_understood: tuple[Leftover, ...] = ()
    not_found: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    differences: tuple[Differing, ...] = ()
    saved: str = ""
    """Where it lies now, if it was kept."""


def entry_of(found: Arrival) -> Entry:
    """What is given of a sheet."""
    read = found.read
    return Entry(
        str(found.path),
        read.page,
        read.sheet.spec.id,
        sheet_label(read.sheet),
        found.state.value,
        read.targets_only,
        read.read,
        read.not_understood,
        read.not_found,
        read.notices,
        tuple(Differing(each.where, each.ours, each.theirs) for each in found.differences()),
    )


def entries_without(read: Incoming | Fault) -> Iterator[Entry]:
    """What is given of a file that cannot be read, or of pages without a sheet."""
    if isinstance(read, Fault):
        yield Entry(str(read.path), "", notices=(read.message,))
        return
    for page in read.unread:
        yield Entry(str(read.path), page.page, notices=(page.why,))


def _place(path: Path, page: str) -> str:
    return f"{path} · {page}" if page else str(path)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = tuple(lines)
    if lines:
        yield f"  {title} {len(lines)} 处："
        yield from (f"    {_on_one_line(line)}" for line in lines)


def _piece(piece: Piece) -> str:
    origin = f" ← {piece.origin}" if piece.origin else ""
    note = f"（{piece.note}）" if piece.note else ""
    return f"{piece.place} = {piece.text}{origin}{note}"


def _leftover(left: Leftover) -> str:
    said = f"：{left.text}" if left.text else ""
    return f"{left.origin}{said} — {left.why}"


def _difference(told: ToldPoint) -> str:
    return f"{told.where}{told.about}：这里 {told.ours}；来的 {told.theirs}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
