"""From a sheet to its layout: draw the form, divide long texts, find heights and pages."""

from attrs import evolve

from selfeval_tui.layout.blocks import draw_head, draw_notes, draw_row, draw_sign
from selfeval_tui.layout.box import Layout
from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.divide import divide_long_texts
from selfeval_tui.layout.drawing import Drawing
from selfeval_tui.layout.names import sheet_name
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.pages import Pages, cut_into_pages, uncut
from selfeval_tui.layout.paper import POINTS_PER_PIXEL, PORTRAIT, Paper
from selfeval_tui.layout.table import draw_table
from selfeval_tui.sheet import DEMO, Batch, Sheet
from selfeval_tui.sheet.checkcode import content_code
from selfeval_tui.spec.model import NotesBlock, Role, RowBlock, TableBlock
from selfeval_tui.text import strip_controls


def lay_out(batch: Batch, sheet: Sheet, options: ExportOptions) -> Layout:
    """The whole sheet as boxes on a grid, ready to be written.

    Args:
        batch: Knows the computed values.
        sheet: One of its sheets.
        options: Which 执行率 to print; the other choices do not touch the layout.
    """
    drawing = _draw(sheet, Contents(batch, sheet, options.rates))
    return _marked(as_layout(drawing, sheet_name(sheet), demo=sheet.demo), batch, sheet)


def lay_out_uncut(batch: Batch, sheet: Sheet, options: ExportOptions) -> Layout:
    """The same for a program that cuts pages itself and may hold rows of any height.

    No text is divided, no merged cell is cut; `titles` is the header that each page should repeat,
    and `together` are the rows that should not end a page.
    """
    drawing = _draw(sheet, Contents(batch, sheet, options.rates))
    pages = uncut(drawing)
    layout = _layout(drawing, pages, sheet_name(sheet), PORTRAIT, demo=sheet.demo)
    return _marked(evolve(layout, together=frozenset(drawing.together)), batch, sheet)


def _marked(layout: Layout, batch: Batch, sheet: Sheet) -> Layout:
    """The layout with what the file says of itself."""
    code = content_code(batch, sheet) if sheet.life.locked else ""
    year = strip_controls(sheet.with_role(Role.YEAR)).strip()
    return evolve(layout, code=code, form=sheet.spec.id, year=year)


def as_layout(drawing: Drawing, name: str, *, demo: bool, paper: Paper = PORTRAIT) -> Layout:
    """A finished drawing with its heights and pages.

    Args:
        drawing: What was drawn.
        name: Of the sheet inside a workbook.
        demo: Whether every page says that this is a 示例.
        paper: How the paper lies.
    """
    divided = divide_long_texts(drawing)
    return _layout(divided, cut_into_pages(divided, paper), name, paper, demo=demo)


def _layout(drawing: Drawing, pages: Pages, name: str, paper: Paper, *, demo: bool) -> Layout:
    return Layout(
        name=name,
        columns=drawing.columns,
        rows=tuple(height * POINTS_PER_PIXEL for height in pages.heights),
        boxes=pages.boxes,
        breaks=pages.breaks,
        titles=pages.titles,
        header=DEMO if demo else "",
        landscape=paper.landscape,
    )


def _draw(sheet: Sheet, contents: Contents) -> Drawing:
    spec = sheet.spec
    drawing = Drawing(tuple(map(float, spec.columns_mm)))
    draw_head(drawing, spec.head, contents)
    for block in spec.blocks:
        match block:
            case RowBlock():
                draw_row(drawing, block, spec, contents)
            case TableBlock():
                draw_table(drawing, block, sheet.tables.get(block.name, {}).values(), contents)
            case NotesBlock():
                draw_notes(drawing, block, contents)
    draw_sign(drawing, spec.sign, contents)
    return drawing
