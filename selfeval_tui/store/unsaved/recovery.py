"""What journals hold that the sheets do not say, and putting it back as one step."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, Difference, Sheet
from selfeval_tui.sheet.bring_back import compare
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.sheet.place import sheet_label
from selfeval_tui.sheet.take_in import take_in
from selfeval_tui.store.merge.merging import Side, merge, resolve
from selfeval_tui.store.order import in_order
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.unsaved.journal import Found, look_at_journals
from selfeval_tui.store.unsaved.journal_text import Typing, Unsaved
from selfeval_tui.store.workspace import Workspace

NAME = "放回没存完的输入"
NO_SHEET = "这张表已经不在这里"
NO_CELL = "这一格已经没有了"
NO_PLACE = "这段文字不在表里，请复制后粘贴到要放的地方"


@frozen
class LostText:
    """A text that was being typed."""

    typing: Typing
    present: str
    """What its cell says now."""
    hindrance: str
    """Why it cannot be put back; empty where it can."""


@frozen
class LostSheet:
    """A sheet that was changed, and not saved as it was then."""

    sheet: Sheet
    label: str
    changes: tuple[Difference, ...]
    """Its cells, from what they say now to what they said; none for a sheet that is not there."""
    hindrance: str
    is_new: bool = False


@frozen
class Lost:
    """All of it, the earliest first."""

    texts: tuple[LostText, ...] = ()
    sheets: tuple[LostSheet, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.texts or self.sheets)

    @property
    def can_be_put_back(self) -> bool:
        """Whether any of it can."""
        hindrances = [each.hindrance for each in self.texts] + [
            each.hindrance for each in self.sheets
        ]
        return "" in hindrances


def lost_in(batch: Batch, journals: Iterable[Found]) -> Lost:
    """What journals hold that the batch does not say."""
    journals = tuple(journals)
    unsaved = {each.sheet.id: each for found in journals for each in found.record.sheets}
    typings = dict.fromkeys(typing for each in journals for typing in each.record.typings)
    return Lost(
        tuple(_lost_texts(batch, typings, {each: its.sheet for each, its in unsaved.items()})),
        tuple(_lost_sheets(batch, unsaved.values())),
    )


def unsaved_words(workspace: Workspace, batch: Batch) -> str:
    """That something typed is not in the sheets; empty where all is.

    Args:
        workspace: Where to look; nothing is changed there.
        batch: Its sheets.
    """
    lost = lost_in(batch, look_at_journals(workspace)[0])
    count = len(lost.texts) + len(lost.sheets)
    if not count:
        return ""
    return f"有 {count} 处输入还没有存进表里：打开填报画面时会问是否放回；正开着的，填完就会存。"


def put_back(batch: Batch, lost: Lost) -> Address | None:
    """Put back what can be, as one step that can be undone.

    Returns:
        Where to look for it; None where nothing could be put back.
    """
    texts = [each.typing for each in lost.texts if not each.hindrance]
    sheets = [each for each in lost.sheets if not each.hindrance]
    places = [typing.address for typing in texts if typing.address]
    places += [Address(each.sheet.id) for each in sheets]
    if not places:
        return None
    with batch.as_one(NAME, places[0]):
        for each in sheets:
            take_in(batch, ((each.sheet.copy(), _position(batch, each.sheet)),), (), NAME)
        for typing in texts:
            if typing.address and not _hindrance(batch, typing.address):
                batch.set(typing.address, typing.text)
    return places[0]


def _lost_texts(
    batch: Batch, typings: Iterable[Typing], sheets: dict[str, Sheet]
) -> Iterator[LostText]:
    for typing in typings:
        if typing.address is None:
            yield LostText(typing, "", NO_PLACE)
            continue
        hindrance = _hindrance(batch, typing.address)
        if hindrance and typing.address.sheet in sheets and not batch.locked(typing.address.sheet):
            # Its sheet, as it was then, comes back before it.
            hindrance = _missing(sheets[typing.address.sheet], typing.address)
            present = ""
        else:
            present = "" if hindrance == NO_SHEET else _typed(batch, typing.address)
        if present != typing.text:
            yield LostText(typing, present, hindrance)


def _lost_sheets(batch: Batch, unsaved: Iterable[Unsaved]) -> Iterator[LostSheet]:
    there = {sheet.id: sheet for sheet in batch.sheets}
    for each in unsaved:
        present = there.get(each.sheet.id)
        if present is None:
            yield LostSheet(each.sheet, sheet_label(each.sheet), (), "", is_new=True)
            continue
        sheet = _brought_up_to(present, each)
        found = compare(present, sheet)
        if not found.same:
            hindrance = refusal(batch, {sheet.id}) if batch.locked(sheet.id) else ""
            yield LostSheet(sheet, sheet_label(sheet), found.differences, hindrance)


def _brought_up_to(present: Sheet, unsaved: Unsaved) -> Sheet:
    """What the sheet would say with what was changed in it, and with what came later."""
    base = decode(unsaved.base, Path()) if unsaved.base else None
    if base is None:
        # It was new then, and has been saved since.
        return present
    found = merge(base if isinstance(base, Sheet) else None, unsaved.sheet, present)
    ours = {each.key: Side.OURS for each in found.points if each.preset is None}
    return resolve(found, ours) or present


def _hindrance(batch: Batch, address: Address) -> str:
    sheet = next((each for each in batch.sheets if each.id == address.sheet), None)
    if sheet is None:
        return NO_SHEET
    if missing := _missing(sheet, address):
        return missing
    return refusal(batch, {sheet.id}) if sheet.locked else ""


def _missing(sheet: Sheet, address: Address) -> str:
    if not address.table:
        return "" if address.name in sheet.spec.fields else NO_CELL
    table = next((each for each in sheet.spec.tables if each.name == address.table), None)
    columns = {column.name for column in table.columns} if table else set()
    there = address.row in sheet.tables.get(address.table, {}) and address.name in columns
    return "" if there else NO_CELL


def _typed(batch: Batch, address: Address) -> str:
    return "" if _missing(batch.sheet(address.sheet), address) else batch.typed(address)


def _position(batch: Batch, sheet: Sheet) -> int:
    return sum(1 for each in batch.sheets if in_order(each) <= in_order(sheet))
