"""New sheets and new ids."""

import os
from collections.abc import Mapping

from selfeval_tui.sheet.sheet import Row, Sheet
from selfeval_tui.spec.model import Role, Spec, TableBlock

_ID_BYTES = 4


def new_id() -> str:
    """A short random id; 示例 and own sheets never share one."""
    return os.urandom(_ID_BYTES).hex()


def new_sheet(spec: Spec, *, starter: bool = True, demo: bool = False) -> Sheet:
    """An empty sheet with the rows that its form brings.

    Args:
        spec: The form.
        starter: Whether free tables begin with the standard rows.
        demo: Whether the sheet belongs to the 示例.
    """
    tables = {table.name: _rows(table, starter=starter) for table in spec.tables}
    return Sheet(new_id(), spec, {}, tables, demo)


def _rows(table: TableBlock, *, starter: bool) -> dict[str, Row]:
    if not table.free:
        return {row.id: Row(row.id) for row in table.rows}
    cells = starter_cells(table) if starter else []
    rows = [Row(new_id(), each) for each in cells]
    return {row.id: row for row in rows}


def starter_cells(table: TableBlock) -> list[dict[str, str]]:
    """The rows that a new table begins with: the form's own list, or one for each 二级指标."""
    if table.starter:
        return [dict(row) for row in table.starter]
    first, second = table.with_role(Role.LEVEL1), table.with_role(Role.LEVEL2)
    if first is None or second is None:
        return []
    return [
        {first.name: level1, second.name: level2}
        for level1, level2s in table.skeleton.items()
        for level2 in level2s
    ]


def filled_sheet(spec: Spec, texts: Mapping[Role, str], *, demo: bool = False) -> Sheet:
    """A new sheet with what is known of it already filled in.

    Args:
        spec: The form.
        texts: By role; those that the form has no field for are left out.
        demo: Whether the sheet belongs to the 示例.
    """
    sheet = new_sheet(spec, demo=demo)
    for role, text in texts.items():
        field = spec.field_with_role(role)
        if field is not None and text.strip():
            sheet.fields[field.name] = text.strip()
    return sheet
