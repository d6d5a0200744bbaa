"""What was exported as a document and is imported again is the same sheet."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfeval_tui.layout import ExportOptions, lay_out_uncut
from selfeval_tui.layout.filing import created_on
from selfeval_tui.reader.read import read_grids
from selfeval_tui.reader.reading import SheetRead
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import Fault
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.word.read.grids import docx_grids
from selfeval_tui.word.write.document import write_document
from tests.files.round_trip.sheets import PRINTED, said, sheets


def there_and_back(sheet: Sheet) -> SheetRead:
    """Export a sheet alone and import the file."""
    options = ExportOptions()
    layout = lay_out_uncut(Batch([sheet]), sheet, options)
    grids = docx_grids(write_document([layout], options, created_on([sheet])), Path("表.docx"))
    assert not isinstance(grids, Fault)
    (read,) = read_grids(grids, demo=sheet.demo)
    assert isinstance(read, SheetRead)
    return read


@pytest.mark.parametrize("number", range(9))
def test_the_published_sheets_come_back(number: int) -> None:
    """Each of the nine, with nothing left over."""
    sheet = demo_sheets()[number]
    read = there_and_back(sheet)
    assert said(read.sheet) == said(sheet)
    assert not read.not_understood
    assert not read.not_found


@pytest.mark.parametrize("spec_id", PRINTED)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_sheet_comes_back(spec_id: str, data: st.DataObject) -> None:
    """Whatever was typed, empty cells and texts over several pages included."""
    sheet = data.draw(sheets(spec_id))
    read = there_and_back(sheet)
    assert said(read.sheet) == said(sheet)
