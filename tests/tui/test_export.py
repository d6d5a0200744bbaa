"""导出: which sheets, which rate, which files, and what is said afterwards."""

import zipfile
from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest
from textual.widgets import Input

from selfeval_tui.files import put
from selfeval_tui.files.outgoing import Refused
from selfeval_tui.layout import disagreeing_rates
from selfeval_tui.problems import StoreError
from selfeval_tui.store import write_file
from selfeval_tui.tui.export.choice import Range, begin
from selfeval_tui.tui.export.launch import launch, open_outside
from selfeval_tui.tui.export.rates import rate_sentences, rates_for
from selfeval_tui.tui.export.result import ExportedScreen
from selfeval_tui.tui.export.screen import ExportScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from tests.tui.steps import SIZES, Walk, app_on, place, reach, rows, text, until


def content(workbook: Path) -> str:
    """The XML of all sheets and texts of a workbook."""
    with zipfile.ZipFile(workbook) as archive:
        parts = [name for name in archive.namelist() if "sheet" in name or "Strings" in name]
        return "\n".join(archive.read(name).decode("utf-8") for name in parts)


async def open_export(pilot: Walk, sheet: int | None = None) -> ExportScreen:
    """Go to 导出, from 总览 or from a sheet."""
    await reach(pilot, Where.OVERVIEW)
    if sheet is not None:
        await pilot.press(*["down"] * sheet, "enter")
        await reach(pilot, Where.GRID)
    await pilot.press("f4")
    screen = await reach(pilot, Where.EXPORT)
    assert isinstance(screen, ExportScreen)
    return screen


async def answer(pilot: Walk, *keys: str) -> ExportedScreen:
    """Start the export, answer the question about the rate, wait for the result."""
    await pilot.press("enter")
    await until(pilot, lambda: bool(pilot.app.screen.query("#question")))
    await pilot.press(*keys, "enter")
    screen = await reach(pilot, Where.EXPORTED)
    assert isinstance(screen, ExportedScreen)
    return screen


def test_ticks_and_ranges_agree(demo_session: Session) -> None:
    """A range sets the ticks; a tick set by hand makes it 自己选."""
    sheets = demo_session.batch.sheets
    choice = begin(sheets, sheets[6].id)
    assert choice.chosen == sheets
    assert choice.ranges == (Range.ALL, Range.ONE, Range.TICKED)
    changed = choice.knowing(frozenset({sheets[1].id}))
    assert changed.ranges == tuple(Range)
    assert changed.by(Range.DUE).chosen == (sheets[1],)
    assert choice.by(Range.ONE).chosen == (sheets[6],)
    picked = choice.by(Range.ONE).toggled(sheets[0].id)
    assert picked.range is Range.TICKED
    assert picked.chosen == (sheets[0], sheets[6])
    assert picked.by(Range.TICKED) == picked
    assert picked.by(Range.ALL).chosen == sheets
    assert Range.ONE not in begin(sheets, None).ranges


def test_the_disagreeing_rate_is_told_with_both_figures(demo_session: Session) -> None:
    """附件1-7: 94% as typed, 95.2% as computed."""
    batch = demo_session.batch
    (sentence,) = rate_sentences(batch, disagreeing_rates(batch, batch.sheets))
    assert "附件1-7" in sentence
    assert sentence.endswith("填的是 94%，按 B/A 应为 95.2%")
    assert [rates_for(each) for each in (0, 1, 2, None)] == ["typed", "computed", None, None]


@pytest.mark.parametrize(("keys", "printed"), [((), "<t>94%</t>"), (("down",), "<v>0.952</v>")])
async def test_all_nine_are_exported_with_the_rate_that_was_chosen(
    demo_folder: Path, keys: tuple[str, ...], printed: str
) -> None:
    """The question is asked once; nine files lie in exports afterwards."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_export(pilot)
        await answer(pilot, *keys)
        made = sorted((demo_folder / "exports").glob("*.xlsx"))
        assert len(made) == 9
        assert "已导出 9 个文件" in text(app)
        assert str(demo_folder / "exports") in text(app)
        assert all("示例" in each.name for each in made)
        seventh = next(each for each in made if "1-7" in each.name)
        assert printed in content(seventh)


async def test_going_back_from_the_question_exports_nothing(demo_folder: Path) -> None:
    """The third answer and Esc both lead back."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_export(pilot)
        for keys in (("end", "enter"), ("escape",)):
            await pilot.press("enter")
            await until(pilot, lambda: bool(app.screen.query("#question")))
            await pilot.press(*keys)
            await reach(pilot, Where.EXPORT)
        assert not (demo_folder / "exports").exists()


