"""Every key of the screen does what the table of keys says."""

from collections.abc import Awaitable, Callable

import pytest

from selfeval_tui.sheet import Address, Life
from selfeval_tui.tui.export.pages import PreviewScreen
from selfeval_tui.tui.fill.panes import Detail
from selfeval_tui.tui.history.screen import HistoryScreen
from selfeval_tui.tui.keys import Where, keys_of
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.searching import SearchOrder
from tests.tui.fill.build import field, indicator, money
from tests.tui.fill.harness import Desk, filling

ACTUAL, TARGET = "实际完成值", "年初目标值"


def _at(desk: Desk, row: int, name: str) -> Address:
    return indicator(desk.sheet, row, name)


MOVES = {
    "cursor_up": (1, ACTUAL, 0, ACTUAL),
    "cursor_down": (1, ACTUAL, 2, ACTUAL),
    "cursor_left": (1, ACTUAL, 1, TARGET),
    "cursor_right": (1, TARGET, 1, ACTUAL),
    "row_start": (1, ACTUAL, 1, "一级指标"),
    "row_end": (1, "一级指标", 1, ACTUAL),
    "next_cell": (1, ACTUAL, 2, "一级指标"),
    "previous_cell": (1, "一级指标", 0, ACTUAL),
}
"""From a row and column to another one."""


def _presses(*places: Where) -> list[tuple[str, str]]:
    return [(key.action, each) for place in places for key in keys_of(place) for each in
            key.presses]  # fmt: skip


@pytest.mark.parametrize(
    ("action", "key"), [each for each in _presses(Where.MOVE, Where.GRID) if each[0] in MOVES]
)
async def test_a_key_moves_the_cursor(action: str, key: str) -> None:
    """Arrows, Home, End and Tab."""
    from_row, from_name, to_row, to_name = MOVES[action]
    async with filling() as desk:
        await desk.go(_at(desk, from_row, from_name))
        await desk.press(key)
        assert desk.cell == _at(desk, to_row, to_name)


async def _page_down(desk: Desk, key: str) -> bool:
    before = desk.grid.cursor.line
    await desk.press(key, key)
    return before + 10 < desk.grid.cursor.line and desk.grid.scroll_offset.y > 0


async def _page_up(desk: Desk, key: str) -> bool:
    await desk.press("ctrl+end")
    before = desk.grid.cursor.line
    await desk.press(key)
    return desk.grid.cursor.line < before - 5


async def _first(desk: Desk, key: str) -> bool:
    await desk.press("ctrl+end", key)
    return desk.cell == field(desk.sheet, "附件号")


