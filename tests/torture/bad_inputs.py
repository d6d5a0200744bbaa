"""Bad inputs: every reader of foreign bytes, with inputs at random and led by its own branches."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.entries import ENTRIES, Entry
from tests.fuzz.mutations import inputs
from tests.torture.figures import Figures
from tests.torture.scale import Scale

_DONE = re.compile(r"^Done (\d+) runs", re.MULTILINE)
_CHECKOUT = Path(__file__).parents[2]
_SLACK = 120
"""Seconds that a guided run may take to begin and to end."""


def measure(scale: Scale) -> Figures:
    """Try each reader at random, and where a guided fuzzer is there, with that, too."""
    tried = 0
    harm: list[str] = []
    for name, entry in ENTRIES.items():
        count, found = _at_random(entry, scale.inputs)
        tried += count
        harm += [f"{name}: {each}" for each in found]
        if scale.guided and find_spec("atheris"):
            count, found = _guided(name, scale.guided)
            tried += count
            harm += [f"{name}: {each}" for each in found]
    return Figures("bad inputs tried on the readers", tried, len(harm), tuple(harm))


def _at_random(entry: Entry, most: int) -> tuple[int, list[str]]:
    """How many inputs were tried, and what the reader broke at."""
    tried = 0

    @seed(0)
    @settings(
        max_examples=most,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(entry) | st.sampled_from(entry.seeds()))
    def run(data: bytes) -> None:
        nonlocal tried
        tried += 1
        entry.run(data)

    try:
        run()
    except Exception as error:  # noqa: BLE001 - Whatever it is, it is what is looked for.
        return tried, [f"{type(error).__name__}: {error}"]
    return tried, []


def _guided(name: str, seconds: int) -> tuple[int, list[str]]:
    """The same of a guided run, in a process of its own: libFuzzer ends it."""
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.guided", name, str(seconds)],
            cwd=folder,
            env={"PYTHONPATH": str(_CHECKOUT), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds + _SLACK,
            check=False,
        )
    tried = sum(map(int, _DONE.findall(done.stderr)))
    return tried, [done.stderr[-2000:]] if done.returncode or not tried else []
