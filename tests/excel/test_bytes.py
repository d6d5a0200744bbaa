"""The same sheets give the same bytes."""

import hashlib
import os
import subprocess
import sys

from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import workbook_of

PROGRAM = """
import hashlib
from tests.excel.build import workbook_of
from selfeval_tui.store.demo import demo_sheets
print(hashlib.sha256(workbook_of(*demo_sheets())).hexdigest())
"""


def digest(seed: str, zone: str) -> str:
    """The hash of the nine sheets, made by a program of its own."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-c", PROGRAM]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_hash_seed_and_time_zone_change_nothing() -> None:
    """A clerk who exports twice has one file, not two."""
    here = hashlib.sha256(workbook_of(*demo_sheets())).hexdigest()
    assert digest("0", "UTC") == digest("4711", "Asia/Shanghai") == here


def test_exporting_twice_in_one_run_gives_the_same() -> None:
    """Nothing is remembered from the first time."""
    batch = Batch(demo_sheets())
    assert workbook_of(*batch.sheets) == workbook_of(*batch.sheets)
