"""What a sheet must keep beyond its shape: names known, boxes filling the grid, formulas sound."""

import re
from collections.abc import Iterator, Sequence

from selfeval_tui.spec.check_table import check_table
from selfeval_tui.spec.check_value import Found, check_value
from selfeval_tui.spec.faults import item
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import (
    Block,
    Cell,
    Field,
    HeadLine,
    NotesBlock,
    RowBlock,
    Spec,
    TableBlock,
)

_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def check_field(each: Field) -> Iterator[Found]:
    """What is wrong with a field."""
    yield from check_value(each)


def check_block(spec: Spec, block: Block) -> Iterator[Found]:
    """What is wrong with a block, by paths below it."""
    if isinstance(block, RowBlock):
        yield from _check_cells(spec, block.cells)
    elif isinstance(block, NotesBlock):
        yield from _known_field(spec, block.field)
    else:
        yield from _check_table_name(spec, block)
        yield from check_table(spec, block)


def check_whole(spec: Spec) -> Iterator[Found]:
    """What is wrong with the sheet as a whole, by paths from the top of its file."""
    if any(width <= 0 for width in spec.columns_mm):
        yield ("grid", "columns_mm"), "列宽应大于 0 毫米"
    for index, line in enumerate(spec.head):
        for path, what in _check_head(spec, line):
            yield ("head", item(index, {"field": line.field, "label": line.text}), *path), what
    for index, signed in enumerate(spec.sign):
        for path, what in _check_cells(spec, signed.cells):
            yield ("sign", item(index, None), *path), what
    played: dict[str, str] = {}
    for each in spec.fields.values():
        if each.role and played.setdefault(each.role, each.name) != each.name:
            what = f"“{played[each.role]}”已担任这个角色，一个角色只给一个字段"
            yield ("field", each.name, "role"), what


def _check_table_name(spec: Spec, table: TableBlock) -> Iterator[Found]:
    """No two tables bear one name."""
    if next(each for each in spec.tables if each.name == table.name) is not table:
        yield ("name",), f"已有名为“{table.name}”的表"


def _check_cells(spec: Spec, cells: Sequence[Cell]) -> Iterator[Found]:
    """Cells that fill the grid, each a label, a known field, or empty."""
    for index, cell in enumerate(cells):
        step = ("cells", item(index, {"field": cell.field, "label": cell.label}))
        if cell.span < 1:
            yield (*step, "span"), "至少占 1 列"
        if cell.label and cell.field:
            yield step, "一格只写 label 或 field 之一；值前面的固定文字写 note"
        if cell.field:
            yield from (((*step, *path), what) for path, what in _known_field(spec, cell.field))
    wide = sum(cell.span for cell in cells)
    if spec.columns_mm and wide != len(spec.columns_mm):
        yield ("cells",), f"各格共占 {wide} 列，表格有 {len(spec.columns_mm)} 列"


def _check_head(spec: Spec, line: HeadLine) -> Iterator[Found]:
    """A line of one field or of a template."""
    if bool(line.field) == bool(line.text):
        yield (), "写 field 或 text 之一"
    if line.field:
        yield from _known_field(spec, line.field)
    for name in _IN_BRACES.findall(line.text):
        yield from ((("text",), what) for _, what in _known_field(spec, name))


def _known_field(spec: Spec, name: str) -> Iterator[Found]:
    """A fault where no field has that name."""
    if name not in spec.fields:
        yield ("field",), f"没有“{name}”这个字段。{did_you_mean(name, spec.fields)}"
