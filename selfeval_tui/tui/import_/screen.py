"""导入: name a file, see what was read from it, then keep it or not."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TypeGuard

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Static
from textual.worker import Worker

from selfeval_tui.files.incoming import Incoming, read_any
from selfeval_tui.files.report import Arrival, State, arrival
from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.identity import already_there
from selfeval_tui.store import Fault
from selfeval_tui.tui.form import FormFrame, form_row
from selfeval_tui.tui.import_.found import FoundList
from selfeval_tui.tui.import_.keeping import Asking
from selfeval_tui.tui.import_.reading import FITTING, clean_path, named_by
from selfeval_tui.tui.import_.telling import Entry, Unread, all_of, line_of
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style
from selfeval_tui.tui.ticklist import TickList

_KEEP = "存入本单位的表"
_HOW = f"能读{FITTING}文件；给出文件夹时读其中所有的。可以把文件拖进窗口，或粘贴它的位置。"


class ImportScreen(FormFrame):
    """Reads in a thread and keeps nothing until the clerk says so.

    Args:
        session: The unit's own; what is kept will belong to it.
    """

    WHERE = Where.IMPORT
    CSS = style("forms.tcss", "import_/import.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.IMPORT)]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (26, "-high")]  # noqa: RUF012 - As Textual declares it.

    @dataclass
    class Accepted(Message):
        """The clerk wants to keep what was read."""

        sheets: tuple[Sheet, ...]
        """New ones."""
        merged: tuple[Sheet, ...] = ()
        """Sheets that are there already, as they shall be."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._read: list[tuple[Entry, Incoming | None]] = []
        """What was found, each with the file that it was found in."""
        self._reading: Worker[None] | None = None

    def body(self) -> Iterator[Widget]:
        """The path, what was found, all of the one under the cursor, the button."""
        yield Static(Content("导入别处的表：写出文件或文件夹的位置，按回车读取"), classes="heading")
        yield form_row("文件位置", LineInput(id="import-path", compact=True, select_on_focus=False))
        yield Static(Content(_HOW), classes="form-note", id="import-how")
        yield Static(id="import-said")
        yield FoundList(id="import-list")
        yield VerticalScroll(Static(id="import-report"), id="import-found")
        yield Button(_KEEP, id="import-keep", compact=True, disabled=True)

    def on_mount(self) -> None:
        """There is nothing to show yet."""
        self._show()

    # Reading.

    @on(Input.Changed)
    def forget(self) -> None:
        """Another path: what was read before does not belong to it."""
        self._stop()
        self._read.clear()
        self._say("")
        self._show()

    @on(Input.Submitted)
    def read(self, message: Input.Submitted) -> None:
        """Read what the path names."""
        self.forget()
        if not message.value.strip():
            self._say("请先写出文件的位置。", "$wrong")
            return
        path = clean_path(message.value)
        self._reading = self.run_worker(self._read_all(path), group="import", exclusive=True)

    async def _read_all(self, path: Path) -> None:
        """Read file by file, each in a thread, and show what is there so far."""
        self._say(f"正在看“{path}”。", "$lit")
        named = await asyncio.to_thread(named_by, path)
        for number, file in enumerate(named.files, start=1):
            self._say(f"正在读 {number}/{len(named.files)}：{file.name}。Esc 停下。", "$lit")
            self._take_in(await asyncio.to_thread(read_any, file, demo=self.session.demo), file)
        self._reading = None
        self._say(f"{self._sum()}{named.sentence}" if named.files else named.sentence)
        self._go_on()

    def _take_in(self, read: Incoming | Fault, file: Path) -> None:
        if isinstance(read, Fault):
            self._read.append((Unread(file, "", read.message), None))
        else:
            there = self.session.batch.sheets
            self._read += [(arrival(read, each, there), read) for each in read.sheets]
            self._read += [(Unread(file, each.page, each.why), read) for each in read.unread]
        ticks = self.query_one(FoundList)
        new = range(ticks.count, len(self._read))
        self._show(ticks.ticked | {number for number in new if self._worth_taking(number)})

    def _stop(self) -> bool:
        """Read no further; whether there was anything to stop."""
        stopped = self._reading is not None
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        return stopped

    def action_back(self) -> None:
        """Stop reading; where nothing is being read, leave and keep nothing."""
        if not self._stop():
            super().action_back()
            return
        self._say(f"停下了，没有读完。{self._sum() if self._read else ''}", "$lit")
        self._go_on()

    # Looking.

    @on(Listing.Moved, "#import-list")
    def tell(self) -> None:
        """Tell all of what is under the cursor."""
        self._tell()

    @on(Listing.Opened, "#import-list")
    def look_closer(self) -> None:
        """Go to all of what was clicked twice, to scroll it."""
        self.query_one("#import-found").focus()

    @on(TickList.Ticked)
    def count(self) -> None:
        """Say what the button would do."""
        chosen = len(self._chosen())
        button = self.query_one(Button)
        button.disabled = not chosen or self._reading is not None
        button.label = f"{_KEEP}（{chosen}张）" if chosen else _KEEP
        # The line of keys says what the button says.
        self.refresh_status()

    def action_tick(self) -> None:
        """Set or take away the tick under the cursor."""
        self.query_one(FoundList).action_tick()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ticks are offered where there is a sheet to take."""
        del parameters
        return action != "tick" or any(_takeable(each) for each, _ in self._read)

    # Keeping.

    @on(Button.Pressed)
    def keep(self) -> None:
        """Keep what is ticked; ask first where the unit has the same sheets already."""
        there = self.session.batch.sheets
        # Laid anew beside what is there by now.
        found = [arrival(incoming, each.read, there) for each, incoming in self._chosen()]
        Asking(self.app, found, there, self._accept).begin()

    def _accept(self, sheets: tuple[Sheet, ...], merged: tuple[Sheet, ...]) -> None:
        self.post_message(self.Accepted(sheets, merged))

    def _chosen(self) -> list[tuple[Arrival, Incoming]]:
        ticked = self.query_one(FoundList).ticked
        return [
            (entry, incoming)
            for number, (entry, incoming) in enumerate(self._read)
            if number in ticked and isinstance(entry, Arrival) and incoming is not None
        ]

    def _worth_taking(self, number: int) -> bool:
        """Whether a tick would do anything: not for what is here already, or locked."""
        entry, _ = self._read[number]
        return isinstance(entry, Arrival) and entry.state in {State.NEW, State.DIFFERS}

    # Showing.

    def _show(self, ticked: frozenset[int] = frozenset()) -> None:
        entries = [entry for entry, _ in self._read]
        takeable = [number for number, each in enumerate(entries) if _takeable(each)]
        ticks = self.query_one(FoundList)
        ticks.find([line_of(each) for each in entries], takeable, ticked)
        for widget in (ticks, self.query_one("#import-found")):
            widget.display = bool(entries)
        self.query_one("#import-how").display = not entries
        self._tell()
        self.count()

    def _tell(self) -> None:
        if not self._read:
            return
        number = self.query_one(FoundList).cursor
        lines = all_of(self._read[number][0], self._twin(number))
        self.query_one("#import-report", Static).update(Content("\n").join(lines))
        self.query_one("#import-found").scroll_home(animate=False)

    def _twin(self, number: int) -> Path | None:
        """The earlier file that holds the same sheet."""
        entry, _ = self._read[number]
        if not _takeable(entry):
            return None
        earlier = [each for each, _ in self._read[:number] if _takeable(each)]
        same = already_there(entry.read.sheet, [each.read.sheet for each in earlier])
        return next((each.path for each in earlier if each.read.sheet is same), None)

    def _sum(self) -> str:
        sheets = sum(1 for each, _ in self._read if _takeable(each))
        without = sum(1 for each, _ in self._read if isinstance(each, Unread))
        blank = len(self._read) - sheets - without
        said = f"读到 {sheets} 张表。" if sheets else "没有读到表。"
        if blank:
            said += f"另有 {blank} 张空表。"
        return f"{said}另有 {without} 处没有读到表。" if without and (sheets or blank) else said

    def _say(self, words: str, look: str = "") -> None:
        said = self.query_one("#import-said", Static)
        said.update(Content.styled(words, f"bold {look}".strip()))
        said.display = bool(words)

    def _go_on(self) -> None:
        """Lead to what comes next: the button, or what is worth looking at."""
        self.count()
        button = self.query_one(Button)
        if self._read:
            (self.query_one(FoundList) if button.disabled else button).focus()


def _takeable(entry: Entry) -> TypeGuard[Arrival]:
    """Whether there is anything to keep of it."""
    return isinstance(entry, Arrival) and not entry.blank