async def _last(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return desk.cell == field(desk.sheet, "备注")


async def _next_section(desk: Desk, key: str) -> bool:
    await desk.press(key, key)
    return desk.cell == money(desk.sheet, "预算数")


async def _previous_section(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press(key)
    return desk.cell == money(desk.sheet, "预算数")


async def _edit(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return desk.area.editing


async def _clear(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press(key)
    return desk.typed(_at(desk, 0, ACTUAL)) == ""


async def _next_sheet(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return desk.app.requested == [desk.batch.sheets[7].id]


async def _previous_sheet(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return desk.app.requested == [desk.batch.sheets[5].id]


async def _insert(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press(key)
    return desk.cell == _at(desk, 1, "三级指标") and desk.typed(desk.cell) == ""


async def _delete(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    below = _at(desk, 1, ACTUAL)
    await desk.press(key)
    return _at(desk, 0, ACTUAL) == below and desk.cell == below


async def _next_unfilled(desk: Desk, key: str) -> bool:
    desk.batch.set(_at(desk, 3, ACTUAL), "")
    await desk.press(key)
    return desk.cell == _at(desk, 3, ACTUAL)


async def _problem(desk: Desk, key: str) -> bool:
    for sheet in desk.batch.sheets:
        if sheet is not desk.sheet:
            desk.batch.remove_sheet(sheet.id)
    for sheet in desk.batch.sheets:
        if sheet is not desk.sheet:
            desk.batch.remove_sheet(sheet.id)
    desk.batch.set(field(desk.sheet, "附件号"), "附件1-1")
    await desk.go(money(desk.sheet, "执行率"))
    await desk.press(key)
    return desk.cell == _at(desk, 6, ACTUAL)


async def _find(desk: Desk, key: str) -> bool:
    await desk.press(key, "租", "赁", "面", "积", "enter")
    return desk.cell == _at(desk, 0, "三级指标")


async def _find_next(desk: Desk, key: str) -> bool:
    desk.app.session.search = SearchOrder("租赁面积")
    await desk.press(key)
    return desk.cell == _at(desk, 0, "三级指标")


async def _preview(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return isinstance(desk.app.screen, PreviewScreen)


async def _history(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return isinstance(desk.app.screen, HistoryScreen)


async def _select(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 1, TARGET))
    await desk.press(key)
    return desk.grid.block.several


async def _drop_block(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 1, TARGET))
    await desk.press("shift+down", key)
    return not desk.grid.block.several and desk.cell == _at(desk, 2, TARGET)


async def _copy(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press(key, "down", "ctrl+v")
    return desk.typed(_at(desk, 1, ACTUAL)) == desk.typed(_at(desk, 0, ACTUAL)) != ""


async def _cut(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    text = desk.typed(desk.cell)
    await desk.press(key, "down", "ctrl+v")
    return (desk.typed(_at(desk, 0, ACTUAL)), desk.typed(_at(desk, 1, ACTUAL))) == ("", text)


async def _paste(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press("ctrl+c", "down", key)
    return desk.typed(_at(desk, 1, ACTUAL)) == desk.typed(_at(desk, 0, ACTUAL))


async def _fill_down(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 1, ACTUAL))
    await desk.press(key)
    return desk.typed(_at(desk, 1, ACTUAL)) == desk.typed(_at(desk, 0, ACTUAL))


async def _propose(desk: Desk, key: str) -> bool:
    desk.batch.set(_at(desk, 6, ACTUAL), "")
    await desk.go(_at(desk, 6, ACTUAL))
    await desk.press(key)
    return desk.typed(desk.cell) == "95%"


async def _today(desk: Desk, key: str) -> bool:
    desk.batch.set(field(desk.sheet, "填报日期"), "")
    await desk.go(field(desk.sheet, "填报日期"))
    await desk.press(key)
    return desk.typed(desk.cell) == "2024年4月23日"


async def _support(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press(key, "5", "enter")
    return desk.sheet.row("指标", desk.cell.row).basis.document == "5"


async def _decide(desk: Desk, key: str) -> bool:
    await desk.go(_at(desk, 0, ACTUAL))
    await desk.press(key, "4")
    return desk.sheet.row("指标", desk.cell.row).ruling.verdict == "missed"


async def _detail(desk: Desk, key: str) -> bool:
    """What is said of a long text goes on below, and back again."""
    note = field(desk.sheet, "改进措施及结果应用方案")
    desk.batch.set(note, "".join(f"第{number}条改进措施。" for number in range(60)))
    await desk.go(note)
    before = desk.screen.query_one(Detail).text
    await desk.press("shift+pagedown")
    below = desk.screen.query_one(Detail).text
    await desk.press(key)
    after = desk.screen.query_one(Detail).text
    return before != below and (after == before if key == "shift+pageup" else after != below)


async def _row_up(desk: Desk, key: str) -> bool:
    return await _moved(desk, key, 2, 1)


async def _row_down(desk: Desk, key: str) -> bool:
    return await _moved(desk, key, 1, 2)


async def _moved(desk: Desk, key: str, before: int, after: int) -> bool:
    await desk.go(_at(desk, before, ACTUAL))
    row = desk.cell.row
    await desk.press(key)
    return list(desk.sheet.tables["指标"]).index(row) == after and desk.cell.row == row


async def _finalise(desk: Desk, key: str) -> bool:
    await desk.press(key)
    return isinstance(desk.app.screen, Question)


async def _reopen(desk: Desk, key: str) -> bool:
    desk.batch.live(desk.sheet.id, Life().finalise("2024-04-23", "0123", "abcd", "ef01"))
    return await _finalise(desk, key)


DEEDS: dict[str, Callable[[Desk, str], Awaitable[bool]]] = {
    "page_down": _page_down, "page_up": _page_up, "first_cell": _first, "last_cell": _last,
    "next_section": _next_section, "previous_section": _previous_section, "edit": _edit,
    "clear": _clear, "next_sheet": _next_sheet, "previous_sheet": _previous_sheet,
    "next_unfilled": _next_unfilled, "next_problem": _problem, "previous_problem": _problem,
    "detail_down": _detail, "detail_up": _detail,
    "find": _find, "find_next": _find_next, "insert_row": _insert, "delete_row": _delete,
    "row_up": _row_up, "row_down": _row_down,
    "select_up": _select, "select_down": _select, "select_left": _select, "select_right": _select,
    "select_row_start": _select, "select_row_end": _select, "select_table": _select,
    "drop_block": _drop_block, "copy": _copy, "cut": _cut, "paste": _paste,
    "fill_down": _fill_down, "fill_proposal": _propose, "fill_today": _today,
    "support": _support, "decide": _decide, "preview": _preview, "history": _history,
    "finalise": _finalise, "reopen": _reopen,
}  # fmt: skip


@pytest.mark.parametrize(
    ("action", "key"), [each for each in _presses(Where.MOVE, Where.GRID) if each[0] not in MOVES]
)
async def test_a_key_does_what_the_table_says(action: str, key: str) -> None:
    """Pages, sections, editing, sheets and rows; a row of the table without a test fails here."""
    async with filling() as desk:
        assert await DEEDS[action](desk, key)


COMMITS = {
    "commit_proposed": (2, ACTUAL),
    "commit_down": (2, ACTUAL),
    "commit_up": (0, ACTUAL),
    "commit_next": (2, "一级指标"),
    "commit_previous": (1, TARGET),
}


@pytest.mark.parametrize(
    ("action", "key"), [each for each in _presses(Where.EDITOR) if each[0] in COMMITS]
)
async def test_a_key_commits_a_text_and_goes_on(action: str, key: str) -> None:
    """The keys of the editor of one line."""
    row, name = COMMITS[action]
    async with filling() as desk:
        await desk.go(_at(desk, 1, ACTUAL))
        await desk.type("9")
        await desk.press(key)
        assert desk.typed(_at(desk, 1, ACTUAL)) == "9"
        assert desk.cell == _at(desk, row, name)


LONG = {
    "commit_down": "改进措施及结果应用方案",
    "commit_next": "改进措施及结果应用方案",
}


@pytest.mark.parametrize(
    ("action", "key"), [each for each in _presses(Where.LONG) if each[0].startswith("commit")]
)
async def test_a_key_commits_a_long_text(action: str, key: str) -> None:
    """The keys of the editor of several lines; Enter is not among them."""
    async with filling() as desk:
        reason = field(desk.sheet, "偏差大或目标未完成原因分析")
        await desk.go(reason)
        await desk.type("一")
        await desk.press("enter")
        await desk.type("二")
        await desk.press(key)
        assert desk.typed(reason) == "一\n二"
        to = LONG.get(action)
        assert desk.cell == (field(desk.sheet, to) if to else _at(desk, 6, ACTUAL))


CHOICE = {"commit_down": "项目属性", "commit_next": "项目属性", "commit_previous": "项目实施单位"}


@pytest.mark.parametrize(
    ("action", "key"), [each for each in _presses(Where.CHOICE) if each[0] in CHOICE]
)
async def test_a_key_commits_a_choice(action: str, key: str) -> None:
    """The keys of the list of options."""
    async with filling() as desk:
        kind = field(desk.sheet, "项目类别")
        await desk.go(kind)
        await desk.press("enter", "down", key)
        assert desk.typed(kind) == "市直专项"
        assert desk.cell == field(desk.sheet, CHOICE[action])


@pytest.mark.parametrize("place", [Where.EDITOR, Where.LONG, Where.CHOICE])
async def test_escape_leaves_every_editor_without_a_trace(place: Where) -> None:
    """Esc restores the cell, whatever editor it has."""
    cells = {
        Where.EDITOR: "项目名称",
        Where.LONG: "改进措施及结果应用方案",
        Where.CHOICE: "项目类型",
    }
    key = next(each.keys for each in keys_of(place) if each.action == "cancel")
    async with filling() as desk:
        address = field(desk.sheet, cells[place])
        before = desk.typed(address)
        await desk.go(address)
        await desk.press("enter", "down", key) if place is Where.CHOICE else None
        if place is not Where.CHOICE:
            await desk.type("别的")
            await desk.press(key)
        assert desk.typed(address) == before
        assert not desk.area.editing
        assert desk.cell == address
