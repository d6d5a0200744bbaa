"""Power cuts: every state that the disk may be left in, of evenings of work at random."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory

from tests.store.crash import Recorder
from tests.store.evening import PROJECT, UNIT, YEAR, Evening, harm_of
from tests.torture.figures import Figures
from tests.torture.scale import Scale

TEXTS = {
    UNIT: ("某局", "另一局" * 30, "", "三\n行"),
    PROJECT: ("甲项目", "乙项目", "丙/项目"),
    YEAR: ("2023", "2024", ""),
}


def measure(scale: Scale) -> Figures:
    """Work, cut the power before, between and after all calls of the writer, and look."""
    opened = 0
    harm: list[str] = []
    for seed in range(scale.evenings):
        for found in _evening(seed, scale.steps):
            opened += 1
            harm += [f"evening {seed}: {each}" for each in found[:1]]
    return Figures("states of the disk after a power cut, opened", opened, len(harm), tuple(harm))


class _Trickle(Recorder):
    """A disk that takes as many bytes at a time as it likes."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._chance = Random(0)  # noqa: S311 - Nothing is to be kept secret.

    def write(self, handle: int, data: memoryview) -> int:
        """Take some of it, or all."""
        most = self._chance.choice((len(data), max(1, len(data) // 3)))
        return super().write(handle, data[:most])


def _evening(seed: int, steps: int) -> Iterator[list[str]]:
    """What each power cut during one evening did to work that was called saved."""
    with TemporaryDirectory() as folder:
        evening = Evening(Path(folder) / "disk", _Trickle)
        work(evening, Random(seed), steps)  # noqa: S311 - As above.
        for crash in evening.recorder.crashes():
            state = Path(folder) / "state"
            yield harm_of(crash, evening.told, state)
            rmtree(state)


def work(evening: Evening, chance: Random, steps: int) -> None:
    """Edit, rename, remove, take back and keep versions at random; each step is saved."""
    evening.add()
    for _ in range(steps):
        there = bool(evening.batch.sheets)
        move = chance.choice(("type", "type", "type", "remove", "keep", "undo"))
        if not there or move == "undo":
            evening.undo()
        elif move == "remove":
            evening.remove()
        elif move == "keep":
            evening.keep_versions()
        else:
            name = chance.choice(tuple(TEXTS))
            evening.type(name, chance.choice(TEXTS[name]))
