"""Sheets among each other: a copy of one, and two that change places."""

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.bulk import stale_title
from selfeval_tui.sheet.create import new_id
from selfeval_tui.sheet.life import Life
from selfeval_tui.sheet.numbering import is_numbered, next_attachment
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.text import fold

COPY = "（副本{}）"


def copy_of(batch: Batch, sheet: Sheet) -> Sheet:
    """A copy with an id of its own, the next 附件号, and （副本） behind its 项目名称.

    What names no project has （副本） behind its 附件号 instead.
    """
    copy = sheet.copy()
    copy.id = new_id()
    # What was explained, handed in and approved was the other sheet.
    copy.life, copy.explanations, copy.remarks, copy.approved = Life(), {}, {}, ()
    named = sheet.spec.field_with_role(Role.PROJECT_NAME)
    mark = sheet.spec.field_with_role(Role.ATTACHMENT)
    field = named or mark
    changed = [Address(sheet.id, each.name) for each in (named, mark) if each]
    for title in stale_title(batch, sheet, changed):
        copy.fields[title.address.name] = title.after
    if mark is not None and is_numbered(sheet):
        copy.fields[mark.name] = next_attachment(batch.printed, sheet.spec)
    if field is not None:
        text = sheet.fields.get(field.name, "") or field.default
        copy.fields[field.name] = _free(batch, field.name, text)
    return copy


def neighbour(batch: Batch, sheet: Sheet, by: int) -> Sheet | None:
    """The next sheet of the same year and form above (-1) or below (1); None where none is."""
    order = batch.sheets
    here = [each.id for each in order].index(sheet.id)
    onward = order[here + 1 :] if by > 0 else order[:here][::-1]
    return next((each for each in onward if _row(each) == _row(sheet)), None)


def exchange(batch: Batch, one: Sheet, other: Sheet) -> None:
    """Let two sheets change places, and their 附件号 with them, as one step."""
    order = [each.id for each in batch.sheets]
    first, second = sorted((one.id, other.id), key=order.index)
    low, high = order.index(first), order.index(second)
    mark = one.spec.field_with_role(Role.ATTACHMENT)
    with batch.as_one("对调两张表", Address(one.id)):
        if mark is not None:
            texts = [batch.typed(Address(each.id, mark.name)) for each in (one, other)]
            batch.set(Address(one.id, mark.name), texts[1])
            batch.set(Address(other.id, mark.name), texts[0])
        batch.move_sheet(second, low)
        batch.move_sheet(first, high)


def _row(sheet: Sheet) -> tuple[str, str]:
    return sheet.with_role(Role.YEAR).strip(), sheet.spec.id


def _free(batch: Batch, name: str, text: str) -> str:
    """The text with （副本） behind it, or with a number where that is there already."""
    taken = {fold(each.fields.get(name, "")) for each in batch.sheets}
    number, found = 1, text + COPY.format("")
    while fold(found) in taken:
        number += 1
        found = text + COPY.format(number)
    return found
