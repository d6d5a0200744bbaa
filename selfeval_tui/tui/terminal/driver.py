"""Textual's driver for Linux and macOS, made fit for signals and for a terminal that goes away.

It leans on the insides of one version of Textual. With any other one Textual's own is used.
"""

import os
import select
import signal
import sys
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, cast

import textual
from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from selfeval_tui.tui.ending import Endable
from selfeval_tui.tui.terminal.steady import GIVEN_BACK, Steady

assert sys.platform != "win32"

MADE_FOR = "8.2.8"
"""The version of Textual whose insides these are."""
ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""The signals that end the program; keys send none of them."""
_WAIT = 0.1
"""Seconds after which the parser may take a lone Esc for a key."""
_MOST = 4096
"""Bytes that are read at once."""


def driver_class() -> type[Driver] | None:
    """The driver below; None for Textual's own where the version is another."""
    return TerminalDriver if _fits() else None


def _fits() -> bool:
    """Whether this is the version, by the notes beside it; Python's reading of them takes long."""
    notes = [each.name for each in Path(textual.__path__[0]).parent.glob("textual-*.dist-info")]
    # The offline folder has no such notes, and brings the version that is asked for.
    return not notes or f"textual-{MADE_FOR}.dist-info" in notes


class TerminalDriver(LinuxDriver):
    """Saves before the program is ended or stopped, and gives the terminal back as it was."""

    def __init__(self, app: Any, **others: Any) -> None:  # noqa: ANN401 - As Textual passes them.
        super().__init__(app, **others)
        self._asked: Endable = app
        # The screen is drawn on what was found to be a terminal; errors may go to a file.
        stream = sys.__stdout__ or sys.__stderr__
        assert stream is not None
        self._file = cast(Any, Steady(stream, self._asked.ending.gone))
        self._output = stream.fileno()
        self._encoding = getattr(sys.__stdin__, "encoding", None) or "utf-8"
        self._asleep = False
        self._asked.ending.at_once = self._end_at_once
        self._before = {number: signal.signal(number, self._signalled) for number in ENDING}

    # The end.

    def _signalled(self, number: int, _frame: object) -> None:
        self._asked.ending.asked(number)

    def _end_at_once(self, status: int) -> NoReturn:
        """Give the terminal back and end; the threads of this program may be waiting."""
        self._give_back()
        os._exit(status)

    def _give_back(self) -> None:
        """Give the terminal back without the help of a thread."""
        with suppress(termios.error, OSError, ValueError):
            if select.select([], [self._output], [], 0)[1]:
                os.write(self._output, GIVEN_BACK.encode("ascii"))
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def start_application_mode(self) -> None:
        """Take the terminal; where there is not even memory for a thread, give it back at once."""
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        except BaseException:
            self.exit_event.set()
            if self._writer_thread is not None and self._writer_thread.is_alive():
                self.close()
            self._give_back()
            raise
        signal.signal(signal.SIGWINCH, self._resized)

    def _resized(self, *_about: object) -> None:
        """The window has another size; it is looked up later, when no other signal comes between.

        Two signals one in the other would otherwise tell the sizes in the wrong order.
        """
        self._loop.call_soon_threadsafe(self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def stop_application_mode(self) -> None:
        """Give the terminal back, the reporting of pixels too, which Textual leaves on."""
        self.write("\x1b[?1016l")
        super().stop_application_mode()

    def close(self) -> None:
        """Write what is left; the signals stay ours until the process ends or draws again."""
        super().close()
        self._writer_thread = None

    def write(self, data: str) -> None:
        """Write to the terminal, unless it is not ours now."""
        if self._writer_thread is not None:
            super().write(data)

    # A rest.

    def _sigtstp_application(self, *_about: object) -> None:
        """Somebody wants the process to stop: save first. Called in the middle of a signal."""
        self._loop.call_soon_threadsafe(self._asked.rest, self._sleep)

    def _sigcont_application(self, *_about: object) -> None:
        """The process goes on, after a stop that nobody told us of before."""
        if not self._asleep:
            self._loop.call_soon_threadsafe(self._wake)

    def _sleep(self) -> None:
        """Give the terminal back and stop; take it again when the process goes on."""
        self._asleep = True
        try:
            self.suspend_application_mode()
            os.kill(os.getpid(), signal.SIGSTOP)
        finally:
            self._take_again()
            self._asleep = False

    def _wake(self) -> None:
        """The shell may have set the terminal to its own liking meanwhile."""
        if self._writer_thread is not None:
            self.suspend_application_mode()
            self._take_again()

    def _take_again(self) -> None:
        # In the background this stops the process once more, and has to be repeated.
        tries = 3
        while self._writer_thread is None and tries:
            self.start_application_mode()
            tries -= 1
        if self._writer_thread is None:
            self._asked.ending.gone()
        self._asked.action_repaint()

    # What is typed.

    def _run_input_thread(self) -> None:
        try:
            self._listen()
        except (OSError, ValueError):
            self._asked.ending.gone()
        except Exception as error:  # noqa: BLE001 - A program that hears nothing must not go on.
            self._asked.failed(error)

    def _listen(self) -> None:
        """Read until the driver asks to stop, or the terminal is gone."""
        # Never with its log of keys, which would hold what is typed.
        parser = XTermParser(debug=False)
        decode = getincrementaldecoder(self._encoding)(errors="replace").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], _WAIT)[0]:
                data = os.read(self.fileno, _MOST)
                if not data:
                    self._asked.ending.gone()
                    return
                # An empty text would tell the parser that all has ended.
                if text := decode(data):
                    for event in parser.feed(text):
                        self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
