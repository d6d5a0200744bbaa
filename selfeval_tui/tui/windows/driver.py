"""Textual's driver for Windows with an ear for input methods, and QuickEdit off; Windows only.

It leans on the insides of one version of Textual. With any other one Textual's own is used.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, wintypes
from importlib.metadata import PackageNotFoundError, version
from typing import cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver
from textual.message import Message

from selfeval_tui.tui.ending import Endable
from selfeval_tui.tui.windows.bursts import Bursts
from selfeval_tui.tui.windows.records import KeyRecord, Record, SizeRecord, hear

assert sys.platform == "win32"

MADE_FOR = "8.2.8"
"""The version of Textual whose insides these are."""
WAIT = 100
"""Milliseconds after which the parser may take a lone Esc for a key."""
SOON = 10
"""Milliseconds between two looks whether a paste is over."""
MOST = 1024
"""Records that are read at once."""
KEY_EVENT, SIZE_EVENT = 0x0001, 0x0004


def driver_class() -> type[Driver] | None:
    """The driver below; None for Textual's own where the version is another."""
    try:
        fits = version("textual") == MADE_FOR
    except PackageNotFoundError:
        # The offline folder has no such notes, and brings the version that is asked for.
        fits = True
    return ConsoleDriver if fits else None


class ConsoleMonitor(win32.EventMonitor):
    """Reads the console's records in a thread, as Textual does, by our rules."""

    def run(self) -> None:
        """Read until the driver asks to stop; a program that hears nothing must not go on."""
        try:
            self._listen()
        except Exception as error:  # noqa: BLE001 - Whatever it is, the clerk has to hear of it.
            cast(Endable, self.app).failed(error)

    def _listen(self) -> None:
        parser = XTermParser(debug=constants.DEBUG)
        handle = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
        records = (win32.INPUT_RECORD * MOST)()
        count = wintypes.DWORD(0)
        half = ""
        bursts = Bursts(time.monotonic)
        while not self.exit_event.is_set():
            for event in (*parser.tick(), *_fed(parser, bursts.tick())):
                self.process_event(event)  # type: ignore[arg-type]
            if win32.wait_for_handles([handle], SOON if bursts.holding else WAIT) is None:
                continue
            win32.KERNEL32.ReadConsoleInputW(handle, byref(records), MOST, byref(count))
            heard = hear(_read(records[: count.value]), half)
            half = heard.half
            for event in _fed(parser, bursts.hear(heard.text)):
                self.process_event(event)  # type: ignore[arg-type]
            if heard.size is not None:
                self.on_size_change(*heard.size)


def _fed(parser: XTermParser, text: str) -> Iterable[Message]:
    """The events of a text; an empty one would tell the parser that all has ended."""
    return parser.feed(text) if text else ()


def _read(records: list[win32.INPUT_RECORD]) -> Iterator[Record]:
    """The records that say something."""
    for record in records:
        if record.EventType == KEY_EVENT:
            key = record.Event.KeyEvent
            yield KeyRecord(
                down=bool(key.bKeyDown),
                virtual_key=key.wVirtualKeyCode,
                character=key.uChar.UnicodeChar,
                control_state=key.dwControlKeyState,
                repeat=key.wRepeatCount,
            )
        elif record.EventType == SIZE_EVENT:
            size = record.Event.WindowBufferSizeEvent.dwSize
            yield SizeRecord(size.X, size.Y)


class ConsoleDriver(WindowsDriver):
    """Textual's driver with the monitor above."""

    _take_back: Callable[[], None] | None = None

    def start_application_mode(self) -> None:
        """Take the console over."""
        from selfeval_tui.tui.windows.console import on_every_way_out, quick_edit

        self._quick_edit = quick_edit()
        self._quick_edit.remember()
        self._take_back = on_every_way_out(
            self._quick_edit.restore, cast(Endable, self._app).ending.wait
        )
        monitor = win32.EventMonitor
        win32.EventMonitor = ConsoleMonitor  # type: ignore[misc]
        try:
            super().start_application_mode()
        finally:
            win32.EventMonitor = monitor  # type: ignore[misc]
        self._quick_edit.switch_off()
        # What a console draws wider than Textual counts is cut at the edge instead of wrapped.
        self.write("\x1b[?7l")

    def stop_application_mode(self) -> None:
        """Let the console wrap its lines again, and give it back."""
        self.write("\x1b[?7h")
        super().stop_application_mode()

    def close(self) -> None:
        """Restore what the console did before, whatever Textual makes of it."""
        try:
            super().close()
        finally:
            if self._take_back is not None:
                self._quick_edit.restore()
                self._take_back()
                self._take_back = None
