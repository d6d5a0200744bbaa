"""What LibreOffice has opened and saved, as a colleague does, comes back as the same sheet."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from selfeval_tui.excel import write_workbook
from selfeval_tui.files.open import open_grids
from selfeval_tui.layout import ExportOptions, lay_out
from selfeval_tui.layout.filing import created_on
from selfeval_tui.reader.read import read_grids
from selfeval_tui.reader.reading import SheetRead
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import Fault
from selfeval_tui.store.demo import demo_sheets
from tests.files.round_trip.sheets import PRINTED, hard_sheet, said

ENDINGS = ("xlsx", "xls")
SHEETS: tuple[Sheet, ...] = (*demo_sheets(), *(hard_sheet(spec_id) for spec_id in PRINTED))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[SheetRead, ...]]:
    """One workbook with all the sheets, saved again in both formats."""
    folder = tmp_path_factory.mktemp("office")
    options, batch = ExportOptions(), Batch(SHEETS)
    layouts = [lay_out(batch, sheet, options) for sheet in SHEETS]
    source = folder / "各表.xlsx"
    source.write_bytes(write_workbook(layouts, options, created_on(SHEETS)))
    return {ending: _read(_converted(source, folder, ending)) for ending in ENDINGS}


def _converted(source: Path, folder: Path, ending: str) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(folder / ending), str(source)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return folder / ending / f"{source.stem}.{ending}"


def _read(path: Path) -> tuple[SheetRead, ...]:
    grids = open_grids(path)
    assert not isinstance(grids, Fault), grids.message
    found = read_grids(grids)
    return tuple(each for each in found if isinstance(each, SheetRead))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="没有 LibreOffice（soffice）")
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("number", range(len(SHEETS)))
def test_a_sheet_survives_the_office(
    saved: Mapping[str, tuple[SheetRead, ...]], ending: str, number: int
) -> None:
    """To the letter, in both formats."""
    assert len(saved[ending]) == len(SHEETS)
    read = saved[ending][number]
    assert said(read.sheet) == said(SHEETS[number])
    assert not read.not_understood
