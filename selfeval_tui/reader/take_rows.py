"""From the places of the indicator tables to the rows of a sheet."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from selfeval_tui.reader.found import FreeTable
from selfeval_tui.reader.reads import Reading
from selfeval_tui.reader.rows import LEVELS, RowRead, Text, rows_of
from selfeval_tui.reader.words import standard_levels
from selfeval_tui.sheet import Row, new_id

_FILLED = "有的行没有写{names}，按它上面一行的填入，请核对"


def take_rows(reading: Reading) -> None:
    """Read the rows of all indicator tables in order."""
    filled: dict[str, None] = {}
    tables: dict[str, list[tuple[FreeTable, RowRead]]] = {}
    for table in reading.anchors.free:
        rows = [(table, row) for row in rows_of(reading.page, table, sure=reading.sure)]
        tables.setdefault(table.block.name, []).extend(rows)
        _account_for_levels(reading, table)
    for name, found in tables.items():
        if not reading.sure:
            filled |= dict.fromkeys(_fill_down(found))
        for number, (_, row) in enumerate(found, start=1):
            _take_row(reading, name, number, row)
    if filled:
        reading.notices.append(_FILLED.format(names="、".join(filled)))


def _take_row(reading: Reading, table: str, number: int, row: RowRead) -> None:
    cells = {name: each.text for name, each in row.texts.items() if each.text}
    made = Row(new_id(), cells)
    reading.sheet.tables[table][made.id] = made
    for name, each in row.texts.items():
        reading.account(*each.cells)
        if each.text.strip():
            reading.say(f"{table}[{number}].{name}", each.text, each.cells[0], each.note)


def _account_for_levels(reading: Reading, table: FreeTable) -> None:
    """一级 and 二级指标 that every form prints are labels where nobody wrote an indicator."""
    cols = [col for column, col in table.columns if column.role in LEVELS]
    for row in range(table.first, table.end):
        for col in cols:
            cell = reading.page.at(row, col)
            if cell is not None and reading.page.keys(cell).plain in standard_levels():
                reading.account(cell)


def _fill_down(rows: Sequence[tuple[FreeTable, RowRead]]) -> Iterator[str]:
    """Give rows without 一级 or 二级指标 that of the row above, where the file merges nothing.

    Returns:
        The names of the columns in which that was done.
    """
    names = [_level_names(table) for table, _ in rows]
    levels = list(dict.fromkeys(name for each in names for name in each))
    merged = {name for _, row in rows for name in levels if _is_merged(row, name)}
    above: dict[str, Text] = {}
    for _, row in rows:
        for at, name in enumerate(levels):
            if name not in row.texts:
                continue
            own = row.texts[name]
            if own.text.strip():
                if own.text != (above[name].text if name in above else ""):
                    # A new 一级指标 begins its own 二级指标.
                    for lower in levels[at + 1 :]:
                        above.pop(lower, None)
                above[name] = own
            elif name in above and name not in merged:
                row.texts[name] = evolve(above[name], note="空着，按上一行填入")
                yield name


def _level_names(table: FreeTable) -> list[str]:
    return [column.name for role in LEVELS for column, _ in table.columns if column.role is role]


def _is_merged(row: RowRead, name: str) -> bool:
    return name in row.texts and any(
        cell.rows > row.end - row.first for cell in row.texts[name].cells
    )
