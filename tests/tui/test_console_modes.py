"""The console's modes: QuickEdit off while running and restored after; old consoles are told."""

import pytest
from attrs import Factory, define

from selfeval_tui.tui.windows.modes import (
    ENABLE_EXTENDED_FLAGS,
    ENABLE_INSERT_MODE,
    ENABLE_QUICK_EDIT_MODE,
    ENABLE_VIRTUAL_TERMINAL_INPUT,
    ENABLE_VIRTUAL_TERMINAL_PROCESSING,
    INPUT,
    OUTPUT,
    QuickEdit,
    afterwards,
    complaint,
    while_running,
)

USUAL = 0x01F7
"""The input of a new console window on Windows 10."""
WITHOUT = USUAL & ~ENABLE_QUICK_EDIT_MODE
"""Where somebody has switched QuickEdit off."""
SILENT = 0x0007
"""Where the console does not tell about QuickEdit."""


@define
class Console:
    """A console that knows some bits; it looks at QuickEdit only where it is told to."""

    known: int = 0xFFFF
    modes: dict[int, int] = Factory(lambda: {INPUT: USUAL, OUTPUT: 0x3})
    quick_edit: bool = True
    told: list[int] = Factory(list)

    def mode(self, handle: int) -> int | None:
        """As GetConsoleMode."""
        return self.modes.get(handle)

    def set_mode(self, handle: int, mode: int) -> bool:
        """As SetConsoleMode."""
        if mode & ~self.known:
            return False
        self.modes[handle] = mode
        if handle == INPUT:
            self.told.append(mode)
            if mode & ENABLE_EXTENDED_FLAGS:
                self.quick_edit = bool(mode & ENABLE_QUICK_EDIT_MODE)
        return True


@pytest.mark.parametrize("saved", [USUAL, WITHOUT, SILENT])
def test_a_click_does_not_stop_the_program(saved: int) -> None:
    """QuickEdit is off, the keys come as a terminal sends them, insert mode is left alone."""
    running = while_running(saved)
    assert running & ENABLE_EXTENDED_FLAGS
    assert not running & ENABLE_QUICK_EDIT_MODE
    assert running & ENABLE_VIRTUAL_TERMINAL_INPUT
    assert running & ENABLE_INSERT_MODE == saved & ENABLE_INSERT_MODE


@pytest.mark.parametrize(
    ("saved", "expected"),
    [(USUAL, USUAL), (WITHOUT, WITHOUT), (SILENT, SILENT | 0x00E0)],
)
def test_afterwards_all_is_as_before(saved: int, expected: int) -> None:
    """A console that told nothing gets what Windows gives a new one."""
    assert afterwards(saved) == expected


@pytest.mark.parametrize(("saved", "expected"), [(USUAL, True), (WITHOUT, False)])
def test_quick_edit_comes_back_as_it_was(saved: int, *, expected: bool) -> None:
    """Restored once, however many ways out ask for it."""
    console = Console(modes={INPUT: saved, OUTPUT: 3}, quick_edit=expected)
    quick_edit = QuickEdit(console)
    quick_edit.remember()
    quick_edit.switch_off()
    assert not console.quick_edit
    quick_edit.restore()
    quick_edit.restore()
    assert console.quick_edit is expected
    assert console.modes[INPUT] == saved
    assert len(console.told) == 2


def test_without_a_console_nothing_is_touched() -> None:
    """Input from a pipe has no mode."""
    console = Console(modes={})
    quick_edit = QuickEdit(console)
    quick_edit.remember()
    quick_edit.switch_off()
    quick_edit.restore()
    assert console.told == []


@pytest.mark.parametrize("missing", [0, ENABLE_VIRTUAL_TERMINAL_INPUT])
def test_a_console_that_cannot_be_drawn_on_is_told(missing: int) -> None:
    """One sentence with what to do; the modes are as before."""
    console = Console(known=0xFFFF & ~missing)
    told = complaint(console, 7601)
    assert bool(told) is bool(missing)
    assert not missing or "Windows 10 的 1809 版" in told
    assert not missing or "7601" in told
    assert console.modes == {INPUT: USUAL, OUTPUT: 0x3}


def test_an_old_output_is_told_too() -> None:
    """Windows 7 knows neither bit."""
    assert complaint(Console(known=0x01FF & ~ENABLE_VIRTUAL_TERMINAL_PROCESSING), 0)
