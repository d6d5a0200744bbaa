"""Reads a document (.docx) as grids, with nothing but the standard library."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from selfeval_tui.layout.marks import marked_in, marks_in
from selfeval_tui.reader.archive import UnfitError
from selfeval_tui.reader.grid import Grid
from selfeval_tui.store.fault import Fault
from selfeval_tui.word.read.drawn import drawn_grids
from selfeval_tui.word.read.markup import name_of
from selfeval_tui.word.read.package import DAMAGED, open_package

_OLD = b"\xd0\xcf\x11\xe0"
"""How the files of older programs begin, and those that were encrypted."""
_SAVE_AS = "请用 WPS 或 Word 打开后另存为不加密的 .docx。"


def docx_grids(data: bytes, path: Path) -> tuple[Grid, ...] | Fault:
    """The tables of a document as a person sees them, each with the paragraphs about it.

    Args:
        data: The file.
        path: For the messages.

    Returns:
        The grids in their order, none where there are only paragraphs; or why it was not read.
    """
    if data.startswith(_OLD):
        return _fault(path, f"是旧格式的文档（.doc）或者加了密码，读不了。{_SAVE_AS}")
    try:
        package = open_package(data)
        if name_of(package.document) != "document":
            return _no_document(path)
        grids = tuple(each.grid for each in drawn_grids(package.document))
    except UnfitError as fault:
        return _fault(path, f"{fault}，没有打开。请核对是不是选错了文件。")
    except DAMAGED:
        return _no_document(path)
    return _marked(grids, package.properties)


def _marked(grids: tuple[Grid, ...], properties: Mapping[str, str]) -> tuple[Grid, ...]:
    """The grids with form and year, unless somebody added or removed a table since."""
    if marked_in(properties) != {grid.name for grid in grids}:
        return grids
    said = (marks_in(properties, grid.name) for grid in grids)
    return tuple(
        evolve(grid, form=form, year=year) for grid, (form, year) in zip(grids, said, strict=True)
    )


def _no_document(path: Path) -> Fault:
    return _fault(path, f"不是 Word 文档（.docx），或者已经损坏。请核对文件，{_SAVE_AS}")


def _fault(path: Path, words: str) -> Fault:
    return Fault(path, None, f"“{path.name}”{words}")
