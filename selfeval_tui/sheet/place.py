"""What sheets and addresses are called, as screen, lists and logs print it."""

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role

WHOLE_SHEET = "整张表"
DEMO = "示例"
"""Begins the name of every sheet, file and folder that shows borrowed figures."""


def sheet_mark(sheet: Sheet) -> str:
    """附件号, by which a clerk calls a sheet; the form's name where none is typed."""
    return _on_one_line(sheet.with_role(Role.ATTACHMENT)) or sheet.spec.name


def sheet_subject(sheet: Sheet) -> str:
    """What a sheet is about: 项目名称, or the unit's name where it is about no project."""
    name = sheet.with_role(Role.PROJECT_NAME) or sheet.with_role(Role.UNIT_NAME)
    return _on_one_line(name)


def sheet_label(sheet: Sheet) -> str:
    """What a sheet is called in lists: 附件1-3 新市民中心日常运转及创文费用."""
    prefix = f"{DEMO} " if sheet.demo else ""
    return f"{prefix}{sheet_mark(sheet)} {sheet_subject(sheet)}".rstrip()


def print_cell(sheet: Sheet, address: Address) -> str:
    """Where a cell is on its sheet, as a person says it: 第4行实际完成值; 整张表 for none."""
    if not address.table:
        return address.name or WHOLE_SHEET
    rows = sheet.tables.get(address.table, {})
    if not sheet.spec.table(address.table).free:
        return address.name if len(rows) == 1 and address.name else f"{address.row}{address.name}"
    return f"第{row_number(sheet, address) or '?'}行{address.name}"


def row_number(sheet: Sheet, address: Address) -> int:
    """Which row of its table a cell stands in, counted from 1; 0 where the row is gone."""
    rows = list(sheet.tables.get(address.table, {}))
    return rows.index(address.row) + 1 if address.row in rows else 0


def print_address(sheet: Sheet, address: Address) -> str:
    """Write an address as 2023/附件1-3/指标[4]/实际完成值; rows are counted from 1."""
    parts = [sheet.with_role(Role.YEAR), sheet_mark(sheet)]
    if address.table:
        parts.append(f"{address.table}[{row_number(sheet, address) or '?'}]")
    if address.name:
        parts.append(address.name)
    return "/".join(part for part in parts if part)


def _on_one_line(name: str) -> str:
    """A name as a line of a list takes it; one with a line end would break the lines below."""
    return " ".join(name.splitlines())
