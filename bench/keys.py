"""The fill screen under the fingers: key to echo, commit to repainted row, memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from bench.figures import Figure, Sample, at_most, p95_at_most, p95_ratio, ratio
from bench.programs import BARE_INPUT, demo_workspace, environ, selfeval
from bench.terminal import Terminal
from selfeval_tui.sheet import Batch
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace

KEYS = 60
COMMITS = 30
LONG = 600
ECHO_GOAL_MS = 16
COMMIT_GOAL_MS = 20
ENTER, END, FIRST = "\r", "\x1b[F", "\x1b[1;5H"
NEXT_SECTION = "\x1b[1;5B"


def run() -> list[Figure]:
    """Measure in one run: 附件2 as published, the same with 600 rows, and a bare Input."""
    with demo_workspace() as root:
        with _department(root) as terminal:
            echo, commit = _echo(terminal), _commits(terminal)
            memory = Sample((terminal.resident_mib(),))
        _lengthen(root)
        with _department(root) as terminal:
            long_echo, long_commit = _echo(terminal), _commits(terminal)
    bare = _bare_echo()
    echo_note = f"median {echo.median:.1f} ms; bare Input p95 {bare.p95:.1f} ms"
    return [
        p95_at_most("key to echo with preview in 附件2, p95", echo, "ms", ECHO_GOAL_MS, echo_note),
        p95_ratio("  the same ÷ a bare Input, p95", echo, bare, 2.5),
        at_most("commit to repainted row in 附件2", commit, "ms", COMMIT_GOAL_MS),
        ratio("key to echo with 600 rows ÷ with 47", long_echo, echo, 1.2),
        ratio("commit with 600 rows ÷ with 47", long_commit, commit, 1.2),
        at_most("resident memory with 附件2 open", memory, "MiB", 60),
    ]


@contextmanager
def _department(root: Path) -> Iterator[Terminal]:
    """The program with the cursor on an 实际完成值 of 附件2, in a workspace of its own.

    A program that is killed leaves a journal, which the next one would ask about.
    """
    with (
        TemporaryDirectory() as folder,
        Terminal(selfeval(copytree(root, Path(folder) / "自评")), environ()) as terminal,
    ):
        terminal.wait_for("附件2")
        terminal.settle()
        terminal.write(END + ENTER)
        terminal.wait_for("公用经费控制率")
        terminal.settle()
        terminal.write(FIRST + NEXT_SECTION + NEXT_SECTION)
        terminal.settle()
        terminal.write(END)
        terminal.settle()
        yield terminal


def _echo(terminal: Terminal) -> Sample:
    """Type digits into one cell; each is on the screen when its own echo came back."""
    terminal.write("9")
    terminal.settle()
    taken = []
    for number in range(KEYS):
        digit = str(number % 10)
        moment = terminal.write(digit)
        taken.append((terminal.wait_for(digit) - moment) * 1000)
        terminal.settle()
    terminal.write(ENTER)
    terminal.settle()
    return Sample(tuple(taken))


def _commits(terminal: Terminal) -> Sample:
    """Fill cells downwards; each row is repainted when its new text is in the table."""
    taken = []
    for number in range(COMMITS):
        text = f"{number + 101}%"
        terminal.write(text)
        terminal.settle()
        moment = terminal.write(ENTER)
        taken.append((terminal.wait_for(text) - moment) * 1000)
        terminal.settle()
    return Sample(tuple(taken))


def _bare_echo() -> Sample:
    with Terminal(BARE_INPUT, environ()) as terminal:
        terminal.wait_for("READY")
        terminal.settle()
        return _echo(terminal)


def _lengthen(root: Path) -> None:
    """Repeat the rows of 附件2 until there are 600."""
    workspace = Workspace(root)
    batch = Batch(workspace.load().sheets)
    sheet = next(each for each in batch.sheets if each.spec.field_with_role(Role.PROJECT_TOTAL))
    rows = [dict(row.cells) for row in sheet.tables["指标"].values()]
    for position in range(len(rows), LONG):
        batch.insert_row(sheet.id, "指标", position, rows[position % len(rows)])
    workspace.save(batch.sheet(sheet.id))
