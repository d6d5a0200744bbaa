"""From the start of the process to the first usable frame of the nine-sheet workspace."""

from pathlib import Path

from bench.figures import Figure, in_turns, ratio
from bench.programs import BARE_STATIC, demo_workspace, environ, selfeval
from bench.terminal import Terminal

ROUNDS = 11
GOAL = 1.4
LAST_LINE = "附件2"


def run() -> list[Figure]:
    """Start both programs turn by turn until their last line is there."""
    with demo_workspace() as root:
        ours, bare = in_turns([lambda: _ours(root), _bare], ROUNDS)
    note = f"medians {ours.median:.0f} ms and {bare.median:.0f} ms; limit 1.7"
    return [ratio("start to the overview ÷ bare Textual app", ours, bare, GOAL, note)]


def _ours(root: Path) -> float:
    with Terminal(selfeval(root), environ()) as terminal:
        return (terminal.wait_for(LAST_LINE) - terminal.began) * 1000


def _bare() -> float:
    with Terminal(BARE_STATIC, environ()) as terminal:
        return (terminal.wait_for("READY") - terminal.began) * 1000
