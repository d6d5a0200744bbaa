"""A block that repeats (年度绩效目标1, 2 …) becomes several tables with numbered labels."""

from collections.abc import Iterator

from attrs import evolve

from selfeval_tui.spec.model import Column, FixedRow, TableBlock

NUMBER = "{序号}"
MOST = 20


def expand(table: TableBlock, times: int) -> Iterator[TableBlock]:
    """The table as often as it repeats: 指标, 指标2, 指标3 …; {序号} in labels is the number."""
    for number in range(1, times + 1):
        yield evolve(
            table,
            name=table.name if number == 1 else f"{table.name}{number}",
            section=_numbered(table.section, number),
            side=table.side and evolve(table.side, label=_numbered(table.side.label, number)),
            columns=tuple(_column(column, number) for column in table.columns),
            rows=tuple(_row(row, number) for row in table.rows),
            number=number,
        )


def _numbered(label: str, number: int) -> str:
    return label.replace(NUMBER, str(number))


def _column(column: Column, number: int) -> Column:
    return evolve(column, label=_numbered(column.label, number))


def _row(row: FixedRow, number: int) -> FixedRow:
    return evolve(row, label=_numbered(row.label, number))
