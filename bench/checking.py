"""How fast sheets are read, judged and checked, and an edit is followed; what stays in memory."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, Sample, at_least, at_most, in_turns
from selfeval_tui.checks import check
from selfeval_tui.checks.checker import Checker
from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.store.demo import make_demo
from selfeval_tui.store.folder import read_folder

ROUNDS = 15
SHEETS_A_SECOND = 250
EDIT_MS = 3
EDITS = 150
KEPT_SHEETS = 10_000
MOST_GROWTH_MB = 8


def run() -> list[Figure]:
    """Measure with the nine published sheets; texts are never remembered between two rounds."""
    with TemporaryDirectory() as folder:
        saved = make_demo(Path(folder)).saved
        read, judged, checked = in_turns(
            [lambda: _seconds(saved, 0), lambda: _seconds(saved, 1), lambda: _rate(saved)], ROUNDS
        )
        (edit,) = in_turns([lambda: _edit(saved)], ROUNDS)
        note = f"reading {read.median * 1000:.1f} ms, and judging {judged.median * 1000:.1f} ms"
        return [
            at_least("sheets read, judged and checked", checked, "/s", SHEETS_A_SECOND, note),
            at_most("a cell of 附件2 judged and checked anew", edit, "ms", EDIT_MS),
            at_most(f"memory kept of {KEPT_SHEETS} sheets", _growth(saved), "MB", MOST_GROWTH_MB),
        ]


def _sheets(saved: Path) -> list[Sheet]:
    return [found.sheet for found in read_folder(saved)[0]]


def _rate(saved: Path) -> float:
    """Sheets a second, of processor time: from the files to the findings."""
    begin = time.process_time()
    sheets = _sheets(saved)
    check(Batch(sheets))
    return len(sheets) / (time.process_time() - begin)


def _seconds(saved: Path, judging: int) -> float:
    """What reading the nine files takes, and judging their rows where that is asked for."""
    begin = time.process_time()
    batch = Batch(_sheets(saved))
    for sheet in batch.sheets if judging else ():
        for block, row in sheet.rows():
            batch.verdict(Address(sheet.id, "", block.name, row.id))
    return time.process_time() - begin


def _edit(saved: Path) -> float:
    """The median time of one edit, in milliseconds: typed, judged, checked and told."""
    batch = Batch(_sheets(saved))
    checker = Checker(batch)
    batch.listen(checker.apply)
    unit = next(sheet for sheet in batch.sheets if sheet.spec.kind == "department")
    cells = [address for address in unit.addresses() if address.name == "实际完成值"]
    return Sample(tuple(_once(batch, cells, number) for number in range(EDITS))).median


def _once(batch: Batch, cells: list[Address], number: int) -> float:
    begin = time.perf_counter()
    batch.set(cells[number % len(cells)], f"{number}.5%")
    return (time.perf_counter() - begin) * 1000


def _growth(saved: Path) -> Sample:
    """By how many megabytes the program is bigger after many sheets than after a few."""
    for _ in range(KEPT_SHEETS // 100):
        check(Batch(_sheets(saved)[:1]))
    before = _resident_mb()
    done = 0
    while done < KEPT_SHEETS:
        sheets = _sheets(saved)
        check(Batch(sheets))
        done += len(sheets)
    return Sample((_resident_mb() - before,))


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
