"""From 草稿 to 定稿, 已报送 and back, on the screen."""

from pathlib import Path

from textual.widgets import Input

from selfeval_tui.sheet import Address, Sheet, Stage
from selfeval_tui.sheet.checkcode import content_code
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.tui.check.reason import ReasonDialog
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.life.handed_in import HandedInDialog
from selfeval_tui.tui.overview.screen import OverviewScreen
from selfeval_tui.tui.question import Question
from tests.tui.steps import Walk, app_on, cell, reach, text, until

CLEAN, WRONG = 4, 6
"""附件1-5, on which nothing hinders, and 附件1-7, whose 执行率 is wrong."""


async def asked(pilot: Walk, words: str) -> None:
    """Wait for a question."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Question) and words in text(pilot.app))


async def choose(pilot: Walk, number: int) -> OverviewScreen:
    """Put the cursor of 总览 on a sheet."""
    screen = await reach(pilot, Where.OVERVIEW)
    assert isinstance(screen, OverviewScreen)
    await pilot.press("home", *["down"] * number)
    return screen


async def finalise(pilot: Walk, number: int) -> Sheet:
    """定稿 of a sheet on which nothing hinders."""
    screen = await choose(pilot, number)
    sheet = screen.session.batch.sheets[number]
    await pilot.press("shift+f7")
    await asked(pilot, "要定稿吗")
    await pilot.press("down", "enter")
    await until(pilot, lambda: sheet.life.stage is Stage.final)
    await pilot.pause()
    return sheet


async def test_a_sheet_without_hindrances_is_finalised(own_folder: Path) -> None:
    """It is locked, its 校验码 is told, its version is kept; that is saved, too."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        sheet = await finalise(pilot, CLEAN)
        assert sheet.life.finalised == "2024-04-23"
        assert sheet.life.content == content_code(app.session.batch, sheet)
        assert f"附件1-5 已定稿，校验码 {sheet.life.content}" in text(app)
        assert "状态" in text(app)
        assert f"定稿 2024-04-23（{sheet.life.content}）。" in text(app)
        await pilot.press("ctrl+s")
    assert len(list(own_folder.glob("saved/2023/定稿/*.toml"))) == 1
    loaded = {each.id: each for each in Workspace(own_folder).load().sheets}
    assert loaded[sheet.id].life == sheet.life


async def test_missing_reasons_are_asked_one_after_another(own_folder: Path) -> None:
    """定稿 is always reachable: with a reason for each hindrance it is asked for at once."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await choose(pilot, WRONG)
        await pilot.press("shift+f7")
        await asked(pilot, "附件1-7 还有 1 处问题没有改，也没有说明")
        assert "95.2%" in text(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReasonDialog))
        app.screen.query_one(Input).value = "按批复的口径填报"
        await pilot.press("enter")
        await asked(pilot, "要定稿吗")
        await pilot.press("down", "enter")
        sheet = screen.session.batch.sheets[WRONG]
        await until(pilot, lambda: sheet.life.stage is Stage.final)
        (reason,) = sheet.explanations.values()
        assert (reason.rule, reason.text) == ("BUD-001", "按批复的口径填报")


async def test_blank_cells_are_told_before_a_sheet_is_locked(own_folder: Path) -> None:
    """A half-filled sheet is seldom meant to be final."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await choose(pilot, CLEAN)
        batch = screen.session.batch
        batch.set(Address(batch.sheets[CLEAN].id, "主管部门"), "")
        await pilot.press("shift+f7")
        await asked(pilot, "必填的还有 1 格没有填")


