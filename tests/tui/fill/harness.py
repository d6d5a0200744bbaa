"""The 填报 screen alone in a small application."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.theme import Theme

from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.store import Autosave, Workspace
from selfeval_tui.store.window.lock import WorkspaceLock
from selfeval_tui.tui.bars import use_solid_bars
from selfeval_tui.tui.fill.area import EditingArea
from selfeval_tui.tui.fill.grid import SheetGrid
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import THEMES, style
from tests.tui.fill.build import demo_batch, one

SIZES = ((72, 20), (80, 24), (120, 36), (200, 50))


def clock() -> datetime:
    """It is always the same minute."""
    return datetime(2024, 4, 23, 10, 32, tzinfo=UTC)


class FillApp(App[None], inherit_bindings=False):
    """Shows one sheet of a batch; nothing is saved.

    Args:
        batch: The sheets.
        sheet: The one to fill.
        demo: Whether it is the 示例.
    """

    CSS = style("theme.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, batch: Batch, sheet: Sheet, *, demo: bool = False) -> None:
        super().__init__()
        use_solid_bars()
        workspace = Workspace(Path("not-written"), demo=demo)
        lock = WorkspaceLock(workspace.root, clock)
        self.session = Session(workspace, batch, Autosave(workspace, batch, clock), (), clock, lock)
        self.fill = FillScreen(self.session, sheet.id)
        self.requested: list[str] = []
        self.wanted: list[FillScreen.SheetRequested] = []

    @property
    def current_theme(self) -> Theme:
        """The program's own."""
        return THEMES["dark"]

    async def on_mount(self) -> None:
        """Show the sheet."""
        await self.push_screen(self.fill)

    def on_fill_screen_sheet_requested(self, message: FillScreen.SheetRequested) -> None:
        """Remember which sheet was wanted."""
        self.requested.append(message.sheet_id)
        self.wanted.append(message)


class Desk:
    """What a test does with the screen, and what it sees.

    Args:
        pilot: Presses the keys.
        app: The application.
    """

    def __init__(self, pilot: Pilot[None], app: FillApp) -> None:
        self.pilot = pilot
        self.app = app
        self.batch = app.session.batch
        self.screen = app.fill
        self.sheet = self.batch.sheet(app.fill.sheet_id)

    @property
    def area(self) -> EditingArea:
        """The grid with its editors."""
        return self.screen.area

    @property
    def grid(self) -> SheetGrid:
        """The grid."""
        return self.area.grid

    @property
    def cell(self) -> Address:
        """The cell under the cursor."""
        return self.grid.address

    @property
    def rows(self) -> list[str]:
        """What stands on the screen, row by row, without blanks at the ends."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.rows)

    @property
    def cursor(self) -> Offset:
        """Where the terminal's own cursor is left."""
        return self.app.cursor_position

    def typed(self, address: Address) -> str:
        """What the batch holds."""
        return self.batch.typed(address)

    async def press(self, *keys: str) -> None:
        """Press keys and let everything settle; a text of several characters is typed."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, as an input method commits it: all characters in one go."""
        for character in text:
            self.app.post_message(events.Key(character, character))
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """One bracketed paste."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def go(self, address: Address) -> None:
        """Put the cursor on a cell."""
        self.grid.go_to(address)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _round in range(200):
            await self.pilot.pause()
            if holds():
                return
        raise AssertionError(f"did not come to hold; the screen shows:\n{self.text}")

    def place_of(self, text: str) -> Offset:
        """Where a text stands on the screen, in cells."""
        for y, row in enumerate(self.rows):
            if text in row:
                return Offset(_cells(row[: row.index(text)]), y)
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


@asynccontextmanager
async def filling(
    name: str = "附件1-7", *, size: tuple[int, int] = (80, 24), batch: Batch | None = None,
    demo: bool = False,
) -> AsyncIterator[Desk]:  # fmt: skip
    """The screen over the published sheets, with one of them to fill."""
    sheets = batch or demo_batch()
    app = FillApp(sheets, one(sheets, name) if batch is None else sheets.sheets[0], demo=demo)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(pilot, app)
