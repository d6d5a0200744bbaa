"""What stands on every screen."""

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from selfeval_tui.sheet import Batch
from selfeval_tui.store import SaveState, SaveStatus
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.titles import save_notice, save_words, unit_of, year_of
from tests.tui.conftest import NOW
from tests.tui.steps import app_on, reach, rows, until


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SaveStatus(SaveState.IDLE), ""),
        (SaveStatus(SaveState.SAVING), "正在保存"),
        (SaveStatus(SaveState.SAVED, NOW), "已保存 10:32"),
        (SaveStatus(SaveState.FAILED, NOW, "磁盘满了。"), "没有保存"),
    ],
)
def test_the_state_of_saving_is_told_truthfully(status: SaveStatus, words: str) -> None:
    """已保存 stands only where everything is on the disk."""
    assert save_words(status) == words


def test_a_failed_save_says_why_and_what_to_do() -> None:
    """The reason, that nothing is lost, and the key that tries again."""
    notice = save_notice(SaveStatus(SaveState.FAILED, None, "磁盘满了，请腾出空间。"))
    assert "磁盘满了，请腾出空间。" in notice
    assert "还在程序里" in notice
    assert "Ctrl+S" in notice


def test_year_and_unit_come_from_the_sheets(demo_session: Session) -> None:
    """The nine sheets say 2023 and name their unit; an empty batch means last year."""
    assert year_of(demo_session.batch, date(2030, 1, 1)) == "2023"
    assert unit_of(demo_session.batch) == "鄂州葛店经济技术开发区行政审批局本级"
    assert year_of(Batch(), date(2026, 3, 1)) == "2025"
    assert unit_of(Batch()) == ""


@pytest.mark.parametrize("width", [72, 80, 120])
async def test_a_long_unit_name_gives_way_to_the_state(demo_folder: Path, width: int) -> None:
    """The name is cut before 示例, the year or the state of saving is."""
    app = app_on(demo_folder)
    async with app.run_test(size=(width, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch = app.session.batch
        for sheet in batch.sheets:
            unit = next(each for each in sheet.addresses() if each.name == "单位名称")
            batch.set(unit, "很长的单位名称" * 12)
        await until(pilot, lambda: "已保存" in rows(app)[0])
        title = rows(app)[0]
        assert title.startswith(" 示例  本单位2023年度自评 · 很长的单位")
        assert "…" in title
        assert title.endswith("  已保存 10:32")
        assert cell_len(title) <= width
