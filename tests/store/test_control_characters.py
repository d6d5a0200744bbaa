"""Control characters that come in by any way never keep a sheet from being saved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from selfeval_tui.sheet import Address, Basis, Batch, Explanation, Ruling
from selfeval_tui.sheet.remarks import add_remarks, note
from selfeval_tui.store import Workspace
from tests.store.build import project

Way = Callable[[Batch, Address, str], object]
HOSTILE = "甲\x1b[2J\x0b\ud800\r\n乙\uffff"
PLAIN = "甲[2J\n乙"


def _remark(batch: Batch, at: Address, text: str) -> object:
    return add_remarks(batch, [(at.sheet, note(batch, at, text, text, "2024-04-23"))])


def _explanation(batch: Batch, at: Address, text: str) -> object:
    reason = Explanation("x", "TXT-001", at.table, at.row, at.name, "", text, "2024-04-23")
    return batch.explain(at.sheet, reason)


def _channel(batch: Batch, at: Address, text: str) -> object:
    batch.live(at.sheet, batch.sheet(at.sheet).life.submit("2024-04-23", text))
    return batch


WAYS: dict[str, Way] = {
    "typed": lambda batch, at, text: batch.set(at, text),
    "a new row": lambda batch, at, text: batch.insert_row(at.sheet, at.table, 0, {at.name: text}),
    "依据": lambda batch, at, text: batch.support(at, Basis(text)),
    "a reading": lambda batch, at, text: batch.rule(at, Ruling(reading=text)),
    "a remark": _remark,
    "a reason": _explanation,
    "报送方式": _channel,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_what_comes_in_is_saved_without_them(tmp_path: Path, way: Way) -> None:
    """The rest stays to the letter."""
    sheet = project()
    batch = Batch([sheet])
    way(batch, Address(sheet.id, "三级指标", "指标", "r1"), HOSTILE)
    saved = Workspace(tmp_path).save(sheet).read_text(encoding="utf-8")
    assert "甲[2J" in saved
    loaded = Workspace(tmp_path).load()
    assert not loaded.faults
    assert not loaded.notices


def test_a_new_sheet_is_saved_without_them(tmp_path: Path) -> None:
    """One of a pasted list, for instance."""
    batch = Batch()
    batch.add_sheet(project(name=HOSTILE))
    (sheet,) = batch.sheets
    Workspace(tmp_path).save(sheet)
    (read,) = Workspace(tmp_path).load().sheets
    assert read.fields["项目名称"] == PLAIN
