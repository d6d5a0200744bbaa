"""Two windows that edit one workspace at random and take it from each other: no edit is lost.

Each edit is in the end on the disk, or somebody who saw it took it away: typed over it, removed
it, or chose the other version when both were shown.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from selfeval_tui.sheet import Row, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.store import Workspace
from tests.torture.figures import Figures
from tests.torture.scale import Scale

_SHEETS = 3
_SHOWN = 5


def measure(scale: Scale) -> Figures:
    """Let two windows work at once, and look for every edit."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "自评"
        _fill(root)
        logs = tuple(Path(folder) / f"log{seed}" for seed in range(2))
        windows = [_begin(root, seed, scale.turns, log) for seed, log in enumerate(logs)]
        failed = [each.wait() for each in windows]
        if any(failed):
            return Figures("edits of two windows", 0, 1, (f"a window ended with {failed}",))
        return _look(root, logs)


def _begin(root: Path, seed: int, turns: int, log: Path) -> subprocess.Popen[bytes]:
    words = ("-m", "tests.torture.window", str(root), str(seed), str(turns), str(log))
    return subprocess.Popen([sys.executable, *words], cwd=Path(__file__).parents[2])


def _fill(root: Path) -> None:
    workspace = Workspace(root)
    for number in range(_SHEETS):
        sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
        sheet.fields.update({"附件号": f"附件1-{number}", "年度": "2023"})
        sheet.tables["指标"] = {each: Row(each) for each in ("r1", "r2", "r3")}
        workspace.save(sheet)


def _look(root: Path, logs: tuple[Path, ...]) -> Figures:
    lines = [line.split() for log in logs for line in log.read_text(encoding="utf-8").splitlines()]
    typed = {text for word, text in lines if word == "typed"}
    known = {text for word, text in lines if word == "known"}
    counts = Counter(word for word, _text in lines)
    loaded = Workspace(root).load()
    harm = [fault.message for fault in loaded.faults]
    if len(loaded.sheets) != _SHEETS:
        harm.append(f"{len(loaded.sheets)} sheets of {_SHEETS}")
    on_disk = {
        text
        for sheet in loaded.sheets
        for address in sheet.addresses()
        if (text := sheet.typed(address))
    }
    lost = sorted(typed - known - on_disk)
    harm += [f"{each} is gone, and nobody knows" for each in lost]
    note = f"taken over {counts['taken']} times, {counts['chosen']} places changed by both"
    return Figures("edits of two windows", len(typed), len(harm), tuple(harm[:_SHOWN]), note)
