"""What a table must keep: columns that tile the grid, rows that speak of its columns."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from selfeval_tui.spec.check_value import Found, check_value
from selfeval_tui.spec.faults import Item, item
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import Column, Role, Spec, TableBlock


def check_table(spec: Spec, table: TableBlock) -> Iterator[Found]:
    """What is wrong with a table, by paths below it."""
    for index, column in enumerate(table.columns):
        step = ("columns", item(index, {"name": column.name}))
        yield from (((*step, *path), what) for path, what in check_value(column))
    yield from _check_names(table)
    yield from _check_tiles(table, len(spec.columns_mm))
    yield from _check_rows(table)
    yield from _check_free_rows(table)


def _check_names(table: TableBlock) -> Iterator[Found]:
    """Every column has a name and a role of its own."""
    names = Counter(column.name for column in table.columns)
    roles = Counter(column.role for column in table.columns if column.role)
    yield from ((("columns",), f"列名“{name}”重复") for name, times in names.items() if times > 1)
    yield from (
        (("columns",), f"角色 {role} 有 {times} 列担任，只能有一列")
        for role, times in roles.items()
        if times > 1
    )


def _check_tiles(table: TableBlock, wide: int) -> Iterator[Found]:
    """From left to right the boxes of a row leave no gap and do not overlap."""
    if not wide:
        return
    end = table.side.span if table.side else 0
    for path, column in sorted(_boxes(table), key=lambda box: box[1].at):
        if column.span < 1:
            yield (*path, "span"), "至少占 1 列"
        elif column.at < end:
            yield (
                (*path, "at"),
                f"与左边的格子重叠：左边占到第 {end} 列，这里从第 {column.at + 1} 列起",
            )
        elif column.at > end:
            yield (*path, "at"), f"左边空出第 {end + 1} 至 {column.at} 列"
        end = max(end, column.at + column.span)
    if end > wide:
        yield ("columns",), f"占到第 {end} 列，表格只有 {wide} 列"
    elif end < wide:
        yield ("columns",), f"只占到第 {end} 列，表格有 {wide} 列"


def _boxes(table: TableBlock) -> Iterator[tuple[tuple[str | Item, ...], Column]]:
    """The columns and the column of row labels, with their paths."""
    if table.row_label:
        yield ("row_label",), table.row_label
    for index, column in enumerate(table.columns):
        yield ("columns", item(index, {"name": column.name})), column


def _check_rows(table: TableBlock) -> Iterator[Found]:
    """Fixed rows have ids, a place for their labels, and speak of known columns."""
    if any(row.label for row in table.rows) and table.row_label is None:
        yield ("row",), "固定行有行名，要写 row_label 说明行名在哪一列"
    if table.row_label and not table.rows:
        yield ("row_label",), "没有固定行，不用写"
    ids = Counter(row.id for row in table.rows)
    yield from ((("row",), f"行的 id“{each}”重复") for each, times in ids.items() if times > 1)
    for index, row in enumerate(table.rows):
        step = ("row", item(index, {"id": row.id}))
        yield from (((*step, "fixed"), what) for what in _unknown(table, row.fixed))


def _check_free_rows(table: TableBlock) -> Iterator[Found]:
    """Standard rows speak of known columns and options."""
    if table.rows and (table.skeleton or table.starter):
        yield ("skeleton" if table.skeleton else "starter",), "只用于没有固定行的表"
    if table.skeleton and not (table.with_role(Role.LEVEL1) and table.with_role(Role.LEVEL2)):
        yield ("skeleton",), "要有角色为 level1 和 level2 的列"
    for index, row in enumerate(table.starter):
        step = ("starter", item(index, None))
        yield from ((step, what) for what in _unknown(table, row))
        yield from ((step, what) for what in _outside_options(table, row))


def _unknown(table: TableBlock, row: Iterable[str]) -> Iterator[str]:
    """A sentence for each key of a row that is no column."""
    names = [column.name for column in table.columns]
    for name in row:
        if name not in names:
            yield f"没有“{name}”这一列。{did_you_mean(name, names)}"


def _outside_options(table: TableBlock, row: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each value of a row that its column does not offer."""
    for column in table.columns:
        value = row.get(column.name, "")
        if column.options and value and value not in column.options:
            hint = did_you_mean(value, column.options)
            yield f"“{value}”不在“{column.name}”的选项里。{hint}"
