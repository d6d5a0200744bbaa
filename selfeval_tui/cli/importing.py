"""What `selfeval import` does with one file after the other."""

import sys
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from selfeval_tui.cli.import_report import (
    Entry,
    entries_without,
    entry_of,
    sheet_lines,
    unread_lines,
)
from selfeval_tui.clock import local_time
from selfeval_tui.files.incoming import read_any
from selfeval_tui.files.report import Arrival, State, arrival
from selfeval_tui.sheet import Batch, Sheet, sheet_label
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.history.keep import Wanted, keep

FINE, ALREADY_THERE, UNREADABLE = 0, 1, 2
BLANK, THEIRS = "blank", "theirs"
_ADVICE = (
    f"没有读入，原来的表未动。加 --merge {BLANK} 只补这里空着的，"
    f"--merge {THEIRS} 不同的都用来的；要逐处选定，请在程序里导入。"
)


class Importing:
    """Tells of each file before anything of it is kept.

    Args:
        workspace: Where the sheets go.
        how: `blank` or `theirs`, how to merge into sheets that are there; None for not at all.
        dry: Whether nothing is kept.
        silent: Whether what was read is gathered, not printed.
    """

    def __init__(self, workspace: Workspace, how: str | None, *, dry: bool, silent: bool) -> None:
        self._workspace = workspace
        self._there = {sheet.id: sheet for sheet in workspace.load().sheets}
        self._how = how
        self._dry = dry
        self._silent = silent
        self.status = FINE
        self.entries: list[Entry] = []
        """What was read, for a program."""

    def take(self, file: Path | Fault) -> None:
        """Read a file, and keep its sheets as far as was asked for."""
        read = file if isinstance(file, Fault) else read_any(file)
        if isinstance(read, Fault):
            print(read.message, file=sys.stderr)
        else:
            for each in read.sheets:
                self._take_sheet(arrival(read, each, self._there.values()))
            self._tell(unread_lines(read))
        self.entries.extend(entries_without(read))
        if isinstance(read, Fault) or not read.sheets:
            self.status = UNREADABLE

    def _take_sheet(self, found: Arrival) -> None:
        ours = found.ours
        self._tell(sheet_lines(found, self._workspace.path_of(ours) if ours else None))
        self.entries.append(entry_of(found))
        sheet = self._wanted(found)
        if sheet is None:
            return
        self._there[sheet.id] = sheet
        if not self._dry:
            self._keep(found, sheet)

    def _wanted(self, found: Arrival) -> Sheet | None:
        """What shall be kept of a sheet; None where it stays out, which is said."""
        match found.state:
            case State.NEW:
                return found.sheet
            case State.BLANK:
                pass
            case State.SAME:
                self._leave(found, "内容一样，没有读入。", counts=not self._dry)
            case State.LOCKED:
                assert found.ours is not None
                self._leave(found, f"没有并入：{refusal(Batch([found.ours]), found.ours.id)}。")
            case State.DIFFERS if self._how is None or self._dry:
                self._leave(found, "没有读入，什么也没有存。" if self._dry else _ADVICE)
            case State.DIFFERS:
                every = self._how == THEIRS
                return found.merged(found.all_theirs() if every else found.only_blanks())
        return None

    def _leave(self, found: Arrival, why: str, *, counts: bool = True) -> None:
        print(f"{found.path}：已有“{sheet_label(found.read.sheet)}”，{why}", file=sys.stderr)
        if counts:
            self.status = max(self.status, ALREADY_THERE)

    def _keep(self, found: Arrival, sheet: Sheet) -> None:
        if found.ours is not None:
            keep(self._workspace, Wanted(found.ours, "导入之前", local_time()))
        saved = self._workspace.save(sheet)
        self.entries[-1] = evolve(self.entries[-1], saved=str(saved))
        done = "并入，存为" if found.ours else "存为"
        self._tell([f"  {done} {saved}"])

    def _tell(self, lines: Iterable[str]) -> None:
        if not self._silent:
            for line in lines:
                print(line, flush=True)
