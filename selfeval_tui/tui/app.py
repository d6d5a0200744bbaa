"""The door to the screen: it looks for a terminal before anything heavy is imported."""

import sys
from pathlib import Path

NO_TERMINAL = 2
"""The exit status where nobody can see a screen."""


def run_app(root: Path) -> int:
    """Open the screen over a workspace and stay until the clerk leaves.

    Args:
        root: The unit's own workspace.

    Returns:
        The exit status: 0, or NO_TERMINAL where there is no terminal to draw on.

    Raises:
        StoreError: The workspace cannot be read at all.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(
            "这里不是终端窗口，打不开填报画面。请在终端窗口里直接运行；"
            "批量处理请看 selfeval --help。",
            file=sys.stderr,
        )
        return NO_TERMINAL
    if sys.platform == "win32":
        from selfeval_tui.tui.windows.console import console_complaint

        if told := console_complaint():
            print(told, file=sys.stderr)
            return NO_TERMINAL
    from selfeval_tui.tui.stay import stay

    return stay(root)
