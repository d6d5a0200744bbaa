"""What the window says of texts that were typed and not saved."""

from collections.abc import Iterator

from selfeval_tui.sheet.tell import tell
from selfeval_tui.store.unsaved.recovery import Lost, LostSheet, LostText
from selfeval_tui.tui.differing import parting
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.glyphs import here

TITLE = "上次没有正常退出，有输入没存完"
ELSEWHERE = "另一个窗口里有输入没存完"
"""After taking over: that window may still be open, and keeps them, too."""
KEPT = "没有决定之前一直留着；放回以后可以撤销。"
_ROOM = 400
"""Cells of a text that are shown; copying takes all of it."""
_CELL = 32
"""Cells of each of two texts in one line."""
_SHOWN = 8
"""Changed cells of a sheet that are shown; the others are counted."""


def lost_lines(lost: Lost) -> Iterator[str]:
    """All that was lost, one thing below the other."""
    for text in lost.texts:
        yield from _text_lines(text)
        yield ""
    for sheet in lost.sheets:
        yield from _sheet_lines(sheet)
        yield ""


def copied_text(lost: Lost) -> str:
    """What is copied: the one text as it is, several with what they belong to."""
    if len(lost.texts) == 1 and not lost.sheets:
        return lost.texts[0].typing.text
    texts = [f"{each.typing.where}\t{each.typing.text}" for each in lost.texts]
    for sheet in lost.sheets:
        for change in sheet.changes:
            where = tell(sheet.sheet, change).where
            texts.append(f"{sheet.label} {where}\t{change.after}")
    return "\n".join(texts)


def _text_lines(lost: LostText) -> Iterator[str]:
    typing = lost.typing
    yield typing.where
    if typing.address is not None:
        yield f"  现在是：{short(lost.present, _ROOM) or '（空白）'}"
    yield f"  当时正在输入：{short(typing.text, _ROOM) or '（清空）'}"
    if lost.hindrance:
        yield f"  放不回去：{lost.hindrance}。"


def _sheet_lines(lost: LostSheet) -> Iterator[str]:
    if lost.is_new:
        yield f"{lost.label}：整张表没有存上"
        return
    yield f"{lost.label}：{len(lost.changes) or ''}处修改没有存上"
    for change in lost.changes[:_SHOWN]:
        told = tell(lost.sheet, change)
        before, after = (short(text, _CELL) for text in parting(told.before, told.after))
        yield f"  {told.where}：{before} {here().arrow} {after}"
    if len(lost.changes) > _SHOWN:
        yield f"  共 {len(lost.changes)} 处"
    if lost.hindrance:
        yield f"  放不回去：{lost.hindrance}。"
