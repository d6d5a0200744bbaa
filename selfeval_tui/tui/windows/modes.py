"""The modes of a Windows console: what they are while the program runs, and what afterwards.

Pure arithmetic and decisions over a few calls of the system, so that it is tested anywhere.
"""

from typing import Protocol

ENABLE_INSERT_MODE = 0x0020
ENABLE_QUICK_EDIT_MODE = 0x0040
ENABLE_EXTENDED_FLAGS = 0x0080
"""Only with this bit does the console look at the two above, and tell them."""
ENABLE_VIRTUAL_TERMINAL_INPUT = 0x0200
ENABLE_VIRTUAL_TERMINAL_PROCESSING = 0x0004

INPUT, OUTPUT = -10, -11
"""The standard handles by the numbers that Windows gives them."""

TOO_OLD = (
    "这个控制台画不出填报画面{build}。请用 Windows 10 的 1809 版或更新的系统，"
    "或装 Windows Terminal 再打开；批量处理请看 selfeval --help。"
)


class Kernel(Protocol):
    """The calls of the system that are needed here."""

    def mode(self, handle: int) -> int | None:
        """The mode of a console; None where the handle is none."""

    def set_mode(self, handle: int, mode: int) -> bool:
        """Set it; False where the console does not know a bit of it."""


def while_running(saved: int) -> int:
    """The mode of the input while the program runs.

    As Textual sets it, and QuickEdit off: with it a click of the mouse would mark text and hold
    the program until a key is pressed.

    Args:
        saved: The mode before.
    """
    return ENABLE_VIRTUAL_TERMINAL_INPUT | ENABLE_EXTENDED_FLAGS | (saved & ENABLE_INSERT_MODE)


def afterwards(saved: int) -> int:
    """The mode of the input once the program has ended.

    Args:
        saved: The mode before. A console that did not tell about QuickEdit gets what Windows
            gives every new one: QuickEdit on.
    """
    if saved & ENABLE_EXTENDED_FLAGS:
        return saved
    return saved | ENABLE_EXTENDED_FLAGS | ENABLE_QUICK_EDIT_MODE | ENABLE_INSERT_MODE


class QuickEdit:
    """Switches QuickEdit off for a while; switching it back twice does no harm.

    Args:
        kernel: The system.
    """

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._saved: int | None = None

    def remember(self) -> None:
        """Look what the console does before anything is changed."""
        self._saved = self._kernel.mode(INPUT)

    def switch_off(self) -> None:
        """Begin; what was remembered decides what comes afterwards."""
        if self._saved is not None:
            self._kernel.set_mode(INPUT, while_running(self._saved))

    def restore(self) -> None:
        """Let the console do what it did before."""
        saved, self._saved = self._saved, None
        if saved is not None:
            self._kernel.set_mode(INPUT, afterwards(saved))


def complaint(kernel: Kernel, build: int) -> str:
    """What to tell where the console cannot be drawn on; empty where it can.

    Args:
        kernel: The system; its modes are as before when this returns.
        build: The number of Windows' build, for the sentence.
    """
    able = _takes(kernel, OUTPUT, ENABLE_VIRTUAL_TERMINAL_PROCESSING) and _takes(
        kernel, INPUT, ENABLE_VIRTUAL_TERMINAL_INPUT
    )
    return "" if able else TOO_OLD.format(build=f"（系统内部版本 {build}）" if build else "")


def _takes(kernel: Kernel, handle: int, bit: int) -> bool:
    """Whether a console can be switched to a mode; it is switched back."""
    mode = kernel.mode(handle)
    if mode is None:
        return False
    taken = kernel.set_mode(handle, mode | bit)
    kernel.set_mode(handle, mode)
    return taken
