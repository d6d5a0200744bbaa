"""The body of a document: a section for each sheet, with its paper, head, foot and page numbers."""

from collections.abc import Callable, Sequence

from selfeval_tui.layout.box import Layout
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.pages import SQUEEZE
from selfeval_tui.layout.paper import (
    BOTTOM_MM,
    HEADER_MM,
    LANDSCAPE,
    LEFT_MM,
    PAGE_USE,
    POINTS_PER_MM,
    PORTRAIT,
    RIGHT_MM,
    TOP_MM,
    Paper,
)
from selfeval_tui.word.write.parts import MAIN, footer, header
from selfeval_tui.word.write.table import sheet_markup
from selfeval_tui.word.write.text import POINT, thin_paragraph

_PAGE_USE = PAGE_USE - 0.01
"""Room for the lines between rows, and for the paragraph that must follow a table."""

AddMargin = Callable[[str, str], str]
"""Adds a head (`header`) or foot (`footer`) with its markup; returns the name of its relation."""


def body(layouts: Sequence[Layout], options: ExportOptions, add: AddMargin) -> str:
    """The markup of the whole body.

    Args:
        layouts: The sheets in their order, not cut into pages.
        options: Page numbers.
        add: Adds what stands at the head or foot of pages; asked once for each markup.
    """
    known: dict[tuple[str, str], str] = {}

    def named(kind: str, markup: str) -> str:
        if (kind, markup) not in known:
            known[kind, markup] = add(kind, markup)
        return known[kind, markup]

    parts = []
    for number, layout in enumerate(layouts, start=1):
        paper = LANDSCAPE if layout.landscape else PORTRAIT
        section = _section(layout, paper, options, named)
        last = number == len(layouts)
        parts.append(sheet_markup(layout, paper.width, _scale(layout, paper)))
        parts.append(f"{thin_paragraph()}{section}" if last else thin_paragraph(section))
    return f"<w:body {MAIN}>{''.join(parts)}</w:body>"


def _scale(layout: Layout, paper: Paper) -> float:
    """How much closer the lines are set so that a sheet stays on one page."""
    room = paper.height * POINTS_PER_MM * _PAGE_USE
    return min(1.0, room / sum(layout.rows)) if _fits(layout, paper) else 1.0


def _fits(layout: Layout, paper: Paper) -> bool:
    """Whether a sheet stays on one page, if need be a little closer."""
    return sum(layout.rows) <= paper.height * POINTS_PER_MM * SQUEEZE


def _section(layout: Layout, paper: Paper, options: ExportOptions, add: AddMargin) -> str:
    # A section that names no head or foot has those of the section before.
    wanted = options.page_numbers
    numbered = not _fits(layout, paper) if wanted is None else wanted
    margins = {"header": header(layout.header), "footer": footer(numbered=numbered)}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{add(kind, markup)}"/>'
        for kind, markup in margins.items()
    )
    width, height = paper.width + LEFT_MM + RIGHT_MM, paper.height + TOP_MM + BOTTOM_MM
    lies = ' w:orient="landscape"' if layout.landscape else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{_twips(width)}" w:h="{_twips(height)}"{lies}/>'
        f'<w:pgMar w:top="{_twips(TOP_MM)}" w:right="{_twips(RIGHT_MM)}"'
        f' w:bottom="{_twips(BOTTOM_MM)}" w:left="{_twips(LEFT_MM)}"'
        f' w:header="{_twips(HEADER_MM)}" w:footer="{_twips(HEADER_MM)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/></w:sectPr>'
    )


def _twips(mm: float) -> int:
    return round(mm * POINTS_PER_MM * POINT)
