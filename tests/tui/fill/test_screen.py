"""The screen as a whole: sizes, the terminal's cursor, the mouse, undo, the lines around."""

from itertools import product

import pytest
from textual import events
from textual.geometry import Offset
from textual.screen import Screen

from selfeval_tui.sheet import Batch
from selfeval_tui.store import SaveState, SaveStatus
from tests.tui.fill.build import cells, demo_batch, field, indicator, money, one
from tests.tui.fill.harness import SIZES, Desk, filling

ACTUAL = "实际完成值"
MOST_WIDGETS = 16
"""The grid is one widget; nobody adds a box for each cell."""


@pytest.mark.parametrize(("size", "name"), product(SIZES, ["附件1-3", "附件2"]))
async def test_every_size_shows_the_whole_frame(size: tuple[int, int], name: str) -> None:
    """Title, grid, detail, status and keys are there, and no line is wider than the screen."""
    async with filling(name, size=size, demo=True) as desk:
        rows = desk.rows
        assert len(rows) == size[1]
        assert all(cells(row) <= size[0] for row in rows)
        assert rows[0].startswith(f" 示例  {name}")
        assert any("已填" in row and "示例" in row for row in rows[-3:])
        assert "回车 填写" in desk.text
        assert "F1 帮助" in desk.text
        assert "附件号" in desk.text


@pytest.mark.parametrize(
    ("size", "listed", "beside"),
    [((80, 24), False, False), ((100, 30), True, False), ((120, 36), True, True)],
)
async def test_sections_and_detail_find_their_place(
    size: tuple[int, int], *, listed: bool, beside: bool
) -> None:
    """On a wide screen the sections stand left and the detail right; otherwise below."""
    async with filling(size=size) as desk:
        assert any(row.startswith(">√ 表头") for row in desk.rows) is listed
        assert ("5字" in desk.rows[1]) is beside


async def test_the_screen_follows_the_window() -> None:
    """From small to large and back nothing is lost or left over."""
    async with filling() as desk:
        small = desk.text
        await desk.pilot.resize_terminal(200, 50)
        await desk.pilot.pause()
        assert "94%（按B/A应为95.2%）" in desk.text
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert desk.text == small


async def test_there_are_few_widgets() -> None:
    """Hundreds of input boxes would be slow; there is one grid and one editor."""
    async with filling("附件2") as desk:
        assert len(list(desk.screen.walk_children())) <= MOST_WIDGETS


async def test_the_header_stays_while_rows_pass() -> None:
    """Far down in 附件2 the columns still have their names, and the first row its group."""
    async with filling("附件2") as desk:
        await desk.go(indicator(desk.sheet, 40, ACTUAL))
        assert "三级指标" in desk.rows[1]
        assert "年初目标值" in desk.rows[1]
        assert desk.rows[2].split()[1][:2] in {"履职", "社会", "管理"}


async def test_the_cursor_is_always_seen() -> None:
    """Walking down and up again never leaves the window."""
    async with filling("附件2") as desk:
        for key in ["down"] * 60 + ["up"] * 60:
            await desk.press(key)
            line = desk.grid.cursor.line - desk.grid.scroll_offset.y
            assert 0 <= line < desk.grid.size.height
            assert desk.grid.spot_at(Offset(30, line)) is not None


# The terminal's own cursor, at which an input method opens its window.


def _in_cell(desk: Desk) -> Offset:
    region = desk.grid.region_of(desk.grid.cursor)
    return desk.grid.content_region.offset + region.offset


async def test_before_typing_the_terminals_cursor_waits_in_the_cell() -> None:
    """An input method that begins on the grid opens at the cell."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 3, ACTUAL))
        assert desk.cursor == _in_cell(desk)
        await desk.press("down", "left")
        assert desk.cursor == _in_cell(desk)


@pytest.mark.parametrize("way", ["type", "enter", "f2", "click", "paste"])
async def test_every_way_into_the_editor_brings_the_terminals_cursor(way: str) -> None:
    """It stands behind the text, in the line of the cell."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        start = _in_cell(desk)
        if way == "type":
            await desk.type("甲")
        elif way == "paste":
            await desk.paste("甲")
        elif way == "click":
            await desk.pilot.click(offset=start)
        else:
            await desk.press(way)
        await desk.pilot.pause()
        assert desk.area.editing
        text = desk.area._editing.overlay.value_text  # type: ignore[union-attr]
        assert desk.cursor.y == start.y
        assert desk.cursor.x == start.x + cells(text)


