"""导出: Word, PDF and the bureau's own file, in sight of the clerk; to be stopped at any time."""

import os
from pathlib import Path

import pytest
from openpyxl import load_workbook
from textual.events import Paste
from textual.widgets import Input, Static

from selfeval_tui.files.office import VARIABLE
from selfeval_tui.files.outgoing import ONE_BY_TEMPLATE, Exported, Kind, Wanted
from selfeval_tui.tui.export.result import ExportedScreen
from selfeval_tui.tui.export.screen import ONLY_EXCEL, ExportScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from tests.files.bureau import project_form, saved
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


async def test_a_document_instead_of_a_workbook(demo_folder: Path) -> None:
    """Two steps of the space bar away; it can be printed like a workbook."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_export(pilot, pdf=False)
        await pilot.press("space", "space", "enter")
        screen = await result(pilot)
        assert [each.path.suffix for each in screen._made.outcomes] == [".docx"]
        assert screen._printable() == [screen._made.outcomes[0].path]


async def test_without_the_library_for_documents_it_is_said(
    demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When Word is chosen, and again instead of an export."""
    monkeypatch.setattr("selfeval_tui.word.missing.find_spec", lambda _name: None)
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot, pdf=False)
        await pilot.press("space", "space")
        await until(pilot, lambda: "python-docx" in text(app))
        screen.query_one("#export-said", Static).update("")
        await pilot.press("enter")
        await until(pilot, lambda: "python-docx" in text(app))
        assert not (demo_folder / "exports").exists()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The bureau's own file, for projects only."""
    path = tmp_path / "表样.xlsx"
    path.write_bytes(saved(project_form()))
    return path


async def test_the_bureaus_own_file_is_named_as_it_is_pasted(
    demo_folder: Path, template: Path
) -> None:
    """In quotes, or dragged; what the file has no place for stands below its name."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot, pdf=False)
        screen.query_one("#export-template", Input).value = f'"{template}"'
        await until(pilot, lambda: "照模板的格式" in text(app))
        await pilot.press("enter")
        shown = await result(pilot)
        (made,) = shown._made.outcomes
        assert isinstance(made, Exported)
        assert load_workbook(made.path).worksheets[0].title == "项目自评表"
        assert "G12 是公式" in made.notes[0]
        await pilot.press("down")
        assert shown._chosen() is made
        await until(pilot, lambda: made.notes[0][-12:] in text(app))


@pytest.mark.parametrize("where", ["export-ticks", "export-folder", "export-template"])
async def test_a_template_is_taken_wherever_it_is_dropped(
    demo_folder: Path, template: Path, where: str
) -> None:
    """It goes where templates go, and the focus with it; any other text stays where it was."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot, pdf=False)
        field = screen.query_one("#export-template", Input)
        folder = screen.query_one("#export-folder", Input).value
        screen.query_one(f"#{where}").focus()
        await pilot.pause()
        app.post_message(Paste(f'"{template}"\n'))
        await until(pilot, lambda: bool(field.value) and screen.focused is field)
        assert field.value == f'"{template}"'
        assert screen.query_one("#export-folder", Input).value == folder
        await until(pilot, lambda: "照模板的格式" in text(app))


async def test_a_sheet_that_the_template_cannot_take_comes_to_the_cursor(
    demo_folder: Path, template: Path
) -> None:
    """附件2 among eight projects: why it was not exported is on the screen at once."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot, pdf=False)
        screen.query_one("#export-range", Listing).cursor = 0
        screen.query_one("#export-template", Input).value = str(template)
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.screen.query("#question")))
        await pilot.press("enter")
        await result(pilot)
        assert "已导出 8 个文件，有 1 个没有写入" in text(app)
        await until(pilot, lambda: "没有导出：模板“表样.xlsx”里没有它" in text(app))
        assert "> 没有写入" in text(app)


async def test_pdf_stays_chosen_when_a_template_is_named_and_taken_away(
    demo_folder: Path, template: Path
) -> None:
    """The template decides the kind of file, and nothing else."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot, pdf=False)
        await pilot.press("space", "space", "space")
        field = screen.query_one("#export-template", Input)
        field.value = str(template)
        await until(pilot, lambda: "照模板的格式，再各生成一份 PDF" in text(app))
        assert screen._looks.wanted == Wanted(pdf=True, template=template)
        field.value = ""
        await until(pilot, lambda: "Word，再各生成一份 PDF" in text(app))
        assert screen._looks.wanted == Wanted(Kind.WORD, pdf=True)


async def test_wishes_that_do_not_go_together_are_answered(
    demo_folder: Path, template: Path
) -> None:
    """One file for all is the template's own affair; what is handed in are workbooks."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_export(pilot, pdf=False)
        screen.query_one("#export-template", Input).value = str(template)
        way = screen.query_one("#export-way", Listing)
        for way.cursor, answer in ((1, ONE_BY_TEMPLATE), (2, ONLY_EXCEL)):
            await pilot.press("enter")
            await until(pilot, lambda answer=answer: answer[:16] in text(app))  # type: ignore[misc]
        screen.query_one("#export-template", Input).value = ""
        await pilot.press("enter")
        await result(pilot)