async def test_one_sheet_alone_is_exported_from_where_it_is_filled(demo_folder: Path) -> None:
    """只导出这张表, into a folder of the clerk's choice, without a question about others."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await open_export(pilot, sheet=0)
        screen.query_one("#export-folder", Input).value = str(demo_folder / "交表")
        await pilot.press("down", "enter")
        await reach(pilot, Where.EXPORTED)
        assert [each.name for each in (demo_folder / "交表").iterdir()] == [
            "示例 附件1-1 深圳特发公司第三方费用.xlsx"
        ]
        await pilot.press("escape")
        await reach(pilot, Where.GRID)


async def test_ticked_sheets_go_into_one_workbook(demo_folder: Path) -> None:
    """Two ticks taken away, seven sheets in one file."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await open_export(pilot)
        await pilot.press("tab", "space", "end", "space", "tab", "down")
        assert screen.query_one("#export-range", Listing).cursor == 1
        await answer(pilot)
        (made,) = (demo_folder / "exports").iterdir()
        with zipfile.ZipFile(made) as archive:
            sheets = [name for name in archive.namelist() if "worksheets/sheet" in name]
        assert len(sheets) == 7


async def test_nothing_ticked_is_said(demo_folder: Path) -> None:
    """An export of nothing is no success."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_export(pilot)
        await pilot.press("tab", *["space", "down"] * 9, "enter")
        await until(pilot, lambda: "没有选中任何一张表" in text(app))
        assert not (demo_folder / "exports").exists()


async def test_a_file_open_elsewhere_is_refused_and_takes_the_other_name(
    demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence and the offered name are on the screen; one key takes it."""
    held = demo_folder / "exports" / "示例 附件1-1 深圳特发公司第三方费用.xlsx"
    held.parent.mkdir()
    held.write_bytes(b"open in WPS")
    refuse_writing(monkeypatch, held)
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_export(pilot)
        screen = await answer(pilot)
        assert "已导出 8 个文件，有 1 个没有写入" in text(app)
        assert "请关闭它再导出" in text(app)
        assert "Ctrl+N 换名保存" in text(app)
        refused = screen._made.outcomes[0]
        assert isinstance(refused, Refused)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: "已导出 9 个文件" in text(app))
        assert refused.other
        assert refused.other.exists()
        assert held.read_bytes() == b"open in WPS"
        assert "换名保存" not in text(app)


def refuse_writing(monkeypatch: pytest.MonkeyPatch, held: Path) -> None:
    """Let writing to one file fail as Windows does while WPS has it open."""

    def write(path: Path, data: bytes) -> None:
        if path == held:
            raise StoreError("没有写入。") from PermissionError(EACCES, "in use")
        write_file(path, data)

    monkeypatch.setattr(put, "write_file", write)


def failing(_path: Path) -> None:
    """A desktop without a program for workbooks."""
    raise OSError(3, "没有程序")


async def export_then(pilot: Walk, runner: Callable[[Path], None], *keys: str) -> None:
    """Export all, then press keys that open something, with another way of opening."""
    await open_export(pilot)
    screen = await answer(pilot)
    screen._runner = runner
    await pilot.press(*keys)


async def test_file_and_folder_open_outside(demo_folder: Path) -> None:
    """Enter opens the chosen file, Ctrl+D its folder."""
    seen: list[Path] = []
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await export_then(pilot, seen.append, "down", "enter", "ctrl+d")
        await until(pilot, lambda: len(seen) == 2)
        assert seen[0].name == "示例 附件1-2 政务服务统一购买服务费用.xlsx"
        assert seen[1] == demo_folder / "exports"


async def test_a_desktop_that_cannot_open_files_is_told_on_the_screen(demo_folder: Path) -> None:
    """The reason, and where the file is instead."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await export_then(pilot, failing, "enter")
        await until(pilot, lambda: "没能打开（没有程序）" in text(app))
        assert place(app.screen) is Where.EXPORTED


def test_opening_says_why_it_failed(tmp_path: Path) -> None:
    """A sentence for the screen; an empty one where it worked."""
    assert launch(tmp_path, lambda _path: None) == ""
    assert str(tmp_path) in launch(tmp_path, failing)


def test_a_missing_program_is_an_error_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any starter on the path the failure is one that `launch` can tell."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "没能打开" in launch(tmp_path / "表.xlsx", open_outside)


@pytest.mark.parametrize("size", SIZES)
async def test_all_choices_fit_every_terminal(demo_folder: Path, size: tuple[int, int]) -> None:
    """The sheets may scroll on a small screen; the ways, the folder and the keys may not."""
    app = app_on(demo_folder)
    async with app.run_test(size=size) as pilot:
        await open_export(pilot)
        shown = "\n".join(rows(app))
        wanted = ("全部的表（9张）", "附件1-1", "一张表一个文件", "存到文件夹", "回车 导出")
        assert [word for word in wanted if word not in shown] == []
