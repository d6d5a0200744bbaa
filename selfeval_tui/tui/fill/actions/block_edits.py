"""What copying, emptying and filling down mean for a block of boxes, before it is done."""

from collections.abc import Iterator

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.sheet.search import shown_text
from selfeval_tui.tui.fill.block import Block, run_of
from selfeval_tui.tui.fill.lines import Box, SheetLines
from selfeval_tui.tui.fill.movement import is_to_fill


def box_text(batch: Batch, box: Box) -> str:
    """What a box says: the typed text, else what is computed or printed there."""
    if box.address is None or box.field is None or box.text:
        return box.text
    return shown_text(batch, box.address)


def copied(batch: Batch, sheet: SheetLines, block: Block) -> tuple[tuple[str, ...], ...]:
    """The texts of a block, row by row, as they are copied."""
    return tuple(tuple(box_text(batch, box) for box in row) for row in block.rows(sheet))


def emptied(batch: Batch, sheet: SheetLines, block: Block) -> tuple[Difference, ...]:
    """The cells of a block that hold a typed text, each with none."""
    boxes = (box for row in block.rows(sheet) for box in row)
    return tuple(_edits(batch, ((box.address, "") for box in boxes if box.taken)))


def filled_down(batch: Batch, sheet: SheetLines, block: Block) -> tuple[Difference, ...]:
    """The rows of a block as its first row; a single row as the one above it."""
    first, *rest = block.lines
    if not rest and first - 1 in run_of(sheet, first):
        first, rest = first - 1, [first]
    sources = sheet.lines[first].boxes
    return tuple(
        _edits(
            batch,
            (
                (sheet.lines[line].boxes[n].address, box_text(batch, sources[n]))
                for line in rest
                for n in block.boxes
                if is_to_fill(sheet.lines[line].boxes[n])
            ),
        )
    )


def _edits(batch: Batch, wanted: Iterator[tuple[Address | None, str]]) -> Iterator[Difference]:
    for address, text in wanted:
        if address is None or batch.locked(address.sheet):
            continue
        if batch.typed(address) != text:
            yield Difference(address, batch.typed(address), text)
