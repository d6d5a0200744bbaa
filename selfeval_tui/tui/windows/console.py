"""The calls to Windows about its console; imported there only."""

import atexit
import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from selfeval_tui.tui.windows.modes import QuickEdit, complaint

assert sys.platform == "win32"

_KERNEL32 = ctypes.WinDLL("kernel32", use_last_error=True)
_KERNEL32.GetStdHandle.argtypes = (wintypes.DWORD,)
_KERNEL32.GetStdHandle.restype = wintypes.HANDLE
_KERNEL32.GetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
_KERNEL32.SetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.DWORD)
_HANDLER = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)


class Kernel32:
    """The system, as `modes.Kernel` wants it."""

    def mode(self, handle: int) -> int | None:
        """The mode of a console; None where the handle is none."""
        mode = wintypes.DWORD()
        got = _KERNEL32.GetConsoleMode(_KERNEL32.GetStdHandle(handle), ctypes.byref(mode))
        return mode.value if got else None

    def set_mode(self, handle: int, mode: int) -> bool:
        """Set it; False where the console does not know a bit of it."""
        return bool(_KERNEL32.SetConsoleMode(_KERNEL32.GetStdHandle(handle), mode))


def console_complaint() -> str:
    """What to tell where the program cannot be shown here; empty where it can."""
    return complaint(Kernel32(), sys.getwindowsversion().build)


_CTRL_C = 0
"""The one event that ends nothing: it is a key like others while the program runs."""


def on_every_way_out(restore: Callable[[], None], save: Callable[[], None]) -> Callable[[], None]:
    """Have something done when the program ends, by itself, by Ctrl+Break or with its window.

    Args:
        restore: Gives the console back.
        save: Has all saved before, where the program is ended from outside; Windows calls it in
            a thread of its own and gives it five seconds.

    Returns:
        Takes that back.
    """

    def ended(event: int) -> bool:
        if event != _CTRL_C:
            save()
        restore()
        return False  # Whoever is asked next ends the program.

    handler = _HANDLER(ended)
    _KERNEL32.SetConsoleCtrlHandler(handler, 1)
    atexit.register(restore)

    def take_back() -> None:
        # Names the handler, which Python would otherwise throw away while Windows still calls it.
        _KERNEL32.SetConsoleCtrlHandler(handler, 0)
        atexit.unregister(restore)

    return take_back


def quick_edit() -> QuickEdit:
    """QuickEdit of this console."""
    return QuickEdit(Kernel32())
