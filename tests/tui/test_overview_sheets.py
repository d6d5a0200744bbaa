"""总览: copying, moving, removing, taking back, filtering, and changing many sheets alike."""

from pathlib import Path

import pytest
from textual.widgets import Input

from selfeval_tui.sheet.summary import summarise
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.store.settings import read_settings
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.overview.bin import BinScreen
from selfeval_tui.tui.overview.filter import Filter, Which
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.steps import Walk, app_on, cell, reach, text, until


def _marks(app: SelfevalApp) -> list[str]:
    return [sheet.with_role(Role.ATTACHMENT) for sheet in app.session.batch.sheets]


def _names(app: SelfevalApp) -> list[str]:
    return [sheet.with_role(Role.PROJECT_NAME) for sheet in app.session.batch.sheets]


async def _dialog(pilot: Walk) -> Dialog[object]:
    await until(pilot, lambda: isinstance(pilot.app.screen, Dialog))
    await pilot.pause()
    assert isinstance(pilot.app.screen, Dialog)
    return pilot.app.screen


async def test_a_copy_stands_behind_the_last_project_and_is_chosen(own_folder: Path) -> None:
    """附件1-9 with （副本） in its name; Ctrl+Z takes it back and stays on 总览."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        await pilot.press("down", "ctrl+u")
        await until(pilot, lambda: len(app.session.batch.sheets) == 10)
        assert _marks(app)[8:] == ["附件1-9", "附件2"]
        assert _names(app)[8] == "政务服务统一购买服务费用（副本）"
        assert screen.query_one(Listing).cursor == 8
        assert "已复制为" in text(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(app.session.batch.sheets) == 9)
        await reach(pilot, Where.OVERVIEW)


async def test_a_sheet_moves_down_with_the_cursor(own_folder: Path) -> None:
    """附件1-1 and 附件1-2 exchange their numbers; one Ctrl+Z brings both back."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        first, second = _names(app)[:2]
        await pilot.press("ctrl+shift+down")
        await until(pilot, lambda: _names(app)[:2] == [second, first])
        assert _marks(app)[:2] == ["附件1-1", "附件1-2"]
        assert screen.query_one(Listing).cursor == 1
        await pilot.press("ctrl+z")
        await until(pilot, lambda: _names(app)[:2] == [first, second])
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("home", "ctrl+shift+up")
        await until(pilot, lambda: "没有同年度、同一种表样的表可以对调" in text(app))
        await pilot.press("ctrl+s")
    assert Workspace(own_folder).load().faults == ()


async def test_a_removed_sheet_lies_in_the_bin_and_comes_back(own_folder: Path) -> None:
    """The question first; then the file is in 回收站, and from there it is taken back."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        gone = app.session.batch.sheets[0]
        await pilot.press("delete")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 9
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press("down", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert gone.id not in {sheet.id for sheet in app.session.batch.sheets}
        await pilot.press("ctrl+s")
        await pilot.press("ctrl+x")
        await until(pilot, lambda: isinstance(app.screen, BinScreen))
        await until(pilot, lambda: "删除的表" in text(app))
        assert "指标 8 行" in text(app)
        await pilot.press("enter", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert app.session.batch.sheets[0].id == gone.id
        assert app.session.batch.sheets[0].fields == gone.fields
        await pilot.press("ctrl+s")
    assert len(Workspace(own_folder).load().sheets) == 9
    assert len(list((own_folder / "saved" / "2023" / "回收站").iterdir())) == 1


async def test_an_empty_bin_says_so(own_folder: Path) -> None:
    """And offers nothing."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: "回收站里没有东西" in text(app))
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Filter(), 9),
        (Filter("大厅"), 1),
        (Filter(" 附件1－2 "), 1),
        (Filter(which=Which.ERROR), 1),
        (Filter(which=Which.EXPLAIN), 1),
        (Filter(which=Which.MISSED), 4),
        (Filter(which=Which.PERSON), 2),
        (Filter("附件2", Which.PERSON), 1),
        (Filter(which=Which.UNFINISHED), 0),
        (Filter(which=Which.CHANGED), 0),
    ],
)
def test_a_filter_keeps_what_it_says(demo_session: Session, wanted: Filter, kept: int) -> None:
    """By a text of 附件号 or name, and by the state of the sheet."""
    batch, checking = demo_session.batch, demo_session.checking
    checking.begin()
    summaries = [summarise(batch, sheet) for sheet in batch.sheets]
    found = [checking.problems(each.sheet) for each in summaries]
    pairs = zip(summaries, found, strict=True)
    assert sum(wanted.keeps(each, found=problems) for each, problems in pairs) == kept


