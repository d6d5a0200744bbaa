"""A program that is killed while it saves loses nothing that it called saved."""

import subprocess
import sys
from pathlib import Path

from selfeval_tui.store import Workspace
from tests.store.build import project

SAVE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from selfeval_tui.store import Workspace

workspace = Workspace(Path(sys.argv[1]))
(sheet,) = workspace.load().sheets
for number in itertools.count():
    sheet.fields["单位名称"] = str(number) * 100
    sheet.fields["项目名称"] = f"项目{number % 2}"
    workspace.save(sheet)
    print(number, flush=True)
"""


def test_what_was_saved_survives_a_kill(tmp_path: Path) -> None:
    """The sheet is whole, at least as new as the last save, also when its name just changed."""
    Workspace(tmp_path).save(project())
    command = [sys.executable, "-c", SAVE_FOR_EVER, str(tmp_path)]
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            told = [int(process.stdout.readline()) for _ in range(10)]
            process.kill()
            told += [int(line) for line in process.stdout if line.endswith("\n")]
        sheets = Workspace(tmp_path).load().sheets
        (text,) = {sheet.fields["单位名称"] for sheet in sheets}
        assert text in {str(number) * 100 for number in (told[-1], told[-1] + 1)}
