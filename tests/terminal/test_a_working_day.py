"""A clerk's way through the 示例 in a real terminal, with a power cut in the middle."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal, environment, program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")

EDIT = "实测219平方米"


def test_open_edit_survive_a_power_cut_and_export(tmp_path: Path) -> None:
    """Open 示例, edit 附件1-7, lose the power, find the edit, export all nine."""
    workspace = tmp_path / "自评"
    with Terminal(program(workspace), environment(tmp_path)) as terminal:
        open_the_demo(terminal)
        open_the_seventh(terminal)
        see_the_rate_and_edit(terminal)
        terminal.wait("已保存")
        terminal.kill()
    with Terminal(program(workspace), environment(tmp_path)) as terminal:
        open_the_demo(terminal)
        terminal.wait_row("附件1-7", "94%→95.2%", "1")
        export_all(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    made = sorted((workspace / "示例" / "exports").glob("*.xlsx"))
    assert len(made) == 9
    assert [EDIT in texts(each) for each in made].count(True) == 1
    assert EDIT in texts(next(each for each in made if "附件1-7" in each.name))


def open_the_demo(terminal: Terminal) -> None:
    """The first screen, then 总览 of the 示例."""
    terminal.wait("示例", "新建", "导入")
    terminal.press("enter")
    terminal.wait("附件1-7", "附件2", "合计")


def open_the_seventh(terminal: Terminal) -> None:
    """Six lines down, then into the sheet."""
    terminal.press(*["down"] * 6)
    terminal.wait("执行率填的是 94%", "应为 95.2%")
    terminal.press("enter")
    terminal.wait("基本信息", "预算执行情况")


def see_the_rate_and_edit(terminal: Terminal) -> None:
    """95.2% beside the printed 94%; then another 实际完成值 for 租赁面积."""
    terminal.press("next section", "next section", "end")
    terminal.wait("执行率", "94%", "95.2%")
    terminal.press("next section", "end")
    terminal.wait("220平方米", "达到")
    terminal.type(EDIT)
    terminal.wait("× 未达到")
    terminal.press("enter")
    terminal.wait_row("租赁面积", EDIT[:3])
    terminal.wait("需说明 1")


def export_all(terminal: Terminal) -> None:
    """F4, Enter, the typed rate."""
    terminal.press("f4")
    terminal.wait("导出哪些表", "全部的表（9张）")
    terminal.press("enter")
    terminal.wait("导出时印哪一个")
    terminal.press("enter")
    terminal.wait("已导出 9 个文件")


def texts(workbook: Path) -> str:
    """What is written in a workbook."""
    with zipfile.ZipFile(workbook) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return "".join(archive.read(name).decode() for name in names)
