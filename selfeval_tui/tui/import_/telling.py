"""What is told of a sheet that was read: one line in the list, and all of it below."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen
from textual.content import Content

from selfeval_tui.files.report import Arrival, State
from selfeval_tui.reader.found import Leftover, Piece
from selfeval_tui.sheet import sheet_label
from selfeval_tui.store.merge.merging_words import ToldPoint
from selfeval_tui.tui.fitting import fit

TARGETS = "这是批复的绩效目标表：只取指标和目标值，别的都不动。"
_STATE_ROOM = 10
"""Cells of the longest of the words below."""


@frozen
class Unread:
    """A file, or a page of one, in which no sheet was found."""

    path: Path
    page: str
    why: str


Entry = Arrival | Unread


def line_of(entry: Entry) -> Content:
    """One line of the list; the name, which may be long, stands last."""
    if isinstance(entry, Unread):
        return Content.assemble(
            (fit("没有读到表", _STATE_ROOM), "bold $wrong"), f"  {_place(entry.path, entry.page)}"
        )
    words, look = _state(entry)
    read = entry.read
    counts = [f"读到{len(read.read):>4}"]
    not_taken = "不取的" if read.targets_only else "没读懂"
    left = ((not_taken, len(read.not_understood)), ("没找到", len(read.not_found)))
    counts += [f"{what}{count:>3}" for what, count in left]
    return Content.assemble(
        (fit(words, _STATE_ROOM), look),
        f"  {'  '.join(counts)}  ",
        (sheet_label(read.sheet), "bold"),
        f"  {_place(entry.path, read.page)}",
    )


def all_of(entry: Entry, twin: Path | None = None) -> Iterator[Content]:
    """Everything worth knowing of an entry of the list.

    Args:
        entry: A sheet, or what holds none.
        twin: An earlier file that holds the same sheet.
    """
    yield Content.styled(_place(entry.path, _page(entry)), "bold")
    if isinstance(entry, Unread):
        yield Content(entry.why)
        return
    read = entry.read
    yield Content(f"表样：{read.sheet.spec.name}（{read.sheet.spec.source}）")
    yield Content(entry.summary)
    if read.targets_only:
        yield Content.styled(TARGETS, "$lit")
    yield from (Content.styled(said, "$lit") for said in _standing(entry, twin))
    look = "$quiet" if read.targets_only else "$wrong"
    yield from _section(entry.left_out, look, map(_leftover, read.not_understood))
    if not entry.blank:
        yield from _section("没有找到", "$wrong", map(_sentence, read.not_found))
    yield from _section("请留意", "$lit", map(_sentence, read.notices))
    told = tuple(entry.differences())
    yield from _section("与这里不同", "$lit", map(_difference, told))
    where = "，后面写的是它在文件里的位置" if any(each.origin for each in read.read) else ""
    yield from _section("读到", "$right", map(_piece, read.read), where)


def _page(entry: Entry) -> str:
    return entry.page if isinstance(entry, Unread) else entry.read.page


def _place(path: Path, page: str) -> str:
    return _on_one_line(f"{path.name} {page}")


def _state(found: Arrival) -> tuple[str, str]:
    match found.state:
        case State.NEW:
            return "新的", "bold $right"
        case State.SAME:
            return "内容一样", "$quiet"
        case State.BLANK:
            return "空表", "$quiet"
        case State.LOCKED:
            return "已锁定", "bold $wrong"
        case State.DIFFERS:
            return f"{found.count}处不同", "bold $lit"


def _standing(found: Arrival, twin: Path | None) -> Iterator[str]:
    """How it stands to what the unit has, and to another file."""
    if found.ours is not None:
        named = f"本单位已有“{sheet_label(found.ours)}”"
        match found.state:
            case State.SAME:
                yield f"{named}，内容一样，不用存。"
            case State.LOCKED:
                yield f"{named}，已锁定（{found.ours.life.words}），不能并入；可以两张都留。"
            case _:
                yield f"{named}，可以逐处比较后并入；原来的不会被覆盖。"
    if twin is not None:
        yield (
            f"它与“{twin.name}”是同一张表（年度、附件号、项目名称都相同）。"
            "都打勾时两张都存；只要一张时，请去掉一个勾。"
        )


def _section(title: str, look: str, lines: Iterable[Content], more: str = "") -> Iterator[Content]:
    lines = tuple(lines)
    if lines:
        yield Content("")
        yield Content.assemble((f"{title} {len(lines)} 处", f"bold {look}"), (more, "$quiet"))
        yield from (Content.assemble("  ", line) for line in lines)


def _sentence(words: str) -> Content:
    return Content(_on_one_line(words))


def _piece(piece: Piece) -> Content:
    note = f"  {piece.note}" if piece.note else ""
    origin = f"  {piece.origin}" if piece.origin else ""
    return Content.assemble(
        (f"{piece.place}  ", "$quiet"),
        _on_one_line(piece.text),
        (origin, "$quiet"),
        (note, "$lit"),
    )


def _leftover(left: Leftover) -> Content:
    said = f"{_on_one_line(left.text)}  " if left.text else ""
    return Content.assemble((f"{left.origin}  ", "$quiet"), said, (left.why, "$lit"))


def _difference(told: ToldPoint) -> Content:
    return Content.assemble(
        (f"{told.where}{told.about}  ", "$quiet"),
        f"这里 {told.ours}  ",
        ("来的 ", "$quiet"),
        told.theirs,
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
