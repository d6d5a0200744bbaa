"""One window of two on a workspace: edits at random, takes over, chooses; a process of its own.

    python -m tests.torture.window ROOT SEED EDITS LOG

It does what the screen does, with the classes of the program; only the clerk is random. The log
says what was typed, and what went with somebody's knowledge.
"""

import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from random import Random

from selfeval_tui.sheet import Address, Batch, Sheet, Step
from selfeval_tui.sheet.change import CellChange, RowChange, SheetChange
from selfeval_tui.store import Workspace
from selfeval_tui.store.merge.merging import Side
from selfeval_tui.store.merge.parts import parts_of
from selfeval_tui.store.merge.reconciling import (
    Choices,
    Pair,
    accept_all,
    all_theirs,
    look,
    outcomes_of,
    pairs_of,
    put_in,
)
from selfeval_tui.store.window.lock import Holder
from selfeval_tui.tui.session import open_session

_TOKEN = re.compile(r"[甲乙]窗\d+号")
_EDIT = "typed"
_KNOWN = "known"
"""Written over, removed or not chosen by somebody who saw it."""
_CHOSEN = "chosen"
"""A place where both had changed something."""
_TAKEN = "taken"
"""The other window lost the workspace."""

_TAKES, _SAVES = 0.1, 0.4
"""How often a window that looks takes over, and how often an edit is saved before the next."""


def now() -> datetime:
    """The time of day."""
    return datetime.now().astimezone()


def tokens(said: object) -> set[str]:
    """The texts of the windows in anything."""
    return set(_TOKEN.findall(repr(said)))


class Window:
    """A session and its random clerk.

    Args:
        root: The workspace.
        seed: Which of the two; what it types says so.
    """

    def __init__(self, root: Path, seed: int) -> None:
        self.session = open_session(Workspace(root), now)
        self._chance = Random(seed)  # noqa: S311 - Nothing is to be kept secret.
        self._name = "甲乙"[seed % 2]
        self._count = 0
        self._merging = False
        """Whether what is changed now was shown and chosen."""
        self.log: list[str] = []
        self.session.batch.listen(self._note)

    @property
    def _batch(self) -> Batch:
        return self.session.batch

    def turn(self) -> None:
        """One thing that a clerk does, and what the program does with it."""
        while self._batch.read_only:
            if self._chance.random() < _TAKES or self.session.lock.renew() is None:
                self._take_over()
        self._edit()
        if self._chance.random() < _SAVES:
            self.save()

    def end(self) -> None:
        """Leave nothing undecided, and give the workspace back."""
        while self._batch.read_only or self.session.saving.unwritten:
            if self._batch.read_only:
                self._take_over()
            self.save()
        self.session.lock.release()

    def save(self) -> None:
        """Save; where others hinder it, do what the clerk is asked to."""
        saving = self.session.saving
        saving.save_now()
        if saving.holder is not None:
            self._batch.read_only = "somebody else"
        elif saving.pending:
            self._compare(alone=False)

    def _take_over(self) -> None:
        if isinstance(self.session.lock.take(over=True), Holder):
            return
        saving = self.session.saving
        self.log.append(f"{_TAKEN} -")
        self._batch.read_only = ""
        saving.resume()
        self._compare(alone=not saving.unwritten)

    def _compare(self, *, alone: bool) -> None:
        workspace, saving = self.session.workspace, self.session.saving
        pairs = tuple(pairs_of(self._batch, look(workspace, self.session.lock)))
        choices = all_theirs(pairs) if alone else self._choose(pairs)
        outcomes = outcomes_of(pairs, choices)
        for each in outcomes:
            shown = tokens([(point.ours, point.theirs) for point in each.pair.found.points])
            kept = tokens(parts_of(each.result)) if each.result else set()
            self._know(shown - kept)
            self.log += [f"{_CHOSEN} -" for point in each.pair.found.points if not point.preset]
        self._merging = True
        put_in(self._batch, outcomes)
        self._merging = False
        accept_all(workspace, outcomes)
        saving.resume(each.found.sheet for each in pairs)
        saving.save_now()

    def _choose(self, pairs: Iterable[Pair]) -> Choices:
        """The preset one as a rule, at random where there is none."""
        return {
            each.found.sheet: {
                point.key: point.preset or self._chance.choice(tuple(Side))
                for point in each.found.points
            }
            for each in pairs
        }

    def _edit(self) -> None:
        sheet = self._chance.choice(self._batch.sheets)
        move = self._chance.choice(("type", "type", "type", "type", "row", "delete", "undo"))
        rows = list(sheet.tables.get("指标", {}))
        if move == "undo":
            self._batch.undo()
        elif move == "delete" and len(rows) > 2:
            row = self._chance.choice(rows)
            self._batch.delete_row(Address(sheet.id, "", "指标", row))
        elif move == "row":
            place = self._chance.randint(0, len(rows))
            self._batch.insert_row(sheet.id, "指标", place, {"三级指标": self._text()})
        else:
            self._batch.set(self._cell(sheet, rows), self._text())

    def _cell(self, sheet: Sheet, rows: list[str]) -> Address:
        if rows and self._chance.random() < 0.5:
            return Address(sheet.id, "实际完成值", "指标", self._chance.choice(rows))
        return Address(sheet.id, self._chance.choice(("单位名称", "主管部门", "项目名称")))

    def _text(self) -> str:
        self._count += 1
        text = f"{self._name}窗{self._count}号"
        self.log.append(f"{_EDIT} {text}")
        return text

    def _know(self, gone: Iterable[str]) -> None:
        self.log += [f"{_KNOWN} {each}" for each in sorted(gone)]

    def _note(self, step: Step) -> None:
        """What a step of the clerk's own takes away was seen by the clerk."""
        if self._merging:
            return
        before: set[str] = set()
        after: set[str] = set()
        for each in step.changes:
            match each:
                case CellChange():
                    before |= tokens(each.before)
                    after |= tokens(each.after)
                case RowChange():
                    into = before if each.after is None else after
                    into |= tokens(each.row.cells)
                case SheetChange():
                    into = before if each.after is None else after
                    into |= tokens(parts_of(each.content))
        self._know(before - after)


def main(root: str, seed: str, edits: str, log: str) -> None:
    """Work, end, and write the log."""
    window = Window(Path(root), int(seed))
    for _turn in range(int(edits)):
        window.turn()
    window.end()
    Path(log).write_text("\n".join(window.log), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
