"""The driver for Windows, run on stand-ins for what only Windows has."""

import ctypes
import importlib
import sys
import threading
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from textual import events

from selfeval_tui.tui.ending import Ending
from selfeval_tui.tui.windows.modes import ENABLE_QUICK_EDIT_MODE, INPUT, QuickEdit
from selfeval_tui.tui.windows.records import NOTHING, NUM_LOCK, SHIFT
from tests.tui.test_console_modes import USUAL, Console

DRIVER = "selfeval_tui.tui.windows.driver"


class _Key(ctypes.Structure):
    _fields_ = (
        ("bKeyDown", ctypes.c_int),
        ("wRepeatCount", ctypes.c_ushort),
        ("wVirtualKeyCode", ctypes.c_ushort),
        ("character", ctypes.c_wchar),
        ("dwControlKeyState", ctypes.c_uint),
    )

    @property
    def uChar(self) -> SimpleNamespace:  # noqa: N802 - As Windows calls it.
        """The character, where Textual's structure has it."""
        return SimpleNamespace(UnicodeChar=self.character)


class _Coordinates(ctypes.Structure):
    _fields_ = (("X", ctypes.c_short), ("Y", ctypes.c_short))


class _Size(ctypes.Structure):
    _fields_ = (("dwSize", _Coordinates),)


class _Event(ctypes.Union):
    _fields_ = (("KeyEvent", _Key), ("WindowBufferSizeEvent", _Size))


class _Record(ctypes.Structure):
    _fields_ = (("EventType", ctypes.c_ushort), ("Event", _Event))


def key(character: str, virtual_key: int = 0, state: int = 0, *, down: bool = True) -> _Record:
    """A key as the console reports it."""
    return _Record(1, _Event(KeyEvent=_Key(down, 1, virtual_key, character, state)))


def size(width: int, height: int) -> _Record:
    """A new size."""
    return _Record(4, _Event(WindowBufferSizeEvent=_Size(_Coordinates(width, height))))


class Monitor:
    """What Textual's monitor keeps."""

    def __init__(
        self, loop: object, app: object, exit_event: threading.Event, process_event: object
    ) -> None:
        self.loop, self.app = loop, app
        self.exit_event, self.process_event = exit_event, process_event
        self.sizes: list[tuple[int, int]] = []

    def on_size_change(self, width: int, height: int) -> None:
        """Remember a size."""
        self.sizes.append((width, height))


class Driver:
    """What Textual's driver does, in words."""

    win32: ModuleType
    fails = False

    def __init__(self) -> None:
        self.done: list[str] = []
        self.begun: list[int] = []
        self._app = SimpleNamespace(ending=Ending(self.begun.append))

    def write(self, data: str) -> None:
        """To the console."""
        self.done.append(data)

    def start_application_mode(self) -> None:
        """Make the monitor."""
        self.done.append(self.win32.EventMonitor.__name__)

    def stop_application_mode(self) -> None:
        """Leave."""
        self.done.append("stop")

    def close(self) -> None:
        """Put the modes back, or fail."""
        self.done.append("close")
        if self.fails:
            raise OSError


@pytest.fixture
def console() -> Console:
    """A usual console window."""
    return Console()


@pytest.fixture
def batches() -> list[list[_Record]]:
    """What the console will report, one list a read."""
    return []


@pytest.fixture
def saves() -> list[Callable[[], None]]:
    """What Windows calls when the window is closed."""
    return []


