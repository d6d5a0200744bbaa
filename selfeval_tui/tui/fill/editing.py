"""The life of a text: the one editor over the grid, from its opening to the commit."""

from collections.abc import Callable, Iterator

from attrs import evolve
from rich.cells import cell_len

from selfeval_tui.sheet import Address, Batch, field_at, print_cell, sheet_label
from selfeval_tui.sheet.propose import converted
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.text import has_controls
from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.clip import Clip
from selfeval_tui.tui.fill.editor import SEVERAL_LINES, CellEditor
from selfeval_tui.tui.fill.flags import FlagsList
from selfeval_tui.tui.fill.grid import SheetGrid
from selfeval_tui.tui.fill.longtext import LongEditor
from selfeval_tui.tui.fill.overlay import Move, Opening, Overlay
from selfeval_tui.tui.fill.standard import offers_list
from selfeval_tui.tui.life.refused import refused

READ_ONLY = "这里是表样印好的文字，不用填写"
CONVERTED = "“{text}”已按 {proposed} 填，可以撤销"
DROPPED = "已去掉看不见的控制字符，其余照原样保留"


class Editing:
    """Opens the editor that a cell needs, and commits what it holds.

    Args:
        batch: What is edited.
        grid: Where the cells are.
        turned: Called when an editor opened or closed.
        say: Tells the clerk something.
        ended: Called when the cursor went past the last cell to fill.
        clip: The way to the clipboard.
        pasted: Called with what is to be pasted.
    """

    def __init__(
        self,
        batch: Batch,
        grid: SheetGrid,
        turned: Callable[[], None],
        say: Callable[[str], None],
        ended: Callable[[], None],
        clip: Clip,
        pasted: Callable[[str], None],
    ) -> None:
        self._batch = batch
        self._grid = grid
        self._turned = turned
        self._say = say
        self._ended = ended
        self.clip = clip
        """The way to the clipboard."""
        self._pasted = pasted
        self._cell = CellEditor(self)
        self._long = LongEditor(self)
        self._choice = ChoiceList(self)
        self._flags = FlagsList(self)
        self._at: Address | None = None
        self.overlay: Overlay | None = None
        """The open editor."""

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """All editors."""
        return (self._cell, self._long, self._choice, self._flags)

    def begin(self, typed: str | None = None) -> None:
        """Open the editor of the cell under the cursor.

        Args:
            typed: What was typed or pasted there and replaces the old text; None to go on with
                the old one.
        """
        if self.refuses():
            return
        field = self._grid.box.taken
        if field is None:
            self._say(READ_ONLY)
            return
        old = self._batch.typed(self._grid.address)
        names = offers_list(self._batch, self._grid.address) if typed is None else ()
        if names:
            offered = evolve(field, options=names)
            self._open(self._choice, Opening(offered, old, selected=True, free=True))
            return
        overlay = self._overlay_for(field, old if typed is None else typed)
        keeps = typed is None or overlay in {self._choice, self._flags}
        self._open(overlay, Opening(field, old if keeps else "", selected=True))
        if typed is not None:
            overlay.take(typed)
            if overlay is self._long and field.kind is not Kind.LONG:
                self._say(SEVERAL_LINES)

    def refuses(self) -> bool:
        """Whether the sheet under the cursor is locked, which is then told."""
        sheet = self._grid.address.sheet
        if locked := self._batch.locked(sheet):
            self._say(refused(self._batch, {sheet}))
        return locked

    @property
    def touched(self) -> bool:
        """Whether the text in the open editor is another one than the cell's."""
        overlay, at = self.overlay, self._at
        return (
            overlay is not None and at is not None and overlay.value_text != self._batch.typed(at)
        )

    def being_typed(self) -> Iterator[Typing]:
        """The text in the open editor, unless it is the cell's."""
        overlay, at = self.overlay, self._at
        if overlay is None or at is None:
            return
        text, saved = overlay.value_text, self._batch.typed(at)
        if text != saved:
            sheet = self._batch.sheet(at.sheet)
            yield Typing(f"{sheet_label(sheet)} {print_cell(sheet, at)}", text, saved, at)

    def widen(self, text: str, at: int, words: str = "") -> None:
        """Go on with a text of several lines where there is room for it; see `Owner.widen`."""
        field = self._grid.box.field
        if field is not None:
            self._close()
            self._open(self._long, Opening(field, text, selected=False, at=at))
            if words:
                self._say(words)

    def type_instead(self, text: str) -> None:
        """Go on with a text of the clerk's own in place of a list of standard names."""
        field = self._grid.box.field
        if field is not None:
            self._close()
            self._open(self._cell, Opening(field, "", selected=False))
            self._cell.take(text)

    async def copy(self, text: str) -> None:
        """Copy a text out of the open editor."""
        await self.clip.copy(text, "已复制文字")

    async def paste(self) -> None:
        """Paste what was copied into the open editor."""
        self._pasted(await self.clip.paste())

    def finish(self, move: Move, *, proposed: bool = False) -> None:
        """Commit the text of the open editor and move on.

        Args:
            move: Where the cursor goes.
            proposed: Whether an amount in another unit is committed in that of its field.
        """
        if self.overlay is None or self._at is None:
            return
        text = self.overlay.value_text
        field = field_at(self._batch.sheet(self._at.sheet).spec, self._at)
        # What stood there and was only looked at is never replaced.
        typed = text != self._batch.typed(self._at)
        found = converted(field, text) if proposed and typed else None
        self._close()
        if has_controls(text):
            self._say(DROPPED)
        self._batch.set(self._at, found.text if found else text)
        if found:
            self._say(CONVERTED.format(text=text, proposed=found.text))
        self._go(move)

    def cancel(self) -> None:
        """Close the open editor; the cell stays as it was."""
        if self.overlay is not None:
            self._close()
            self._go(Move.STAY)

    def place(self, *, reveal: bool) -> None:
        """Lay the editor over its cell, and the terminal's own cursor into it.

        Args:
            reveal: Whether the grid is scrolled so that the cell is seen.
        """
        if self.overlay is None:
            return
        if reveal:
            self._grid.reveal()
        cell = self._grid.region_of(self._grid.cursor)
        room = self.overlay.place(cell, self._grid.room)
        self.overlay.styles.offset = room.offset
        self.overlay.styles.width = room.width
        self.overlay.styles.height = room.height
        self._grid.call_after_refresh(self._park)

    def _park(self) -> None:
        if self.overlay is not None:
            self.overlay.park()

    def _overlay_for(self, field: Field, text: str) -> Overlay:
        if field.kind is Kind.CHOICE and field.options:
            return self._choice
        if field.kind is Kind.FLAGS and field.options:
            return self._flags
        several = "\n" in text.removesuffix("\n") or "\t" in text
        if field.kind is Kind.LONG or several or cell_len(text) >= self._grid.room.width:
            return self._long
        return self._cell

    def _open(self, overlay: Overlay, opening: Opening) -> None:
        self.overlay, self._at = overlay, self._grid.address
        overlay.begin(opening)
        overlay.display = True
        self.place(reveal=True)
        self._turned()

    def _close(self) -> None:
        if self.overlay is not None:
            self.overlay.display = False
            self.overlay = None
            self._turned()

    def _go(self, move: Move) -> None:
        grid = self._grid
        before = grid.cursor
        match move:
            case Move.DOWN:
                grid.action_cursor_down()
            case Move.UP:
                grid.action_cursor_up()
            case Move.NEXT:
                grid.move_to(grid.movement.following(grid.cursor))
            case Move.PREVIOUS:
                grid.move_to(grid.movement.preceding(grid.cursor))
            case Move.STAY:
                grid.move_to(grid.cursor)
        if move in {Move.DOWN, Move.NEXT} and grid.movement.is_over(before, grid.cursor):
            self._ended()