async def test_the_terminals_cursor_follows_when_the_window_scrolls() -> None:
    """The editor stays over its cell, and the terminal's cursor in it."""
    async with filling("附件2") as desk:
        await desk.go(indicator(desk.sheet, 20, ACTUAL))
        await desk.type("甲")
        before = desk.cursor
        desk.grid.scroll_to(y=desk.grid.scroll_offset.y + 3, animate=False)
        await desk.until(lambda: desk.cursor == before - Offset(0, 3))
        assert desk.area._editing.overlay.region.y == before.y - 3  # type: ignore[union-attr]


async def test_the_terminals_cursor_follows_when_the_window_grows() -> None:
    """After a resize the editor and the cursor lie where the cell is now."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("甲")
        await desk.pilot.resize_terminal(120, 36)
        await desk.pilot.pause()
        await desk.until(lambda: desk.cursor.y == _in_cell(desk).y)
        assert desk.cursor.x == _in_cell(desk).x + cells("甲")
        assert desk.area.editing


async def test_the_long_editor_and_the_list_bring_the_terminals_cursor() -> None:
    """An input method opens inside the editor, not at the top of the screen."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, "改进措施及结果应用方案"))
        await desk.type("甲")
        await desk.pilot.pause()
        overlay = desk.area._editing.overlay
        assert overlay is not None
        assert overlay.region.contains_point(desk.cursor)
        await desk.press("escape")
        await desk.go(field(desk.sheet, "项目类别"))
        await desk.press("enter")
        overlay = desk.area._editing.overlay
        assert overlay is not None
        assert desk.cursor == overlay.region.offset


# The mouse.


async def test_a_click_moves_and_a_second_one_edits() -> None:
    """As in a spreadsheet."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        at = desk.place_of("220平方米")
        await desk.pilot.click(offset=at)
        assert desk.cell == indicator(desk.sheet, 0, "年初目标值")
        assert not desk.area.editing
        await desk.pilot.click(offset=at)
        assert desk.area.editing


async def test_a_click_elsewhere_commits() -> None:
    """Moving away by mouse keeps what was typed."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("7")
        await desk.pilot.click(offset=desk.place_of("220平方米"))
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "7"
        assert desk.cell == indicator(desk.sheet, 0, "年初目标值")


async def test_a_click_on_an_option_chooses() -> None:
    """The list takes the mouse too."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, "项目类别"))
        await desk.press("enter")
        await desk.pilot.click(offset=desk.place_of("市直专项"))
        await desk.pilot.pause()
        assert desk.typed(field(desk.sheet, "项目类别")) == "市直专项"


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    """Looking around moves nothing."""
    async with filling("附件2") as desk:
        desk.grid.post_message(
            events.MouseScrollDown(desk.grid, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
        )
        await desk.until(lambda: desk.grid.scroll_offset.y > 0)
        assert desk.cell == field(desk.sheet, "附件号")


async def test_a_click_on_a_section_goes_there() -> None:
    """The table of contents is also a way."""
    async with filling(size=(120, 36)) as desk:
        await desk.pilot.click(offset=desk.place_of("原因与改进"))
        await desk.pilot.pause()
        assert desk.cell == field(desk.sheet, "偏差大或目标未完成原因分析")


async def test_a_click_beside_the_grid_leaves_the_keyboard_there() -> None:
    """Detail, status and title take no keys away."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.pilot.click(offset=desk.place_of("读作"))
        await desk.type("7")
        await desk.pilot.click(offset=desk.place_of("读作"))
        await desk.type("8")
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "78"


