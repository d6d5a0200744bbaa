"""Exporting a second time: only what changed, and what that is; handing in; printing."""

from pathlib import Path

import pytest

from selfeval_tui.files.office import VARIABLE
from selfeval_tui.sheet import Address
from selfeval_tui.store.settings import Settings, write_settings
from selfeval_tui.tui.export.printing import office_command, print_file, print_outside
from selfeval_tui.tui.export.result import ExportedScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.shell import SelfevalApp
from tests.files.fake_office import fake
from tests.tui.steps import Walk, app_on, reach, text, until


async def start(pilot: Walk, *keys: str) -> ExportedScreen:
    """Press keys on 导出, begin, print typed rates where that is asked, wait for the result."""
    await pilot.press(*keys, "enter")
    await until(pilot, lambda: bool(pilot.app.screen.query("#question, #exported-files")))
    if pilot.app.screen.query("#question"):
        await pilot.press("enter")
    screen = await reach(pilot, Where.EXPORTED)
    assert isinstance(screen, ExportedScreen)
    return screen


async def go_to_export(pilot: Walk, waiting_for: str) -> None:
    """To 导出 from 总览, until the comparison is told."""
    await pilot.press("f3", "f4")
    await reach(pilot, Where.EXPORT)
    await until(pilot, lambda: waiting_for in text(pilot.app))


def change_third(app: SelfevalApp) -> None:
    """附件1-3 gets another department."""
    batch = app.session.batch
    batch.set(Address(batch.sheets[2].id, "主管部门"), "另一个局")


async def test_only_what_changed_is_exported_again(demo_folder: Path) -> None:
    """After an export the range offers the one sheet that says something else by now."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await until(pilot, lambda: text(app).count("未导出") == 9)
        assert "只导出改过的" not in text(app)
        await start(pilot)
        change_third(app)
        await go_to_export(pilot, "只导出改过的和没导出过的（1张）")
        assert text(app).count("未改") == 8
        assert text(app).count("改了1处") == 1
        screen = await start(pilot, "down")
        (outcome,) = screen._made.outcomes
        assert "附件1-3" in outcome.path.name
        await go_to_export(pilot, "只导出改过的和没导出过的（0张）")


async def test_what_changed_is_listed_with_both_texts(demo_folder: Path) -> None:
    """原 and 现, and where, so that it can be found on the printed sheet."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await start(pilot)
        assert "改动" not in text(app)
        change_third(app)
        await go_to_export(pilot, "Ctrl+N 改动")
        await pilot.press("ctrl+n")
        await reach(pilot, Where.CHANGES)
        assert "2023/附件1-3/主管部门（2024-04-23 10:32 导出）" in text(app)
        assert "原 鄂州葛店经济技术开发区行政审批局本级" in text(app)
        assert "现 另一个局" in text(app)
        await pilot.press("escape")
        await reach(pilot, Where.EXPORT)


async def test_an_unreadable_earlier_version_is_told_and_due(demo_folder: Path) -> None:
    """The clerk only has to export again."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await start(pilot)
        kept = sorted((demo_folder / "saved").glob("*/已导出/*.toml"))
        kept[0].write_bytes(b"format = ")
        await go_to_export(pilot, "留底读不出")
        await pilot.press("ctrl+n")
        await reach(pilot, Where.CHANGES)
        assert "上次导出的留底读不出来" in text(app)


async def test_everything_is_handed_in_in_one_folder(demo_folder: Path) -> None:
    """The third way of keeping: sheets, summary, list, and a zip beside them."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await start(pilot, "tab", "tab", "down", "down")
        assert "已备好报送的 11 个文件，和装着它们的压缩包" in text(app)
        made = sorted(each.name for each in (demo_folder / "exports").iterdir())
        assert len(made) == 2
        assert all(name.startswith("示例 报送 ") for name in made)
        change_third(app)
        await go_to_export(pilot, "改了1处")
        await start(pilot, "tab", "tab", "down", "down")
        assert "这次另建了一个带编号的" in text(app)


async def test_a_folder_that_takes_nothing_is_told_where_it_was_chosen(demo_folder: Path) -> None:
    """The choices stay, and another try is possible."""
    blocked = demo_folder / "不是文件夹"
    blocked.write_text("")
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        screen = await reach(pilot, Where.EXPORT)
        await pilot.press("tab", "tab", "down", "down")
        screen.query_one("#export-folder").value = str(blocked)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.screen.query("#question")))
        await pilot.press("enter")
        await until(pilot, lambda: "请移走与文件夹同名的文件" in text(app))
        await reach(pilot, Where.EXPORT)


async def test_names_and_page_numbers_begin_as_set_and_change_for_once(demo_folder: Path) -> None:
    """Space turns the page numbers; a field that no sheet has is refused before anything."""
    write_settings(demo_folder, Settings(pattern="{年度}{附件号}", page_numbers="always"))
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        screen = await reach(pilot, Where.EXPORT)
        assert "{年度}{附件号}" in text(app)
        assert "每张表都印（按空格换）" in text(app)
        screen.query_one("#export-numbers", Listing).focus()
        await pilot.press("space")
        await until(pilot, lambda: "都不印（按空格换）" in text(app))
        screen.query_one("#export-pattern").value = "{项目名}"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "不是表上的栏目。是不是“项目名称”？" in text(app))
        screen.query_one("#export-pattern").value = "{附件号}"  # type: ignore[attr-defined]
        result = await start(pilot)
        assert result._made.outcomes[0].path.name == "示例 附件1-1.xlsx"
        assert result._made.task.options.page_numbers is False


async def test_the_chosen_file_or_all_are_printed_after_a_question(demo_folder: Path) -> None:
    """Nothing is printed by a key alone; the first answer prints nothing."""
    printed: list[str] = []
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        screen = await start(pilot)
        screen._printer = lambda path: printed.append(path.name)
        for downs, count in ((0, 0), (1, 1), (2, 10)):
            await pilot.press("ctrl+b")
            await until(pilot, lambda: bool(app.screen.query("#question")))
            await pilot.press(*["down"] * downs, "enter")
            await reach(pilot, Where.EXPORTED)
            await until(pilot, lambda count=count: len(printed) == count)  # type: ignore[misc]
        assert printed[0] == printed[1] == "示例 附件1-1 深圳特发公司第三方费用.xlsx"
        await until(pilot, lambda: "已交给办公软件打印" in text(app))


async def test_the_pages_of_the_chosen_file_are_shown(demo_folder: Path) -> None:
    """From the result and back to it."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await start(pilot)
        await pilot.press("end", "ctrl+r")
        await reach(pilot, Where.PREVIEW)
        await until(pilot, lambda: "第 1 页，共 3 页  示例 附件2" in text(app))
        await pilot.press("escape")
        await reach(pilot, Where.EXPORTED)


def test_the_name_of_a_file_is_one_argument() -> None:
    """No shell reads it."""
    command = ["/bin/soffice", "--headless", "-p", "a b.xlsx"]
    assert office_command(Path("a b.xlsx"), Path("/bin/soffice")) == command


def test_without_an_office_it_is_said_how_to_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence with the two keys, not a traceback."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "没有"))
    said = print_file(tmp_path / "表.xlsx", print_outside)
    assert said.startswith("没有找到能直接打印的办公软件")
    assert "请按回车打开文件" in said


def test_an_office_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the name of the file."""
    monkeypatch.setenv(VARIABLE, str(fake(tmp_path, "exit 3")))
    said = print_file(Path("表.xlsx"), print_outside)
    assert said.startswith("没能打印“表.xlsx”（办公软件没有打印）")
