"""导出: PDF beside the workbooks, in sight of the clerk and to be stopped at any time."""

import os
from pathlib import Path

import pytest

from selfeval_tui.files.office import VARIABLE
from selfeval_tui.tui.export.result import ExportedScreen
from selfeval_tui.tui.export.screen import ONLY_EXCEL, ExportScreen
from selfeval_tui.tui.export.turning import Turning
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from tests.files.fake_office import UNIX, WRITES, fake
from tests.tui.steps import Walk, app_on, reach, text, until


async def open_export(pilot: Walk, *, pdf: bool = True) -> ExportScreen:
    """Go to 导出 from a sheet, choose that sheet alone, and PDF by the space bar."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("enter")
    await reach(pilot, Where.GRID)
    await pilot.press("f4")
    screen = await reach(pilot, Where.EXPORT)
    assert isinstance(screen, ExportScreen)
    await pilot.press("down", "tab", "tab", "tab")
    if pdf:
        await pilot.press("space")
        await until(pilot, lambda: "再各生成一份 PDF" in text(pilot.app))
    return screen


async def result(pilot: Walk) -> ExportedScreen:
    """Wait for the list of files."""
    screen = await reach(pilot, Where.EXPORTED)
    assert isinstance(screen, ExportedScreen)
    return screen


@UNIX
async def test_the_pdf_is_listed_beside_the_workbook(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen with the space bar; the preview of its sheet works from either line."""
    monkeypatch.setenv(VARIABLE, str(fake(tmp_path, WRITES)))
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_export(pilot)
        await pilot.press("enter")
        screen = await result(pilot)
        assert "已导出 2 个文件" in text(app)
        names = [each.path.name for each in screen._made.outcomes]
        assert names == [f"示例 附件1-1 深圳特发公司第三方费用.{end}" for end in ("xlsx", "pdf")]
        assert [path.suffix for path in screen._printable()] == [".xlsx"]
        await pilot.press("down", "ctrl+r")
        await reach(pilot, Where.PREVIEW)


@UNIX
async def test_esc_stops_the_making_of_pdfs(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The progress is shown while it works; what is written stays, the rest is told."""
    never = tmp_path / "never"
    os.mkfifo(never)
    monkeypatch.setenv(VARIABLE, str(fake(tmp_path, f"read x < '{never}'")))
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_export(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "正在生成 PDF（0/1）。按 Esc 停止。" in text(app))
        await pilot.press("escape")
        await result(pilot)
        await pilot.press("down")
        await until(pilot, lambda: "费用.pdf”没有生成：已停止。" in text(app))
        assert "已导出 1 个文件，有 1 个没有写入" in text(app)
        assert "换名保存" not in text(app)


async def test_without_libreoffice_it_is_said_when_pdf_is_chosen(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is written, and at the file that there is not; not of workbooks alone."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "没有"))
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_export(pilot)
        await until(pilot, lambda: "没有找到 LibreOffice" in text(app))
        await pilot.press("space")
        await until(pilot, lambda: "没有找到 LibreOffice" not in text(app))
        await pilot.press("space", "enter")
        await result(pilot)
        assert "已导出 1 个文件，有 1 个没有写入" in text(app)


async def test_what_is_handed_in_are_workbooks(demo_folder: Path) -> None:
    """A PDF wanted with 报送 is answered, not forgotten."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot)
        screen.query_one("#export-way", Listing).cursor = 2
        await pilot.press("enter")
        await until(pilot, lambda: ONLY_EXCEL[:20] in text(app))
        screen.query_one("#export-files", Turning).turn()
        await pilot.press("enter")
        await result(pilot)
