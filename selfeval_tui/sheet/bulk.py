"""The same change on many sheets (一起改), as a list of 原→新; nothing is changed yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.sheet.locked import open_sheets
from selfeval_tui.sheet.numbering import renumbered
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role

SHARED = (Role.DATE, Role.UNIT_NAME, Role.DEPARTMENT, Role.YEAR)
"""What a unit's sheets as a rule say alike: 填报日期, 单位名称, 主管部门, 年度."""


def same_on_all(
    batch: Batch, sheets: Sequence[Sheet], texts: Mapping[Role, str], *, renumber: bool = False
) -> tuple[Difference, ...]:
    """What would become different on which sheet.

    Args:
        batch: Knows what is computed.
        sheets: The sheets to change, in their order; locked ones are left alone.
        texts: The new text for each role; an empty one leaves the field as it is.
        renumber: Whether the sheets are numbered anew from 1.

    Returns:
        Sheet by sheet. A 标题 that was typed as the program composes it would be wrong
        afterwards: it is emptied, so that the composed one counts again.
    """
    numbers = {each.address.sheet: each for each in renumbered(sheets)} if renumber else {}
    found: list[Difference] = []
    for sheet in open_sheets(sheets):
        own = [numbers[sheet.id]] if sheet.id in numbers else []
        own += _texts(sheet, texts)
        found += [*own, *stale_title(batch, sheet, [each.address for each in own])]
    return tuple(found)


def renumbering(sheets: Sequence[Sheet], *, wanted: bool) -> tuple[bool, str]:
    """Whether sheets can be numbered anew, and what is said where they cannot.

    A locked sheet keeps its 附件号; where it would have got another one, all keep theirs.
    """
    changed = {each.address.sheet for each in renumbered(sheets)} if wanted else set()
    held = any(sheet.id in changed and sheet.locked for sheet in sheets)
    return wanted and not held, "附件号没有重编：已定稿的表要换号。" if held else ""


def stale_title(batch: Batch, sheet: Sheet, changed: Iterable[Address]) -> Iterator[Difference]:
    """The emptying of a 标题 that was typed just as it is composed, and would be no more."""
    field = sheet.spec.field_with_role(Role.TITLE)
    if field is None:
        return
    title = Address(sheet.id, field.name)
    typed = batch.typed(title)
    if (
        typed
        and typed == batch.computed_text(title)
        and title in dependents({sheet.id: sheet}, changed)
    ):
        yield Difference(title, typed, "")


def _texts(sheet: Sheet, texts: Mapping[Role, str]) -> Iterator[Difference]:
    for role, text in texts.items():
        field = sheet.spec.field_with_role(role)
        after = text.strip()
        before = sheet.with_role(role)
        if field is not None and after and before != after:
            yield Difference(Address(sheet.id, field.name), before, after)
