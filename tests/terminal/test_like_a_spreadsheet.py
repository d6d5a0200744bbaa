"""What a clerk brings along from Excel: a pasted column, the mouse, a window of another size."""

import os
from pathlib import Path

import pytest

from selfeval_tui.store import Workspace, demo_root
from tests.terminal.terminal import Terminal, environment, program
from tests.terminal.test_a_working_day import open_the_demo

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")

SIXTY = [f"{number}次" for number in range(1, 61)]


def _actuals(workspace: Path) -> list[str]:
    sheets = Workspace(demo_root(workspace)).load().sheets
    third = next(sheet for sheet in sheets if sheet.fields["附件号"] == "附件1-3")
    return [row.cells.get("实际完成值", "") for row in third.tables["指标"].values()]


def test_sixty_rows_are_pasted_and_undone_as_one(tmp_path: Path) -> None:
    """A column of 60 goes in with rows added, after a look; one Ctrl+Z takes it back."""
    workspace = tmp_path / "自评"
    with Terminal(program(workspace), environment(tmp_path)) as terminal:
        open_the_demo(terminal)
        before = _actuals(workspace)
        terminal.press("down", "down", "enter")
        terminal.wait("基本信息", "第3张")
        terminal.press("next section", "next section", "next section", "end")
        terminal.wait("不足12次", "读作")
        terminal.settle()
        terminal.paste("\r".join(SIXTY))
        terminal.wait("60", "粘贴")
        terminal.settle()
        terminal.press("enter")
        terminal.wait("已保存")
        terminal.settle()
        terminal.press("ctrl+s")
        terminal.settle()
        assert _actuals(workspace) == SIXTY
        terminal.press("ctrl+z")
        terminal.wait("不足12次")
        terminal.press("ctrl+s")
        terminal.wait("已保存")
        terminal.settle()
        assert _actuals(workspace) == before


def test_the_mouse_and_other_sizes_do_as_well(tmp_path: Path) -> None:
    """Click to move, click again to edit; the window may shrink and grow while one types."""
    workspace = tmp_path / "自评"
    with Terminal(program(workspace), environment(tmp_path)) as terminal:
        open_the_demo(terminal)
        terminal.press("down", "down", "enter")
        terminal.wait("基本信息", "第3张")
        terminal.settle()
        terminal.click("新增性项目")
        terminal.wait("项目属性  ")
        terminal.click("2023  ")
        terminal.settle()
        terminal.press("up")
        terminal.wait("填报日期  ")
        terminal.settle()
        terminal.type("2024年5月1日")
        for columns, rows in ((80, 24), (200, 50), (60, 15), (120, 36)):
            terminal.resize(columns, rows)
            terminal.settle()
        terminal.wait("2024年5月1日", "Esc 取消")
        terminal.press("enter")
        terminal.wait("已保存")
        terminal.press("ctrl+l")
        terminal.settle()
        terminal.click("F3 总览")
        terminal.wait("附件1-8", "合计")
