"""Taking remarks down, answering them, and listing those of a year."""

from collections.abc import Iterable, Iterator

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.create import new_id
from selfeval_tui.sheet.remark import Answer, Remark
from selfeval_tui.sheet.sheet import Sheet


def note(batch: Batch, at: Address, text: str, source: str, date: str) -> Remark:
    """A remark on a cell, or on the sheet where the address names no cell.

    Args:
        batch: Where the cell is.
        at: What it is about.
        text: What the bureau says.
        source: Where it came from.
        date: Today, as 2024-04-23.
    """
    before = text_at(batch, at)
    return Remark(new_id(), at.table, at.row, at.name, text, source, date, before)


def add_remarks(batch: Batch, remarks: Iterable[tuple[str, Remark]]) -> int:
    """Keep remarks with their sheets, as one step.

    Args:
        batch: Where the sheets are.
        remarks: The id of a sheet and a remark; one that says the same of the same cell as an
            earlier one is left out.

    Returns:
        How many were kept.
    """
    kept = 0
    with batch.as_one("记下财政意见"):
        for sheet_id, remark in remarks:
            if not any(_same(remark, other) for other in batch.sheet(sheet_id).remarks.values()):
                batch.remark(sheet_id, remark)
                kept += 1
    return kept


def answer(
    batch: Batch, sheet_id: str, remark: Remark, answer: Answer, reason: str, date: str
) -> None:
    """Answer a remark; what stands in its cell now is kept with the answer."""
    now = text_at(batch, place_of_remark(sheet_id, remark))
    batch.remark(sheet_id, remark.answer_with(answer, reason, date, now))


def place_of_remark(sheet_id: str, remark: Remark) -> Address:
    """The cell that a remark is about; its sheet where it names none."""
    return Address(sheet_id, remark.name, remark.table, remark.row)


def text_at(batch: Batch, at: Address) -> str:
    """What a cell says, the computed value where nothing is typed; empty for a sheet or no row."""
    if not at.name or not is_there(batch.sheet(at.sheet), at):
        return ""
    return batch.typed(at) or batch.computed_text(at)


def is_there(sheet: Sheet, at: Address) -> bool:
    """Whether the row of an address still exists."""
    return not at.table or at.row in sheet.tables.get(at.table, {})


def is_unchanged(batch: Batch, sheet_id: str, remark: Remark) -> bool:
    """Whether the cell still says what the bureau remarked on."""
    at = place_of_remark(sheet_id, remark)
    there = bool(at.name) and is_there(batch.sheet(sheet_id), at)
    return there and text_at(batch, at) == remark.before


def every_remark(batch: Batch) -> Iterator[tuple[Sheet, Remark]]:
    """Every remark of a year, sheet by sheet."""
    for sheet in batch.sheets:
        for remark in sheet.remarks.values():
            yield sheet, remark


def remarks_on(batch: Batch, at: Address) -> tuple[Remark, ...]:
    """The remarks on a cell."""
    remarks = batch.sheet(at.sheet).remarks.values()
    return tuple(each for each in remarks if place_of_remark(at.sheet, each) == at)


def _same(one: Remark, other: Remark) -> bool:
    return (one.table, one.row, one.name, one.text) == (
        other.table,
        other.row,
        other.name,
        other.text,
    )