async def test_the_filter_is_told_and_escape_ends_it(demo_folder: Path) -> None:
    """What is left out is never forgotten; the sums stay those of all sheets."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+f")
        await _dialog(pilot)
        await pilot.press(*"大厅", "enter")
        await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: "只列出 含“大厅” 的表：1/9 张" in text(app))
        assert screen.query_one(Listing).count == 1
        assert "512.21" in text(app)
        await pilot.press("enter")
        filling = await reach(pilot, Where.GRID)
        assert filling.sheet_id == app.session.batch.sheets[4].id
        await pilot.press("f3")
        await reach(pilot, Where.OVERVIEW)
        assert "只列出 含“大厅” 的表：1/9 张" in text(app)
        await pilot.press("escape")
        await until(pilot, lambda: screen.query_one(Listing).count == 9)
        assert "只列出" not in text(app)


async def test_sheets_that_changed_since_they_were_exported_are_found(own_folder: Path) -> None:
    """Those that were never exported count as changed."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+f")
        await _dialog(pilot)
        await pilot.press("tab", "end", "enter")
        await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: "只列出 上次导出后改过 的表：9/9 张" in text(app))
        assert screen.query_one(Listing).count == 9


async def test_a_date_is_changed_on_all_sheets_after_a_look_at_each(own_folder: Path) -> None:
    """Asked once, shown cell by cell, done and undone as one."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        before = {sheet.with_role(Role.DATE) for sheet in app.session.batch.sheets}
        await pilot.press("ctrl+a")
        dialog = await _dialog(pilot)
        dialog.query_one(f"#alike-{Role.DATE}", Input).value = "2024年5月6日"
        await pilot.press("enter")
        await until(pilot, lambda: "要改 9 格" in text(app))
        assert before == {sheet.with_role(Role.DATE) for sheet in app.session.batch.sheets}
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        dates = {sheet.with_role(Role.DATE) for sheet in app.session.batch.sheets}
        assert dates == {"2024年5月6日"}
        await until(pilot, lambda: "已改 9 张表的 9 格" in text(app))
        await pilot.press("ctrl+z")
        await until(
            pilot,
            lambda: before == {sheet.with_role(Role.DATE) for sheet in app.session.batch.sheets},
        )
        await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: "已改 9 张表的 9 格" not in text(app))


async def test_numbers_close_up_where_a_sheet_went(own_folder: Path) -> None:
    """附件1-1 was removed: the others become 附件1-1 to 附件1-7."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.remove_sheet(app.session.batch.sheets[0].id)
        await pilot.press("ctrl+a")
        dialog = await _dialog(pilot)
        dialog.query_one("#alike-number").focus()
        await pilot.press("space", "enter")
        await until(pilot, lambda: "要改 7 格" in text(app))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert _marks(app) == [*(f"附件1-{number}" for number in range(1, 8)), "附件2"]


async def test_only_the_listed_sheets_are_changed(own_folder: Path) -> None:
    """The window says how many."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+f", *"大厅", "enter")
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+a")
        dialog = await _dialog(pilot)
        assert "列出的 1 张表" in text(app)
        dialog.query_one(f"#alike-{Role.YEAR}", Input).value = "二〇二四"
        await pilot.press("enter")
        await until(pilot, lambda: "年度要写成四位数字" in text(app))
        dialog.query_one(f"#alike-{Role.YEAR}", Input).value = "2024"
        await pilot.press("enter")
        await until(pilot, lambda: "要改" in text(app))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        years = [sheet.with_role(Role.YEAR) for sheet in app.session.batch.sheets]
        assert years.count("2024") == 1


async def test_the_names_of_exported_files_are_a_setting(own_folder: Path) -> None:
    """Changed here as well as on the screen of settings."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+a")
        dialog = await _dialog(pilot)
        dialog.query_one("#alike-pattern", Input).value = "{年度} {项目名称}"
        await pilot.press("enter")
        await until(pilot, lambda: "以后导出的文件按“{年度} {项目名称}”取名" in text(app))
    assert read_settings(own_folder)[0].pattern == "{年度} {项目名称}"


async def test_who_agrees_to_nothing_changes_no_setting(own_folder: Path) -> None:
    """The names of files wait for the same yes as the cells."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+a")
        dialog = await _dialog(pilot)
        dialog.query_one("#alike-pattern", Input).value = "{年度} {项目名称}"
        dialog.query_one(f"#alike-{Role.YEAR}", Input).value = "2024"
        await pilot.press("enter")
        await until(pilot, lambda: "文件名改成" in text(app))
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)
    assert read_settings(own_folder)[0].pattern != "{年度} {项目名称}"


async def test_a_monstrous_number_leaves_room_for_the_rest(own_folder: Path) -> None:
    """5000 characters of 附件号 are one line, like any other."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        sheet = app.session.batch.sheets[0]
        app.session.batch.set(cell(app.session, 0, Role.BUDGET), "18.27")
        field = sheet.spec.field_with_role(Role.ATTACHMENT)
        assert field is not None
        from selfeval_tui.sheet import Address

        app.session.batch.set(Address(sheet.id, field.name), "附件" * 2500)
        await until(pilot, lambda: "指标 8 行" in text(app))
        assert "F1 帮助" in text(app)
