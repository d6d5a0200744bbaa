"""What a pasted block of cells would write where; nothing is changed before the clerk agrees."""

from collections.abc import Mapping, Sequence

from attrs import Factory, define, field, frozen

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.spec.model import TableBlock
from selfeval_tui.text.pasted import Rows
from selfeval_tui.tui.fill.actions.block_edits import box_text
from selfeval_tui.tui.fill.block import Block, run_of
from selfeval_tui.tui.fill.lines import Box, Line, LineKind, SheetLines
from selfeval_tui.tui.fill.movement import is_to_fill


@frozen
class PastePlan:
    """Cells to write and rows to add."""

    at: Address
    """Where the block begins."""
    placed: int
    """How many cells of the block find a place, also where the same stands there already."""
    cells: tuple[Difference, ...]
    """The existing cells that change."""
    rows: tuple[Mapping[str, str], ...]
    """The cells of each row that is added at the end of the table."""
    skipped: int
    """Pasted texts for which there is no cell, or one where nobody types."""

    @property
    def overwritten(self) -> tuple[Difference, ...]:
        """The cells whose text is replaced."""
        return tuple(each for each in self.cells if each.before.strip())

    @property
    def changes(self) -> bool:
        """Whether anything would be different afterwards."""
        return bool(self.cells or self.rows)


def plan_paste(batch: Batch, sheet: SheetLines, block: Block, rows: Rows) -> PastePlan:
    """Lay a pasted block over the boxes of a sheet.

    Cells go to the right and down from the block's corner; those that nobody types are passed
    over. In a free table, rows beyond its end are added, and a blank in a merged column goes on
    with the text above, as merged cells are copied.

    Args:
        batch: Where the texts are.
        sheet: The lines of the sheet.
        block: What is selected; a single pasted text goes into all of it.
        rows: The pasted cells.
    """
    if len(rows) == 1 and len(rows[0]) == 1:
        rows = (rows[0] * len(block.boxes),) * len(block.lines)
    plan = _Plan(batch, sheet, block)
    for down, texts in enumerate(rows):
        plan.lay(block.first + down, texts)
    return plan.done()


def carry_out_paste(batch: Batch, plan: PastePlan) -> None:
    """Write the cells and add the rows, as one step."""
    with batch.as_one(f"粘贴{plan.placed}格", plan.at):
        for each in plan.cells:
            batch.set(each.address, each.after)
        for cells in plan.rows:
            table = batch.sheet(plan.at.sheet).tables.get(plan.at.table, {})
            batch.insert_row(plan.at.sheet, plan.at.table, len(table), cells)


@define
class _Plan:
    """Lays row after row."""

    batch: Batch
    sheet: SheetLines
    block: Block
    placed: int = 0
    skipped: int = 0
    cells: list[Difference] = Factory(list)
    rows: list[Mapping[str, str]] = Factory(list)
    group: dict[str, str] = Factory(dict)
    """The latest pasted text of each merged column."""
    run: range = field(init=False)
    table: TableBlock | None = field(init=False)

    @run.default
    def _run(self) -> range:
        first = self.sheet.lines[self.block.first]
        run = run_of(self.sheet, self.block.first)
        # The line that stands in an empty table is no row of it.
        return run[:0] if first.kind is LineKind.EMPTY else run

    @table.default
    def _table(self) -> TableBlock | None:
        at = self.at
        table = self.batch.sheet(at.sheet).spec.table(at.table) if at.table else None
        return table if table and table.free else None

    @property
    def at(self) -> Address:
        """Where the block begins."""
        return self.sheet.address(self.block.corner)

    def done(self) -> PastePlan:
        """The plan."""
        return PastePlan(self.at, self.placed, tuple(self.cells), tuple(self.rows), self.skipped)

    def lay(self, number: int, texts: Sequence[str]) -> None:
        """Lay one row over a line, or over none where the sheet has no such line."""
        if number in self.run:
            self._over(self.sheet.lines[number], texts)
        elif self.table is not None:
            self._beyond(self.table, texts)
        else:
            self._skip(texts)

    def _over(self, line: Line, texts: Sequence[str]) -> None:
        boxes = line.boxes[self.block.left :]
        self._skip(texts[len(boxes) :])
        for box, text in zip(boxes, texts, strict=False):
            self._put(box, text)

    def _put(self, box: Box, text: str) -> None:
        if box.address is None or not is_to_fill(box) or self.batch.locked(box.address.sheet):
            if text.strip() != box_text(self.batch, box).strip():
                self._skip([text])
            return
        wanted = self._merged(box.address.name, text) if box.grouped else text
        if wanted is None:
            return
        self.placed += 1
        before = self.batch.typed(box.address)
        if before != wanted:
            self.cells.append(Difference(box.address, before, wanted))

    def _merged(self, column: str, text: str) -> str | None:
        """The text of a merged column; None where it is blank and nothing was pasted above it."""
        if text.strip():
            self.group[column] = text
        return self.group.get(column)

    def _beyond(self, table: TableBlock, texts: Sequence[str]) -> None:
        if not any(text.strip() for text in texts):
            return
        columns = table.columns[self._first_column() :]
        self._skip(texts[len(columns) :])
        pairs = list(zip(columns, texts, strict=False))
        self._skip([text for column, text in pairs if column.calc])
        row = {column.name: text for column, text in pairs if text.strip() and not column.calc}
        self.placed += len(row)
        self.rows.append({**self._group_above(table), **row})

    def _first_column(self) -> int:
        """Which of the table's columns the block begins in; in an empty table the first one."""
        first = self.sheet.lines[self.block.first]
        before = first.boxes[: self.block.left]
        return sum(1 for box in before if box.address is not None)

    def _group_above(self, table: TableBlock) -> Mapping[str, str]:
        """The merged columns of the row that stands above a new one."""
        names = [column.name for column in table.columns if column.group]
        if self.rows:
            above: Mapping[str, str] = self.rows[-1]
        elif self.run:
            last = self.sheet.lines[self.run[-1]]
            typed = {each.address: each.after for each in self.cells}
            at = [box.address for box in last.boxes if box.address and box.grouped]
            above = {each.name: typed.get(each, self.batch.typed(each)) for each in at}
        else:
            above = {}
        return {name: above[name] for name in names if above.get(name)}

    def _skip(self, texts: Sequence[str]) -> None:
        self.skipped += sum(1 for text in texts if text.strip())
