"""Who runs this program, and whether a process is still there."""

import os
import sys

_ASKS = 0x1000
"""PROCESS_QUERY_LIMITED_INFORMATION."""
_STILL_ACTIVE = 259


def host_name() -> str:
    """The PC's name and system: a number of a process means nothing on another system."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{name}/{sys.platform}"


def user_name() -> str:
    """The name that the clerk is logged in with; empty where the system does not tell."""
    names = (os.environ.get(each, "") for each in ("LOGNAME", "USER", "USERNAME"))
    return next(filter(None, names), "")


def is_gone(process: int) -> bool:
    """Whether a process of this PC has ended; no where the system does not tell.

    A number is given anew after a while: a process that has ended may seem to be there, a
    process that is there never seems to have ended.
    """
    if process == os.getpid():
        # Whoever had our number has ended before we got it.
        return True
    if sys.platform == "win32":
        return _is_gone_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


if sys.platform == "win32":
    import ctypes

    _NO_SUCH_PROCESS = 87

    def _is_gone_on_windows(process: int) -> bool:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_ASKS, 0, process)
        if not handle:
            return ctypes.get_last_error() == _NO_SUCH_PROCESS
        code = ctypes.c_ulong()
        told = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return bool(told) and code.value != _STILL_ACTIVE
