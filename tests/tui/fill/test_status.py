"""The line at the foot tells the truth about counts and saving."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from selfeval_tui.checks import Severity
from selfeval_tui.sheet import Progress
from selfeval_tui.store import SaveState, SaveStatus
from selfeval_tui.tui.fill.status import status_row
from selfeval_tui.tui.glyphs import FANCY, PLAIN

AT = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)
COUNTS = {Severity.info: 3, Severity.error: 2, Severity.explain: 1}


def _line(
    status: SaveStatus,
    counts: Mapping[Severity, int] = COUNTS,
    *,
    demo: bool = False,
    notice: str = "",
) -> str:
    row = status_row(Progress(76, 76), counts, status, FANCY, demo=demo, notice=notice)
    return "".join(piece.text for piece in row).strip()


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (SaveStatus(SaveState.IDLE), "已填 76/76 · 错误 2 · 需说明 1 · 提示 3"),
        (SaveStatus(SaveState.SAVING, AT), "已填 76/76 · 错误 2 · 需说明 1 · 提示 3 · 正在保存"),
        (SaveStatus(SaveState.SAVED, AT), "已填 76/76 · 错误 2 · 需说明 1 · 提示 3 · 已保存 10:32"),
        (
            SaveStatus(SaveState.FAILED, AT, "磁盘满了"),
            "！没有保存 · 已填 76/76 · 错误 2 · 需说明 1 · 提示 3",
        ),
    ],
)
def test_counts_and_saving(status: SaveStatus, expected: str) -> None:
    """What is not on the disk is never called saved; a failure comes first, in words."""
    assert _line(status) == expected


def test_the_example_says_so() -> None:
    """示例 stands in front of the counts."""
    assert _line(SaveStatus(SaveState.IDLE), {}, demo=True) == "示例 · 已填 76/76"


def test_a_notice_leaves_the_state_of_saving_visible() -> None:
    """Counts of findings give way, saving does not."""
    line = _line(SaveStatus(SaveState.SAVED, AT), notice="这里不能加减行")
    assert line == "这里不能加减行 · 已填 76/76 · 已保存 10:32"


def test_plain_marks_separate_the_parts_on_old_consoles() -> None:
    """No glyph of ambiguous width stands in front of the state of saving."""
    row = status_row(Progress(1, 2), COUNTS, SaveStatus(SaveState.SAVED, AT), PLAIN, demo=True)
    assert "·" not in "".join(piece.text for piece in row)
