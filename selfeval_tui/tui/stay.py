"""Opens the screen, and opens it again after an unforeseen error, until the clerk leaves."""

import os
import sys
from pathlib import Path

from textual.driver import Driver

from selfeval_tui.problems import SelfevalError
from selfeval_tui.tui.app import BROKEN
from selfeval_tui.tui.crash.hooks import hooked
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.window import Window


def stay(root: Path) -> int:
    """Show a workspace until the clerk leaves.

    Returns:
        The exit status: 0, that of the signal that ended the program, or BROKEN.

    Raises:
        SelfevalError: The workspace cannot be read at all.
    """
    end: int | Path = root
    while isinstance(end, Path):
        end = _once(end)
    return end


def run(app: Window) -> None:
    """Show a window until it is closed; what nobody handles is told to it."""
    app.driver_class = _driver_class() or app.driver_class
    with hooked(app.failed, app.failed_aside, silent=True):
        app.run()


def _once(root: Path) -> int | Path:
    """Show a workspace once; the exit status, or the workspace that is to be opened now."""
    app, fault = None, None
    try:
        app = SelfevalApp(root)
        run(app)
    except SelfevalError:
        raise
    except Exception as error:  # noqa: BLE001 - Whatever it is, the clerk has to hear of it.
        fault = error
    if app is None:
        assert fault is not None
        return _after(fault, root, None)
    try:
        if app.fault or fault:
            return _after(app.fault or fault, root, app)
        if app.aside:
            from selfeval_tui.tui.crash.after import note

            note(app.aside[0], root, app.desk)
        return app.next or app.return_code or 0
    finally:
        app.ending.over()
        if app.ending.is_gone:
            _let_output_go()


def _after(fault: BaseException | None, root: Path, app: SelfevalApp | None) -> int | Path:
    from selfeval_tui.tui.crash.after import after

    assert fault is not None
    if app is None:
        return root if after(fault, root, None) else BROKEN
    app.hold()
    again = after(fault, root, app.desk, asks=not app.ending.is_asked)
    if app.ending.is_asked:
        return app.return_code or BROKEN
    return root if again else BROKEN


def _let_output_go() -> None:
    """Nobody takes the output any more; Python would complain when it closes it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, (sys.__stdout__, sys.__stderr__)):
        os.dup2(nowhere, stream.fileno())


def _driver_class() -> type[Driver] | None:
    if sys.platform == "win32":
        from selfeval_tui.tui.windows.driver import driver_class

        return driver_class()
    from selfeval_tui.tui.terminal import driver

    return driver.driver_class()
