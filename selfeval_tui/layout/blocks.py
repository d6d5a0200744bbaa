"""Draws the lines above the grid, the rows of fields and the notes of a form."""

from selfeval_tui.layout.box import CENTERED, LEFT, Style
from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.drawing import Drawing
from selfeval_tui.layout.heights import line_room
from selfeval_tui.layout.measure import width
from selfeval_tui.layout.template import fill_in
from selfeval_tui.spec.model import (
    Align,
    Cell,
    HeadLine,
    Kind,
    NotesBlock,
    RowBlock,
    SignLine,
    Spec,
)

_SIGN_PIXELS = 48
"""How high a line to sign on is at least (36 pt): a name is written there by hand."""

_LEFT_KINDS = frozenset({Kind.LONG, Kind.CHOICE, Kind.FLAGS})


def draw_head(drawing: Drawing, head: tuple[HeadLine, ...], contents: Contents) -> None:
    """附件号, title, 单位名称 and 填报日期: over the whole width, without a frame."""
    whole = len(drawing.columns)
    for line in head:
        text = fill_in(line.text, contents.text) if line.text else contents.text(line.field)
        room = line_room(drawing.mm(0, whole), line.font)
        text = _broken(f"{line.label}{text}", line.break_before, room)
        row = drawing.new_row()
        at = contents.at(line.field) if line.field else None
        drawing.put(row, 0, whole, text, Style(line.font, line.align, framed=False), at=at)
        drawing.together.add(row)


def _broken(title: str, before: str, room: int) -> str:
    """A title that is too long for one line, with its second line begun at a fitting place."""
    place = title.rfind(before) if before and "\n" not in title else -1
    if place <= 0 or width(title) <= room:
        return title
    return f"{title[:place]}\n{title[place:]}"


def draw_row(drawing: Drawing, block: RowBlock, spec: Spec, contents: Contents) -> None:
    """One row of labels and values."""
    row, col, covered = drawing.new_row(), 0, []
    for cell in block.cells:
        if cell.field:
            _draw_value(drawing, row, col, cell, spec, contents)
        else:
            drawing.put_label(row, col, cell.span, cell.label)
        covered.append((col, cell.span))
        col += cell.span
    drawing.fill(row, drawing.gaps(covered))


def _draw_value(
    drawing: Drawing, row: int, col: int, cell: Cell, spec: Spec, contents: Contents
) -> None:
    content = contents.field(cell.field)
    if cell.note:
        content = f"{cell.note}{contents.text(cell.field)}"
    left = spec.fields[cell.field].kind in _LEFT_KINDS or cell.align is Align.LEFT
    style = LEFT if left else CENTERED
    drawing.put(row, col, cell.span, content, style, at=contents.at(cell.field))


def draw_notes(drawing: Drawing, block: NotesBlock, contents: Contents) -> None:
    """The notes at the foot, over the whole width; they never stand alone on a page."""
    if drawing.rows:
        drawing.together.add(drawing.rows - 1)
    row = drawing.new_row()
    said = contents.text(block.field)
    text = f"{block.label}\n{said}" if said else block.label
    drawing.put(row, 0, len(drawing.columns), text, LEFT, at=contents.at(block.field))


def draw_sign(drawing: Drawing, lines: tuple[SignLine, ...], contents: Contents) -> None:
    """填报人, 审核人, （盖章） …: below the grid, without a frame, never alone on a page."""
    for line in lines:
        if drawing.rows:
            drawing.together.add(drawing.rows - 1)
        row, col = drawing.new_row(), 0
        for cell in line.cells:
            value = contents.text(cell.field) if cell.field else cell.label
            align = Align.LEFT if cell.field else cell.align
            style = Style(align=align, framed=False)
            drawing.put(row, col, cell.span, f"{cell.note}{value}", style, least=_SIGN_PIXELS)
            col += cell.span
