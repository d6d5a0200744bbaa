"""Selecting, copying, pasting, emptying and filling blocks of cells."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.sheet.carry import carry_out
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.text.pasted import write_pasted
from selfeval_tui.tui.fill.actions.block_edits import copied, emptied, filled_down
from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.actions.pasting import Pasting
from selfeval_tui.tui.fill.block import Block, run_of
from selfeval_tui.tui.fill.editing import READ_ONLY
from selfeval_tui.tui.fill.lines import SheetLines

NOTHING_ABOVE = "上面没有可以填下来的内容"


@frozen
class ClipActions:
    """What is done to the selected block, or to the one cell under the cursor."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "copy": Action(self.copy),
            "cut": Action(self.cut, self.hand.fillable),
            "paste": Action(self.paste),
            "clear": Action(self.clear, self.hand.fillable),
            "fill_down": Action(self.fill_down, self.hand.fillable),
            "select_table": Action(self.select_table, self._has_rows, of_cell=False),
            "drop_block": Action(self.drop_block, self._selected, of_cell=False),
        }

    async def copy(self) -> None:
        """Copy what is typed, or shown where nothing is."""
        await self._copy("已复制")

    async def cut(self) -> None:
        """Copy, then empty."""
        await self._copy("已剪切")
        self.clear()

    async def paste(self) -> None:
        """Paste what lies on the clipboard."""
        text = await self.hand.editing.clip.paste()
        Pasting(self.hand).take_copied(text)

    def clear(self) -> None:
        """Empty all that can be typed."""
        edits = emptied(self.hand.batch, self._lines, self._block)
        if edits:
            self._do("清空{}格", edits)
        elif self.hand.field is None and not self._block.several:
            self.hand.say(READ_ONLY)

    def fill_down(self) -> None:
        """Take the first row over into those below, or the row above into a single one."""
        edits = filled_down(self.hand.batch, self._lines, self._block)
        if edits:
            self._do("向下填充{}格", edits)
        else:
            self.hand.say(NOTHING_ABOVE)

    def select_table(self) -> None:
        """Select all rows of the table, or all fields around."""
        self.hand.grid.select_table()

    def drop_block(self) -> None:
        """Select nothing but the cell under the cursor."""
        self.hand.grid.move_to(self.hand.grid.cursor)

    async def _copy(self, done: str) -> None:
        block = self._block
        text = write_pasted(copied(self.hand.batch, self._lines, block))
        size = f" {len(block.lines)}×{len(block.boxes)} 格" if block.several else ""
        await self.hand.editing.clip.copy(text, f"{done}{size}")

    def _do(self, name: str, edits: tuple[Difference, ...]) -> None:
        at = self._lines.address(self.hand.grid.cursor)
        carry_out(self.hand.batch, edits, name.format(len(edits)), at)

    @property
    def _lines(self) -> SheetLines:
        return self.hand.grid.drawing.sheet_lines

    @property
    def _block(self) -> Block:
        return self.hand.grid.block

    def _has_rows(self) -> bool:
        return len(run_of(self._lines, self.hand.grid.cursor.line)) > 1

    def _selected(self) -> bool:
        return self._block.several
