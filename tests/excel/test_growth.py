"""Twice the text is twice the work, not four times: counted in calls, not by a clock."""

import sys
from collections.abc import Callable
from types import FrameType

from selfeval_tui.checks.check import check
from selfeval_tui.excel.write import write_workbook
from selfeval_tui.layout.compose import lay_out
from selfeval_tui.layout.filing import created_on
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets

WORDS = "完成全部附件的填报工作，达到年初目标 abc "


def filled(length: int) -> Batch:
    """附件2 with a text of that length in every cell."""
    sheet = demo_sheets()[-1]
    batch = Batch([sheet])
    with batch.as_one("填满", None):
        for address in sheet.addresses():
            batch.set(address, (WORDS * (length // len(WORDS) + 1))[:length])
    return batch


def export(batch: Batch) -> None:
    """The whole workbook."""
    sheets = batch.sheets
    options = ExportOptions()
    write_workbook([lay_out(batch, each, options) for each in sheets], options, created_on(sheets))


def calls(work: Callable[[Batch], object], batch: Batch) -> int:
    """How many functions a work calls."""
    count = 0

    def called(_frame: FrameType, event: str, _about: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work(batch)
    finally:
        sys.setprofile(before)
    return count


def test_the_work_of_an_export_grows_with_the_text() -> None:
    """Texts that fill pages are divided, cut and written."""
    short, long = (calls(export, filled(length)) for length in (400, 800))
    assert long < 2.3 * short


def test_the_work_of_a_check_does_not_grow_with_the_text() -> None:
    """Each text is read as a whole; how long that takes is the library's own affair."""
    short, long = (calls(check, filled(length)) for length in (400, 800))
    assert long < 1.3 * short
