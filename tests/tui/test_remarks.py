"""财政意见 on the screen: pasted, placed, answered, written out."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from textual.widgets import Button, Input, TextArea

from selfeval_tui.files.outgoing import Exported, export_sheets
from selfeval_tui.layout import ExportOptions
from selfeval_tui.sheet import Address, Answer, Life
from selfeval_tui.sheet.remarks import add_remarks, every_remark, note
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.remarks.answering import NO_REASON, UNCHANGED, AnswerDialog
from selfeval_tui.tui.remarks.places import PlaceDialog
from selfeval_tui.tui.remarks.screen import RemarksScreen
from selfeval_tui.tui.remarks.take import TakeScreen
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.steps import Walk, app_on, cell, reach, text, until

SIXTH = 6
"""附件1-7 among the sheets, counted from 0."""


def rate(app: SelfevalApp) -> Address:
    """执行率 of 附件1-7, which says 94%."""
    return cell(app.session, SIXTH, Role.RATE)


def remarked(app: SelfevalApp, at: Address, words: str = "应为95.2%") -> None:
    """Have a remark on a cell."""
    add_remarks(app.session.batch, [(at.sheet, note(app.session.batch, at, words, "粘贴", "日"))])


async def taking(pilot: Walk) -> TakeScreen:
    """Go to where remarks are taken down."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("shift+f9")
    await reach(pilot, Where.REMARKS)
    await pilot.press("ctrl+n")
    screen = await reach(pilot, Where.TAKE)
    assert isinstance(screen, TakeScreen)
    return screen


async def test_pasted_lines_go_to_their_cells(own_folder: Path) -> None:
    """What is seen before is what is kept, as one step."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await taking(pilot)
        screen.query_one(TextArea).text = "附件1-7 执行率：应为95.2%\n请重新报送"
        await until(pilot, lambda: len(screen.placed) == 2)
        assert "附件1-7 执行率  执行率：应为95.2%" in text(app)
        assert "不知是哪张表" in text(app)
        screen.query_one(Button).press()
        await reach(pilot, Where.REMARKS)
        batch = app.session.batch
        ((sheet, remark),) = every_remark(batch)
        assert (sheet.id, remark.name, remark.before) == (rate(app).sheet, "执行率", "94%")
        await pilot.press("ctrl+z")
        assert not list(every_remark(batch))


async def test_a_remark_that_went_astray_is_put_right(own_folder: Path) -> None:
    """Enter on its line, a few words, Enter."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await taking(pilot)
        screen.query_one(TextArea).text = "请重新核算"
        await until(pilot, lambda: len(screen.placed) == 1)
        screen.query_one(Listing).focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PlaceDialog))
        app.screen.query_one(Input).value = "1-7 执行率"
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        assert screen.placed[0].at == rate(app)


async def test_a_returned_workbook_is_read(own_folder: Path, tmp_path: Path) -> None:
    """Its comments are listed with their cells."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await taking(pilot)
        batch = app.session.batch
        options = ExportOptions()
        (made,) = export_sheets(batch, (batch.sheets[SIXTH],), tmp_path, options)
        assert isinstance(made, Exported)
        book = load_workbook(made.path)
        page = book.worksheets[0]
        at = next(each for row in page.iter_rows() for each in row if each.value == "94%")
        at.comment = Comment("应为95.2%", "")
        book.save(made.path)
        screen.query_one(Input).value = str(made.path)
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.placed) == 1)
        assert screen.placed[0].at == rate(app)
        assert screen.placed[0].text == "应为95.2%"
        screen.query_one(TextArea).focus()
        await pilot.press("enter")
        assert screen.placed[0].text == "应为95.2%"


async def test_the_path_of_the_workbook_is_reached_by_key(own_folder: Path) -> None:
    """Tab is a part of what is pasted; the key that goes on is the one that is shown."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await taking(pilot)
        assert "F2 下一项" in text(app)
        await pilot.press("f2")
        assert screen.query_one(Input).has_focus
        await pilot.press("f2")
        assert screen.query_one(Listing).has_focus


