"""Importing the department sheet from its workbook, against openpyxl's loading of the same file."""

import time
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from bench.exporting import CREATED
from bench.figures import Figure, in_turns, ratio
from bench.programs import demo_workspace
from selfeval_tui.excel import write_workbook
from selfeval_tui.files.open import grids_of
from selfeval_tui.layout import ExportOptions, lay_out
from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.read import read_grids
from selfeval_tui.sheet import Batch
from selfeval_tui.store import Fault, Workspace

ROUNDS = 15
GOAL = 1.3
_PATH = Path("附件2.xlsx")


def run() -> list[Figure]:
    """From the bytes of the file to the sheet, and from the same bytes to openpyxl's objects."""
    data = _workbook()
    whole, opened, loaded = in_turns(
        [lambda: _read(data), lambda: _open(data), lambda: _load(data)], ROUNDS
    )
    note = (
        f"CPU medians {whole.median:.1f} ms, of which {opened.median:.1f} ms for the grids, "
        f"and {loaded.median:.1f} ms"
    )
    return [ratio("import of one sheet (附件2) ÷ openpyxl's load", whole, loaded, GOAL, note)]


def _workbook() -> bytes:
    options = ExportOptions()
    with demo_workspace() as root:
        batch = Batch(Workspace(root).load().sheets)
    unit = next(sheet for sheet in batch.sheets if sheet.spec.kind == "department")
    return write_workbook([lay_out(batch, unit, options)], options, CREATED)


def _read(data: bytes) -> float:
    begin = time.process_time()
    read_grids(_grids(data))
    return (time.process_time() - begin) * 1000


def _open(data: bytes) -> float:
    begin = time.process_time()
    _grids(data)
    return (time.process_time() - begin) * 1000


def _load(data: bytes) -> float:
    begin = time.process_time()
    load_workbook(BytesIO(data), data_only=True)
    return (time.process_time() - begin) * 1000


def _grids(data: bytes) -> tuple[Grid, ...]:
    found = grids_of(data, _PATH)
    assert not isinstance(found, Fault)
    return found