async def test_a_click_into_the_editor_places_its_cursor() -> None:
    """The mouse works inside the text too, and the keys go on there."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("二百")
        overlay = desk.area._editing.overlay
        assert overlay is not None
        await desk.pilot.click(offset=overlay.region.offset + Offset(2, 0))
        await desk.type("千")
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "二千百"


async def test_a_screen_in_front_leaves_the_text_being_typed() -> None:
    """F1 while typing: the help comes and goes, the text and the terminal's cursor are there."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("二百")
        before = desk.cursor
        await desk.app.push_screen(Screen())
        desk.app.cursor_position = Offset(0, 0)
        await desk.pilot.pause()
        await desk.app.pop_screen()
        await desk.until(lambda: desk.cursor == before)
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "220平方米"
        await desk.type("二十")
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "二百二十"


async def test_another_window_in_front_leaves_the_text_being_typed() -> None:
    """Looking a figure up elsewhere commits nothing and loses nothing."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("二百")
        desk.app.post_message(events.AppBlur())
        await desk.pilot.pause()
        desk.app.post_message(events.AppFocus())
        await desk.pilot.pause()
        await desk.type("二十")
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "二百二十"


async def test_a_hint_can_be_clicked() -> None:
    """A click on Esc 取消 is the key Esc."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("7")
        await desk.pilot.click(offset=desk.place_of("Esc 取消"))
        await desk.until(lambda: not desk.area.editing)
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "220平方米"


# What the batch and its saving bring.


async def test_a_step_from_elsewhere_is_painted() -> None:
    """Undo and redo, or another screen, change the batch; the grid follows."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        desk.batch.set(indicator(desk.sheet, 0, ACTUAL), "180平方米")
        await desk.pilot.pause()
        assert "180平方米" in desk.text
        desk.batch.undo()
        await desk.pilot.pause()
        assert "180平方米" not in desk.text


async def test_going_to_a_place_commits_first() -> None:
    """Undo goes to the place of its step; a text that is being typed is not lost."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("7")
        desk.screen.go_to(money(desk.sheet, "预算数"))
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "7"
        assert desk.cell == money(desk.sheet, "预算数")


async def test_a_removed_row_leaves_the_cursor_in_its_place() -> None:
    """The row below moves up under the cursor; undo brings the row back and goes to it."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 2, ACTUAL))
        gone, below = desk.cell, indicator(desk.sheet, 3, ACTUAL)
        await desk.press("ctrl+k")
        assert desk.cell == below
        step = desk.batch.undo()
        assert step is not None
        desk.screen.go_to(step.at)
        assert desk.cell.of_row == gone.of_row


async def test_the_sheet_before_the_first_is_the_last() -> None:
    """F5 and F6 go round and round."""
    async with filling("附件1-1") as desk:
        await desk.press("f5")
        assert desk.app.requested == [one(desk.batch, "附件2").id]


async def test_a_single_sheet_has_no_next_one() -> None:
    """With one sheet the keys stay where they are."""
    async with filling(batch=Batch([one(demo_batch(), "附件1-7")])) as desk:
        await desk.press("f5", "f6")
        assert desk.app.requested == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SaveStatus(SaveState.SAVING), "正在保存"),
        (SaveStatus(SaveState.FAILED, None, "磁盘满了。"), "没有保存"),
    ],
)
async def test_the_state_of_saving_is_always_seen(status: SaveStatus, words: str) -> None:
    """The status line says it, and a failure says why on a line of its own."""
    async with filling() as desk:
        desk.app.session.saving._status = status
        desk.screen.refresh_status()
        await desk.pilot.pause()
        assert any(words in row for row in desk.rows[-3:])
        assert status.message in desk.text


async def test_a_notice_goes_when_the_cursor_moves() -> None:
    """What was said about one cell does not stay for the next."""
    async with filling() as desk:
        await desk.press("insert")
        assert "不能加减行" in desk.text
        await desk.press("down")
        assert "不能加减行" not in desk.text


async def test_the_detail_follows_the_cursor() -> None:
    """Each cell is explained as soon as the cursor stands on it."""
    async with filling() as desk:
        await desk.press("down", "down")
        assert "单位名称  18字" in desk.text
        await desk.press("ctrl+down")
        assert "项目名称  21字" in desk.text


async def test_help_asks_for_the_field_under_the_cursor() -> None:
    """F1 explains the cell."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, "项目类别"))
        found = desk.screen.help_field()
        assert found is not None
        assert found.name == "项目类别"
