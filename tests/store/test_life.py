"""A sheet's life and the clerk's reasons come back from the file."""

from pathlib import Path

import pytest

from selfeval_tui.sheet import Explanation, Life, Sheet, Stage
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.documents import Documents
from tests.sheet.build import project

REASON = Explanation("e1", "IND-001", "指标", "r1", "实际完成值", "77", "合同跨年", "2024-04-23")
FINAL = Life().finalise("2024-04-23", "0123", "abcd", "ef01")


def _read(data: bytes) -> Sheet:
    found = decode(data, Path("表.toml"))
    assert isinstance(found, Sheet)
    return found


def _written(sheet: Sheet, on_disk: bytes | None = None) -> bytes:
    return Documents().encode(sheet, on_disk).data


@pytest.mark.parametrize("life", [Life(), FINAL, FINAL.submit("2024-04-25", "纸质和电子")])
def test_where_a_sheet_stands_is_saved(life: Life) -> None:
    """A 定稿 sheet is still one tomorrow."""
    sheet = project("5", "1")
    sheet.life = life
    assert _read(_written(sheet)).life == life


def test_reasons_are_saved() -> None:
    """What was explained once is not asked again."""
    sheet = project("5", "1")
    sheet.explanations = {"e1": REASON}
    assert _read(_written(sheet)).explanations == {"e1": REASON}


def test_a_reason_that_was_dropped_leaves_the_file() -> None:
    """It does not come back with the next start."""
    sheet = project("5", "1")
    sheet.explanations = {"e1": REASON}
    data = _written(sheet)
    sheet.explanations = {}
    assert not _read(_written(sheet, data)).explanations


def test_an_unknown_state_is_told() -> None:
    """The file stays as it is, with the words that are known."""
    data = _written(project("5", "1")).replace("草稿".encode(), "审定".encode())
    found = decode(data, Path("表.toml"))
    assert isinstance(found, Fault)
    assert all(stage.label in found.message for stage in Stage)
