"""Workbooks as grids: whole files, their sheets and records alone, and what number formats show."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from selfeval_tui.excel.grid.shown import shown
from selfeval_tui.excel.grid.xlsx import xlsx_grids
from selfeval_tui.excel.xls.grids import xls_grids
from selfeval_tui.files.kind import kind_of
from selfeval_tui.files.open import grids_of
from selfeval_tui.reader.grid import Grid
from selfeval_tui.store import Fault
from tests.excel import biff
from tests.excel.biff import Book, Page
from tests.excel.build import part, project, with_rows, workbook_of
from tests.excel.test_grid_xlsx import SHEET, changed
from tests.fuzz.words import parts_of, text_of

_PATH = Path("甲.xls")
_LOOKS = (biff.form(180, '0.00"万元"'), biff.look(), biff.look(9), biff.look(180), biff.look(14))
SHOWN = tuple(
    each.encode()
    for each in (
        "0.9523|0%",
        '45405.5|yyyy"年"m"月"d"日" h:mm',
        r'-1234.5|_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
        '123456|[红色][>=10000]0!.0,"万元";[DBNum2]General',
        '≥95%|@"以上"',
    )
)


def take_workbook(data: bytes) -> None:
    """A workbook."""
    _check(xlsx_grids(data, _PATH))


def take_page(data: bytes) -> None:
    """A workbook with such a sheet."""
    take_workbook(changed(_ours(), **{SHEET: text_of(data).encode("utf-8", "replace").decode()}))


def take_old(data: bytes) -> None:
    """An old workbook."""
    _check(xls_grids(data, _PATH))


def take_records(data: bytes) -> None:
    """An old workbook of such records."""
    take_old(biff.compound({"Workbook": data}))


def open_any(data: bytes) -> None:
    """Any file."""
    assert kind_of(data).is_read or kind_of(data).said
    _check(grids_of(data, _PATH))


def show(data: bytes) -> None:
    """A value, and the format that shows it."""
    value, code = parts_of(data, 2)
    assert shown(value, code).text or not value or not code
    with suppress(ValueError):
        seen = shown(float(value), code)
        assert seen.text or seen.note


def _check(read: tuple[Grid, ...] | Fault) -> None:
    """No cell of a grid covers another; what is refused is refused in one sentence."""
    if isinstance(read, Fault):
        assert read.message.startswith("“甲.xls”")
        assert "请" in read.message
        assert len(read.message) < 200
        return
    for grid in read:
        assert len(grid.covering()) == sum(cell.rows * cell.cols for cell in grid.cells)
        "".join(cell.text for cell in grid.cells).encode()


@cache
def _ours() -> bytes:
    return workbook_of(with_rows(project(), ("产出指标", "数量", "甲", "≥1", "1")))


def workbooks() -> tuple[bytes, ...]:
    """One of this program's."""
    return (_ours(),)


def pages() -> tuple[bytes, ...]:
    """Its sheet."""
    return (part(_ours(), SHEET).encode(),)


@cache
def _old() -> Book:
    cells = (
        biff.label(0, 0, 0), biff.label(1, 0, 1), biff.number(1, 1, 0.61, 1),
        biff.number(1, 2, 12.345, 2), biff.number(2, 0, 45405, 3), biff.merged((0, 0, 0, 3)),
    )  # fmt: skip
    return Book((Page(cells), Page((), "空")), _LOOKS, ("项目名称", "甲\n乙"))


def old() -> tuple[bytes, ...]:
    """One made by hand."""
    return (_old().file(),)


def records() -> tuple[bytes, ...]:
    """Its records."""
    return (_old().stream(),)


def any_files() -> tuple[bytes, ...]:
    """Both, and what only looks like them."""
    return (*workbooks(), *old(), b"%PDF-1.7", b"<html><table>", "甲,乙\n".encode("gbk"))
