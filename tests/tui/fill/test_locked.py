"""Locked sheets among others: what keys and many cells at once do with them."""

from textual.widgets import Input

from selfeval_tui.sheet import Batch, Life
from selfeval_tui.sheet.create import new_id
from selfeval_tui.tui.amounts.lay import lay_amounts
from selfeval_tui.tui.differences import DifferencesDialog
from selfeval_tui.tui.fill.actions import CHANGING
from selfeval_tui.tui.fill.actions.block_edits import emptied
from selfeval_tui.tui.fill.actions.paste_plan import plan_paste
from selfeval_tui.tui.fill.block import Block
from selfeval_tui.tui.fill.finding import SearchDialog
from selfeval_tui.tui.keys import Where, keys_of
from selfeval_tui.tui.listing import Listing
from tests.tui.fill.build import demo_batch, field, money, one
from tests.tui.fill.harness import filling

FINAL = Life().finalise("2024-04-23", "0123", "abcd", "ef01")
READING = {
    "next_cell", "previous_cell", "next_sheet", "previous_sheet", "next_unfilled", "next_problem",
    "previous_problem", "detail_down", "detail_up", "find", "find_next", "copy", "select_table",
    "drop_block", "preview", "history", "finalise", "submit_sheet", "reopen", "since_final",
}  # fmt: skip
"""What may be done to a locked sheet."""


def _amounts() -> tuple[Batch, Block]:
    """The amounts of all sheets, the second of them locked, and the first three lines of money."""
    batch = demo_batch()
    batch.live(batch.sheets[1].id, FINAL)
    lines = lay_amounts(batch)
    spots = [lines.spots[money(batch.sheets[n], "预算数")] for n in (0, 2)]
    return batch, Block.between(*spots)


def test_every_key_is_known_to_change_or_not() -> None:
    """A new one has to say which it does."""
    assert {key.action for key in keys_of(Where.GRID)} - READING == CHANGING


def test_emptying_a_block_leaves_locked_sheets_out() -> None:
    """In 各表金额, where each line is another sheet."""
    batch, block = _amounts()
    changed = [each.address.sheet for each in emptied(batch, lay_amounts(batch), block)]
    assert changed == [batch.sheets[0].id, batch.sheets[2].id]


def test_a_pasted_block_leaves_locked_sheets_out() -> None:
    """That is told before it is done, among what cannot be filled."""
    batch, block = _amounts()
    plan = plan_paste(batch, lay_amounts(batch), block, (("1",), ("2",), ("3",)))
    assert (plan.placed, plan.skipped) == (2, 1)
    assert [each.after for each in plan.cells] == ["1", "3"]


async def test_replacing_everywhere_says_which_sheets_kept_the_text() -> None:
    """The others are changed."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        locked = one(desk.batch, "附件1-8")
        mark = f"独一无二{new_id()}"
        for sheet in (desk.sheet, locked):
            desk.batch.set(field(sheet, "项目实施单位"), mark)
        desk.batch.live(locked.id, FINAL)
        await desk.press("ctrl+f")
        dialog = desk.app.screen
        assert isinstance(dialog, SearchDialog)
        dialog.query_one("#wanted", Input).value = mark
        dialog.query_one("#by", Input).value = "某局"
        dialog.query_one("#scope", Listing).cursor = 1
        dialog.query_one("#deed", Listing).cursor = 2
        await desk.press("enter")
        assert isinstance(desk.app.screen, DifferencesDialog)
        await desk.press("enter")
        await desk.until(lambda: "附件1-8 已定稿，没有改" in desk.text)
        assert desk.typed(field(desk.sheet, "项目实施单位")) == "某局"
        assert desk.typed(field(locked, "项目实施单位")) == mark


async def test_a_pasted_text_opens_no_editor_on_a_locked_sheet() -> None:
    """It is told what to do instead."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        desk.batch.live(desk.sheet.id, FINAL)
        before = desk.sheet.copy()
        await desk.go(money(desk.sheet, "执行数"))
        await desk.paste("5")
        assert not desk.area.editing
        assert "附件1-7 已定稿，要改请先“退回修改”（Shift+F6）" in desk.text
        assert desk.sheet == before


async def test_nothing_is_proposed_on_a_locked_sheet() -> None:
    """What cannot be filled in is not offered."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        desk.batch.set(field(desk.sheet, "填报日期"), "")
        await desk.go(field(desk.sheet, "填报日期"))
        await desk.until(lambda: "建议 今天" in desk.text)
        desk.batch.live(desk.sheet.id, FINAL)
        await desk.until(lambda: "建议 今天" not in desk.text)