async def test_a_file_that_is_no_workbook_is_told(own_folder: Path) -> None:
    """Nothing else happens."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await taking(pilot)
        screen.query_one(Input).value = "没有.xlsx"
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await until(pilot, lambda: "读不出来" in text(app))
        assert screen.placed == ()


async def test_enter_leads_to_the_cell_where_the_remark_is_said(own_folder: Path) -> None:
    """The detail beside the grid has it, too."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        remarked(app, rate(app), "按四七六算")
        await pilot.press("shift+f9")
        await reach(pilot, Where.REMARKS)
        await pilot.press("enter")
        screen = await reach(pilot, Where.GRID)
        assert screen.place == rate(app)
        await until(pilot, lambda: "财政意见 按四七六算" in text(app))


async def answering(pilot: Walk, app: SelfevalApp) -> AnswerDialog:
    """Ask for the answer to a remark on 执行率."""
    await reach(pilot, Where.OVERVIEW)
    remarked(app, rate(app))
    await pilot.press("shift+f9")
    await reach(pilot, Where.REMARKS)
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(app.screen, AnswerDialog))
    assert isinstance(app.screen, AnswerDialog)
    return app.screen


@pytest.mark.parametrize("reason", ["", "无", "同上"])
async def test_who_changes_nothing_says_why(own_folder: Path, reason: str) -> None:
    """At least four characters, as for any reason."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        dialog = await answering(pilot, app)
        dialog.query_one(Input).value = reason
        await pilot.press("enter")
        await until(pilot, lambda: NO_REASON[:8] in text(app))
        dialog.query_one(Input).value = "按未取整的金额算"
        await pilot.press("enter")
        await reach(pilot, Where.REMARKS)
        ((_, remark),) = every_remark(app.session.batch)
        assert (remark.answer, remark.reason) == (Answer.kept, "按未取整的金额算")


async def test_changed_is_not_said_of_a_cell_that_is_as_it_was(own_folder: Path) -> None:
    """First change it, then say so; both texts are kept."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        dialog = await answering(pilot, app)
        dialog.query_one(Listing).cursor = 0
        await pilot.press("enter")
        await until(pilot, lambda: UNCHANGED[:8] in text(app))
        await pilot.press("escape")
        await reach(pilot, Where.REMARKS)
        app.session.batch.set(rate(app), "95.2%")
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, AnswerDialog))
        await pilot.press("enter")
        await reach(pilot, Where.REMARKS)
        ((_, remark),) = every_remark(app.session.batch)
        assert (remark.answer, remark.before, remark.after) == (Answer.changed, "94%", "95.2%")


async def test_the_answers_are_written_as_a_workbook(own_folder: Path) -> None:
    """修改说明 lies with the exported sheets."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        remarked(app, rate(app))
        await pilot.press("shift+f9")
        await reach(pilot, Where.REMARKS)
        await pilot.press("ctrl+b")
        await until(pilot, lambda: "修改说明写在" in text(app))
        (path,) = app.session.workspace.exports.glob("*修改说明.xlsx")
        assert load_workbook(path).worksheets[0].title == "修改说明"


async def test_a_remark_is_dropped_and_brought_back(own_folder: Path) -> None:
    """Del, and Ctrl+Z."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        remarked(app, rate(app))
        await pilot.press("shift+f9")
        screen = await reach(pilot, Where.REMARKS)
        await pilot.press("delete")
        await until(pilot, lambda: not list(every_remark(app.session.batch)))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(list(every_remark(app.session.batch))) == 1)
        assert isinstance(screen, RemarksScreen)
        assert screen.chosen is not None


async def test_undo_among_remarks_says_which_sheet_is_locked(own_folder: Path) -> None:
    """Remarks may be undone on a locked sheet, what was typed there may not."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        at, batch = rate(app), app.session.batch
        batch.set(at, "95.2%")
        batch.live(at.sheet, Life().finalise("2024-04-23", "0123", "abcd", "ef01"))
        remarked(app, at)
        await pilot.press("shift+f9")
        await reach(pilot, Where.REMARKS)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not list(every_remark(batch)))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "附件1-7 已定稿，要改请先“退回修改”" in text(app))
        assert batch.typed(at) == "95.2%"
