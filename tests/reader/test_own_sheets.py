"""What this program printed is read back cell by cell."""

import pytest

from selfeval_tui.sheet import Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store.demo import demo_sheets
from tests.reader.drawing import printed, read

SHEETS = demo_sheets()


def said(sheet: Sheet) -> object:
    """Everything that is typed on a sheet, but for the title, which the form can print itself."""
    title = sheet.spec.field_with_role(Role.TITLE)
    assert title is not None
    fields = {name: text for name, text in sheet.fields.items() if name != title.name}
    tables = {name: [row.cells for row in rows.values()] for name, rows in sheet.tables.items()}
    return sheet.spec.id, fields, tables


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("number", range(len(SHEETS)))
def test_the_published_sheets_come_back(number: int, marked: bool) -> None:
    """Whether the file says that we printed it or not."""
    found = read(printed(SHEETS[number], marked=marked))
    assert said(found.sheet) == said(SHEETS[number])
    assert not found.not_understood
    assert not found.not_found
