"""An address in words, as screen, lists and logs print it."""

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role

DEMO = "示例"
"""Begins the name of every sheet, file and folder that shows borrowed figures."""


def sheet_label(sheet: Sheet) -> str:
    """What a sheet is called in lists: 附件1-3 新市民中心日常运转及创文费用."""
    mark = sheet.with_role(Role.ATTACHMENT) or sheet.spec.name
    subject = sheet.with_role(Role.PROJECT_NAME) or sheet.with_role(Role.UNIT_NAME)
    prefix = f"{DEMO} " if sheet.demo else ""
    return f"{prefix}{mark} {subject}".rstrip()


def print_address(sheet: Sheet, address: Address) -> str:
    """Write an address as 2023/附件1-3/指标[4]/实际完成值; rows are counted from 1."""
    parts = [sheet.with_role(Role.YEAR), sheet.with_role(Role.ATTACHMENT) or sheet.spec.name]
    if address.table:
        rows = list(sheet.tables.get(address.table, {}))
        number = rows.index(address.row) + 1 if address.row in rows else "?"
        parts.append(f"{address.table}[{number}]")
    if address.name:
        parts.append(address.name)
    return "/".join(part for part in parts if part)
