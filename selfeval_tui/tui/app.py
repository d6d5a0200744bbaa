"""The door to the screen: it looks for a terminal before anything heavy is imported."""

import os
import sys
from pathlib import Path

NO_TERMINAL = 2
"""The exit status where nobody can see a screen."""
BROKEN = 3
"""The exit status after an unforeseen error."""
_DUMB = frozenset({"dumb", "unknown"})
"""What TERM says where nothing but lines can be shown."""
_KEPT = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DISABLE_KITTY_KEY"})
"""What may be set for a terminal with its own ideas; the others are for developers."""

_SIZES = frozenset({"COLUMNS", "LINES"})


def run_app(root: Path) -> int:
    """Open the screen over a workspace and stay until the clerk leaves.

    Args:
        root: The unit's own workspace.

    Returns:
        The exit status: 0, NO_TERMINAL where there is no terminal to draw on, BROKEN, or that of
        the signal that ended the program.

    Raises:
        StoreError: The workspace cannot be read at all.
    """
    if why := _complaint():
        print(why, file=sys.stderr)
        return NO_TERMINAL
    _forget_others()
    from selfeval_tui.tui.stay import stay

    return stay(root)


def _complaint() -> str:
    """Why nobody could see the screen; empty where all is well."""
    # A stream that whoever started the program had closed is not there at all.
    streams = (sys.__stdin__, sys.__stdout__)
    if not all(stream and not stream.closed and stream.isatty() for stream in streams):
        return (
            "这里不是终端窗口，打不开填报画面。请在终端窗口里直接运行；"
            "批量处理请看 selfeval --help。"
        )
    if not _takes_chinese(sys.__stdout__.encoding if sys.__stdout__ else ""):
        # In a language that such a terminal can print.
        return "This terminal cannot show Chinese. Set LANG=zh_CN.UTF-8 and start again."
    if sys.platform == "win32":
        from selfeval_tui.tui.windows.console import console_complaint

        return console_complaint()
    if (name := os.environ.get("TERM", "").lower()) in _DUMB:
        return (
            f"这个终端（TERM={name}）画不出填报画面，请换一个终端；批量处理请看 selfeval --help。"
        )
    return ""


def _takes_chinese(encoding: str) -> bool:
    try:
        "表".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _forget_others() -> None:
    """Take away what is set for developers or by a shell.

    It would have Textual log keys, connect to a console, press keys itself, or believe a size that
    the window no longer has.
    """
    for name in [*os.environ]:
        if name in _SIZES or (name.startswith("TEXTUAL") and name not in _KEPT):
            del os.environ[name]