async def test_the_first_hindrance_can_be_gone_to(own_folder: Path) -> None:
    """To mend it; the sheet stays a draft."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await choose(pilot, WRONG)
        await pilot.press("shift+f7")
        await asked(pilot, "还有 1 处问题")
        await pilot.press("down", "down", "enter")
        screen = await reach(pilot, Where.GRID)
        assert screen.help_address() == cell(app.session, WRONG, Role.RATE)
        assert app.session.batch.sheets[WRONG].life.stage is Stage.draft


async def test_a_locked_sheet_takes_nothing(own_folder: Path) -> None:
    """Typing opens no editor, keys change nothing, and each says what to do."""
    app = app_on(own_folder)
    said = "附件1-5 已定稿，要改请先“退回修改”"
    async with app.run_test(size=(120, 36)) as pilot:
        sheet = await finalise(pilot, CLEAN)
        before = sheet.copy()
        await pilot.press("delete")
        await until(pilot, lambda: said in text(app))
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        assert "定稿" in text(app).splitlines()[0]
        for key in ("enter", "delete", "ctrl+n", "ctrl+k", "ctrl+d", "ctrl+v", "ctrl+z", "x"):
            await pilot.press("right", key)
            await until(pilot, lambda: said in text(app))
            assert sheet == before


async def test_it_is_handed_in_and_comes_back(own_folder: Path) -> None:
    """已报送 with its date and way; 退回修改 opens it, and the difference is always in sight."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        sheet = await finalise(pilot, CLEAN)
        await finalise(pilot, 2)
        screen = await choose(pilot, CLEAN)
        await screen.do("submit_sheet")
        await until(pilot, lambda: isinstance(app.screen, HandedInDialog))
        app.screen.query_one("#handed-date", Input).value = "4月25日"
        await pilot.press("enter")
        await until(pilot, lambda: "报送日期要写成 2024-04-23 这样" in text(app))
        app.screen.query_one("#handed-date", Input).value = "2024-04-25"
        await pilot.press("enter")
        await until(pilot, lambda: sheet.life.stage is Stage.submitted)
        assert (sheet.life.submitted, sheet.life.channel) == ("2024-04-25", "纸质")
        assert app.session.batch.sheets[2].life.stage is Stage.final
        await pilot.press("shift+f6")
        await asked(pilot, "为什么要再改")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: sheet.life.stage is Stage.returned)
        assert sheet.life.reason == "财政退回"
        spent = cell(app.session, CLEAN, Role.SPENT)
        app.session.batch.set(spent, "0.1")
        await until(pilot, lambda: "与定稿相比：改了1处。" in text(app))
        await pilot.press("enter")
        fill = await reach(pilot, Where.GRID)
        assert "退回修改 改了1处" in text(app).splitlines()[0]
        await fill.do("since_final")
        await reach(pilot, Where.CHANGES)
        assert "附件1-5 与 2024-04-23 的定稿有 1 处不同" in text(app)


async def test_a_version_that_cannot_be_read_is_not_called_equal(own_folder: Path) -> None:
    """与定稿不同 says why nothing can be compared."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        sheet = await finalise(pilot, CLEAN)
        batch = app.session.batch
        batch.live(sheet.id, sheet.life.reopen("2024-05-06", "更正"))
        screen = await reach(pilot, Where.OVERVIEW)
        (path,) = own_folder.glob("saved/*/定稿/*.toml")
        path.write_text("坏了", encoding="utf-8")
        await screen.do("since_final")
        await until(pilot, lambda: "定稿的留底读不出来" in text(app))
        path.unlink()
        await screen.do("since_final")
        await until(pilot, lambda: "附件1-5 定稿的那一版没有留底" in text(app))


async def test_changing_many_leaves_locked_ones_out(own_folder: Path) -> None:
    """一起改 says which sheets kept what they said."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        sheet = await finalise(pilot, CLEAN)
        date = sheet.with_role(Role.DATE)
        await choose(pilot, 0)
        await pilot.press("ctrl+a")
        await until(pilot, lambda: bool(app.screen.query("#alike-date")))
        app.screen.query_one("#alike-date", Input).value = "2024年5月6日"
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "已改 8 张表" in text(app))
        assert "附件1-5 已定稿，没有改。" in text(app)
        assert sheet.with_role(Role.DATE) == date