@pytest.fixture
def driver(
    monkeypatch: pytest.MonkeyPatch,
    console: Console,
    batches: list[list[_Record]],
    saves: list[Callable[[], None]],
) -> Iterator[Any]:
    """The module, imported as if this were Windows."""

    def read(_handle: object, records: Any, _most: int, count: Any) -> None:  # noqa: ANN401
        batch = batches.pop(0)
        for number, record in enumerate(batch):
            records._obj[number] = record
        count._obj.value = len(batch)

    def on_every_way_out(
        _restore: Callable[[], None], save: Callable[[], None]
    ) -> Callable[[], None]:
        saves.append(save)
        return lambda: None

    win32 = ModuleType("textual.drivers.win32")
    vars(win32).update(
        EventMonitor=Monitor,
        INPUT_RECORD=_Record,
        STD_INPUT_HANDLE=-10,
        GetStdHandle=lambda number: number,
        wait_for_handles=lambda handles, _wait: handles[0],
        KERNEL32=SimpleNamespace(ReadConsoleInputW=read),
    )
    base = ModuleType("textual.drivers.windows_driver")
    vars(base)["WindowsDriver"] = Driver
    system = ModuleType("selfeval_tui.tui.windows.console")
    vars(system).update(quick_edit=lambda: QuickEdit(console), on_every_way_out=on_every_way_out)
    monkeypatch.setattr(Driver, "win32", win32, raising=False)
    import textual.drivers

    monkeypatch.setattr(textual.drivers, "win32", win32, raising=False)
    for module in (win32, base, system):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(sys, "platform", "win32")
    yield importlib.import_module(DRIVER)
    sys.modules.pop(DRIVER, None)


def listen(driver: Any, batches: list[list[_Record]]) -> tuple[str, Any]:  # noqa: ANN401
    """Let the monitor read everything; the characters it passed on, and the monitor."""
    heard: list[str] = []
    over = threading.Event()

    def process(event: object) -> None:
        if isinstance(event, events.Key):
            heard.append(event.character or event.key)

    def wait(handles: list[object], _wait: int) -> object:
        if not batches:
            over.set()
            return None
        return handles[0]

    driver.win32.wait_for_handles = wait
    monitor = driver.ConsoleMonitor(None, None, over, process)
    monitor.run()
    return "".join(heard), monitor


def test_what_an_input_method_sends_reaches_the_program(
    driver: Any,  # noqa: ANN401
    batches: list[list[_Record]],
) -> None:
    """Through Textual's own parser, with NumLock on and Shift held, across two reads."""
    batches += [
        [key("绩", 0, NUM_LOCK), key("绩", 0, NUM_LOCK, down=False), key(NOTHING, 0x10, SHIFT)],
        [key("？", 0, SHIFT), size(120, 36), key("1", 0x31)],
    ]
    heard, monitor = listen(driver, batches)
    assert heard == "绩？1"
    assert monitor.sizes == [(120, 36)]


def test_a_fault_closes_the_window(
    driver: Any,  # noqa: ANN401
) -> None:
    """A thread that dies in silence would leave a screen that hears nothing."""
    faults: list[BaseException] = []
    app = SimpleNamespace(failed=faults.append)
    driver.win32.wait_for_handles = None
    driver.ConsoleMonitor(None, app, threading.Event(), None).run()
    assert [type(each) for each in faults] == [TypeError]


def test_a_closed_window_has_all_saved(
    driver: Any,  # noqa: ANN401
    saves: list[Callable[[], None]],
) -> None:
    """Windows is kept waiting until that is done."""
    ours = driver.ConsoleDriver()
    ours.start_application_mode()
    ours._app.ending.over()
    for save in saves:
        save()
    ours.close()
    assert ours.begun == [129]


@pytest.mark.parametrize("fails", [False, True])
def test_quick_edit_is_off_only_in_between(
    driver: Any,  # noqa: ANN401
    console: Console,
    monkeypatch: pytest.MonkeyPatch,
    *,
    fails: bool,
) -> None:
    """Back again even where Textual fails on its way out; lines wrap again too."""
    monkeypatch.setattr(Driver, "fails", fails)
    ours = driver.ConsoleDriver()
    ours.start_application_mode()
    assert ours.done == ["ConsoleMonitor", "\x1b[?7l"]
    assert driver.win32.EventMonitor is Monitor
    assert not console.modes[INPUT] & ENABLE_QUICK_EDIT_MODE
    ours.stop_application_mode()
    if fails:
        with pytest.raises(OSError):  # noqa: PT011 - The stand-in's own.
            ours.close()
    else:
        ours.close()
    assert ours.done[2:] == ["\x1b[?7h", "stop", "close"]
    assert console.quick_edit
    assert console.modes[INPUT] == USUAL


def test_the_driver_is_used_with_the_version_it_is_made_for(
    driver: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With another one Textual's own goes to work."""
    assert driver.driver_class() is driver.ConsoleDriver
    monkeypatch.setattr(driver, "MADE_FOR", "0")
    assert driver.driver_class() is None
