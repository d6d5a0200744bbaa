"""What sheets and addresses are called, as screen, lists and logs print it."""

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role

WHOLE_SHEET = "整张表"
DEMO = "示例"
"""Begins the name of every sheet, file and folder that shows borrowed figures."""


def sheet_mark(sheet: Sheet) -> str:
    """附件号, by which a clerk calls a sheet; the form's name where none is typed."""
    return sheet.with_role(Role.ATTACHMENT) or sheet.spec.name


def sheet_subject(sheet: Sheet) -> str:
    """What a sheet is about: 项目名称, or the unit's name where it is about no project."""
    return sheet.with_role(Role.PROJECT_NAME) or sheet.with_role(Role.UNIT_NAME)


def sheet_label(sheet: Sheet) -> str:
    """What a sheet is called in lists: 附件1-3 新市民中心日常运转及创文费用."""
    prefix = f"{DEMO} " if sheet.demo else ""
    return f"{prefix}{sheet_mark(sheet)} {sheet_subject(sheet)}".rstrip()


def print_cell(sheet: Sheet, address: Address) -> str:
    """Where a cell is on its sheet, as a person says it: 第4行实际完成值; 整张表 for none."""
    if not address.table:
        return address.name or WHOLE_SHEET
    rows = list(sheet.tables.get(address.table, {}))
    if not sheet.spec.table(address.table).free:
        return address.name if len(rows) == 1 and address.name else f"{address.row}{address.name}"
    number = rows.index(address.row) + 1 if address.row in rows else "?"
    return f"第{number}行{address.name}"


def print_address(sheet: Sheet, address: Address) -> str:
    """Write an address as 2023/附件1-3/指标[4]/实际完成值; rows are counted from 1."""
    parts = [sheet.with_role(Role.YEAR), sheet_mark(sheet)]
    if address.table:
        rows = list(sheet.tables.get(address.table, {}))
        number = rows.index(address.row) + 1 if address.row in rows else "?"
        parts.append(f"{address.table}[{number}]")
    if address.name:
        parts.append(address.name)
    return "/".join(part for part in parts if part)
