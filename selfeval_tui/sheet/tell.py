"""A difference in a clerk's words: where it is, what stood there, what stands there now."""

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.sheet.place import print_address
from selfeval_tui.sheet.sheet import Sheet

BLANK = "（空）"


@frozen
class Told:
    """One difference; the texts are on one line each."""

    where: str
    """2023/附件1-3/指标[4]/实际完成值; the table alone for a row that is gone."""
    before: str
    after: str


def tell(sheet: Sheet, difference: Difference) -> Told:
    """Say what differs.

    Args:
        sheet: The later version.
        difference: One of its differences from an earlier one.
    """
    before, after = _on_one_line(difference.before), _on_one_line(difference.after)
    address = difference.address
    if address.name:
        return Told(print_address(sheet, address), before or BLANK, after or BLANK)
    table = f"{print_address(sheet, Address(address.sheet))}/{address.table}"
    if not address.row:
        return Told(table, f"行的次序 {before}", f"行的次序 {after}")
    if address.row not in sheet.tables.get(address.table, {}):
        return Told(table, "有这一行", f"已删去：{before}")
    if not before:
        return Told(print_address(sheet, address), "没有这一行", f"新加：{after}")
    return Told(print_address(sheet, address), before, after or BLANK)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
