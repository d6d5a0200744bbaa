"""The calls of Windows for its clipboard; imported on Windows only."""

import ctypes
import sys
from ctypes import wintypes

if sys.platform == "win32":
    CF_UNICODETEXT = 13
    GMEM_MOVEABLE = 2

    _USER = ctypes.WinDLL("user32")
    _KERNEL = ctypes.WinDLL("kernel32")
    # A handle is as wide as a pointer; without these types it would be cut to 32 bits.
    _USER.OpenClipboard.argtypes = (wintypes.HWND,)
    _USER.GetClipboardData.argtypes = (wintypes.UINT,)
    _USER.GetClipboardData.restype = wintypes.HANDLE
    _USER.SetClipboardData.argtypes = (wintypes.UINT, wintypes.HANDLE)
    _USER.SetClipboardData.restype = wintypes.HANDLE
    _KERNEL.GlobalAlloc.argtypes = (wintypes.UINT, ctypes.c_size_t)
    _KERNEL.GlobalAlloc.restype = wintypes.HGLOBAL
    _KERNEL.GlobalLock.argtypes = (wintypes.HGLOBAL,)
    _KERNEL.GlobalLock.restype = wintypes.LPVOID
    _KERNEL.GlobalUnlock.argtypes = (wintypes.HGLOBAL,)
    _KERNEL.GlobalFree.argtypes = (wintypes.HGLOBAL,)

    class Calls:
        """See `ClipboardCalls`."""

        def open(self) -> bool:
            """Take hold of the clipboard; False while another program holds it."""
            return bool(_USER.OpenClipboard(None))

        def close(self) -> None:
            """Let go of it."""
            _USER.CloseClipboard()

        def get(self) -> str:
            """The text on it; empty where it holds none."""
            handle = _USER.GetClipboardData(CF_UNICODETEXT)
            place = _KERNEL.GlobalLock(handle) if handle else None
            if not place:
                return ""
            try:
                return ctypes.wstring_at(place)
            finally:
                _KERNEL.GlobalUnlock(handle)

        def put(self, text: str) -> bool:
            """Replace what is on it; False where the system refuses."""
            data = text.encode("utf-16-le") + b"\0\0"
            handle = _KERNEL.GlobalAlloc(GMEM_MOVEABLE, len(data))
            place = _KERNEL.GlobalLock(handle) if handle else None
            if not place:
                return False
            ctypes.memmove(place, data, len(data))
            _KERNEL.GlobalUnlock(handle)
            _USER.EmptyClipboard()
            if _USER.SetClipboardData(CF_UNICODETEXT, handle):
                return True
            # The system owns the memory only once it took the text.
            _KERNEL.GlobalFree(handle)
            return False
