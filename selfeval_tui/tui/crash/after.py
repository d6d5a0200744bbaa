"""What follows an unforeseen error: saving, the report, and the question how to go on."""

import sys
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from selfeval_tui.clock import local_time
from selfeval_tui.tui.crash.keep import keep_report
from selfeval_tui.tui.crash.report import report
from selfeval_tui.tui.crash.rescue import rescue
from selfeval_tui.tui.crash.words import AGAIN, LEAVE, REOPEN, TITLE, Crash, answers, told
from selfeval_tui.tui.desk import Desk

_NO_THREAD = "can't start new thread"
"""Python's words; it has no class for that."""
NOTED = "运行中有一处小故障，不影响填报。故障报告：{path}"


def after(fault: BaseException, root: Path, desk: Desk | None, *, asks: bool = True) -> bool:
    """Save, report, and ask how to go on; the window that failed is closed.

    Args:
        fault: The error.
        root: The workspace.
        desk: What is open; None where nothing was yet.
        asks: Whether there is anybody to ask.

    Returns:
        Whether the workspace is to be opened again.
    """
    rescued = rescue(desk) if desk else None
    crash = Crash(rescued, _kept(fault, root, desk), local_time(), _is_starved(fault))
    answer = _ask(crash) if asks else LEAVE
    while answer == AGAIN and desk is not None:
        crash = evolve(crash, rescue=rescue(desk), at=local_time())
        answer = _ask(crash)
    return answer == REOPEN


def note(fault: BaseException, root: Path, desk: Desk) -> None:
    """Report an error that nothing depended on."""
    if (path := _kept(fault, root, desk)) is not None:
        print(NOTED.format(path=path), file=sys.stderr)


def _kept(fault: BaseException, root: Path, desk: Desk | None) -> Path | None:
    return keep_report(report(fault, _sizes(desk)), root, local_time())


def _sizes(desk: Desk | None) -> Mapping[str, int]:
    sheets = [sheet for each in desk.sessions for sheet in each.batch.sheets] if desk else []
    lengths = [len(sheet.typed(address)) for sheet in sheets for address in sheet.addresses()]
    return {
        "sheets": len(sheets),
        "cells": len(lengths),
        "characters": sum(lengths),
        "longest": max(lengths, default=0),
    }


def _ask(crash: Crash) -> str:
    """The clerk's answer; where no screen can be drawn, the lines are printed instead."""
    from selfeval_tui.tui.crash.screen import CrashApp
    from selfeval_tui.tui.stay import run

    lines, offered = tuple(told(crash)), answers(crash)
    if crash.memory:
        # A window needs threads, and Python waits for ever for one that finds no memory.
        print("\n".join((TITLE, *lines)), file=sys.stderr)
        return offered[-1]
    try:
        app = CrashApp(TITLE, lines, offered)
        run(app)
    except Exception:  # noqa: BLE001 - What it has to say is said in plain lines below.
        drawn = False
    else:
        drawn = app.fault is None
        if drawn and app.return_value is not None:
            return offered[app.return_value]
    if not drawn:
        print("\n".join((TITLE, *lines)), file=sys.stderr)
    return offered[-1]


def _is_starved(fault: BaseException) -> bool:
    """Whether there was no memory left: not for a value, or not for a thread."""
    # Only of such an error may the text be asked: another one's may hold what cannot be spelled.
    without_thread = isinstance(fault, RuntimeError) and _NO_THREAD in str(fault)
    return without_thread or isinstance(fault, MemoryError)
