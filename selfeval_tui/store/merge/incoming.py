"""Sheets that come from somebody else: in the neutral form, or as a colleague's program saved them.

A sheet that is there already is laid beside the one that came, cell by cell (`merging`).
"""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from selfeval_tui.sheet import Row, Sheet
from selfeval_tui.sheet.identity import already_there
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.foreign.neutral import Read, parse_neutral
from selfeval_tui.store.merge.merging import Merge, merge
from selfeval_tui.store.on_disk import values_of
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.format import FORMAT_KEY, SHEET, SPEC
from selfeval_tui.store.sheetfile.parse import UNTOUCHED
from selfeval_tui.text import fold


def read_incoming(path: Path, *, demo: bool = False) -> Read | Fault:
    """Read a file in the neutral form, or a saved sheet.

    Args:
        path: The file.
        demo: Whether the sheet belongs to the 示例.

    Returns:
        The sheet; or what is wrong with the file.
    """
    try:
        data = read_file(path)
    except OSError as error:
        advice = "请核对文件名，或看它是否允许读取。"
        return Fault(path, None, f"“{path}”读不出来（{reason(error)}）。{advice}")
    if not _is_saved(data):
        return parse_neutral(data, path, demo=demo)
    sheet = decode(data, path)
    if isinstance(sheet, Fault):
        return sheet
    if sheet.newer:
        advice = "请用较新的程序打开它。"
        return Fault(path, None, f"“{path.name}”是较新的程序存的，没有导入。{UNTOUCHED}{advice}")
    if sheet.demo != demo:
        what = "是示例表" if sheet.demo else "是本单位的表，这里是示例"
        return Fault(path, None, f"“{path.name}”{what}，没有导入。{UNTOUCHED}")
    return Read(sheet, ())


def there_already(came: Sheet, sheets: Iterable[Sheet]) -> Sheet | None:
    """The sheet that a sheet that came is a version of: of the same id, or the same to a clerk."""
    sheets = tuple(sheets)
    same = next((each for each in sheets if each.id == came.id), None)
    return same or already_there(came, sheets)


def laid_beside(ours: Sheet, came: Sheet) -> Merge:
    """Where a sheet that came parts from ours; what both came from is not known.

    Rows that came from elsewhere with ids of their own are known by their indicator.
    """
    return merge(None, ours, _aligned(came, ours))


def _aligned(came: Sheet, ours: Sheet) -> Sheet:
    """The sheet that came, with the ids of ours."""
    sheet = came.copy()
    sheet.id = ours.id
    if sheet.spec.id == ours.spec.id:
        for table in sheet.spec.tables:
            if table.free:
                rows = sheet.tables.get(table.name, {})
                sheet.tables[table.name] = _renamed(table, rows, ours.tables.get(table.name, {}))
    return sheet


def _renamed(table: TableBlock, came: dict[str, Row], ours: dict[str, Row]) -> dict[str, Row]:
    """Rows with the ids of those of ours that are about the same, each taken once."""
    left = {row_id: _subject(table, row) for row_id, row in ours.items() if row_id not in came}
    rows: dict[str, Row] = {}
    for row in came.values():
        row_id, about = row.id, _subject(table, row)
        if row_id not in ours and about:
            row_id = next((each for each, said in left.items() if said == about), row_id)
            left.pop(row_id, None)
        rows[row_id] = evolve(row, id=row_id)
    return rows


def _subject(table: TableBlock, row: Row) -> str:
    column = table.with_role(Role.INDICATOR) or table.columns[0]
    return fold(row.cells.get(column.name, "")).strip()


def _is_saved(data: bytes) -> bool:
    values = values_of(data)
    return values is not None and {FORMAT_KEY, SPEC, SHEET} <= values.keys()
