"""The programs that are timed against each other, and where they run."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selfeval_tui.store.demo import make_demo

HERE = Path(__file__).parent
BARE_STATIC = (sys.executable, str(HERE / "bare_static.py"))
BARE_INPUT = (sys.executable, str(HERE / "bare_input.py"))


def environ() -> dict[str, str]:
    """A terminal's environment, with the checkout on the path."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": os.environ.get("HOME", ""),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(HERE.parent),
        "PYTHONUTF8": "1",
    }


def selfeval(workspace: Path) -> tuple[str, ...]:
    """The command that opens a workspace."""
    return (sys.executable, "-m", "selfeval_tui", str(workspace))


@contextmanager
def demo_workspace() -> Iterator[Path]:
    """The nine sheets in a folder that goes away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "示例"
        make_demo(root)
        yield root
