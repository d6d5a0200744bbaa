"""What the core rooms cost to import, over a bare Python."""

import subprocess
import sys
import time

from bench.figures import Figure, Sample, at_most, in_turns
from bench.programs import environ

ROUNDS = 15
GOAL_MS = 100
CORE = "import selfeval_tui.text, selfeval_tui.spec, selfeval_tui.sheet, selfeval_tui.store"


def run() -> list[Figure]:
    """Time both in fresh processes, turn by turn."""
    core, bare = in_turns([lambda: _start(CORE), lambda: _start("pass")], ROUNDS)
    over = Sample(tuple(a - b for a, b in zip(core.values, bare.values, strict=True)))
    return [at_most("import of the core rooms over bare Python", over, "ms", GOAL_MS)]


def _start(code: str) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environ())
    return (time.perf_counter() - begin) * 1000
