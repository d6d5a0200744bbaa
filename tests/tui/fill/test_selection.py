"""Selecting blocks of cells with keys and mouse."""

import pytest
from textual import events
from textual.geometry import Offset

from selfeval_tui.sheet import Address
from selfeval_tui.tui.fill.grid import SheetGrid
from tests.tui.fill.build import field, indicator
from tests.tui.fill.harness import Desk, filling

ACTUAL, TARGET = "实际完成值", "年初目标值"


def _at(desk: Desk, row: int, name: str) -> Address:
    return indicator(desk.sheet, row, name)


def _selected(desk: Desk) -> list[Address]:
    lines = desk.grid.drawing.sheet_lines
    return [box.address for row in desk.grid.block.rows(lines) for box in row if box.address]


@pytest.mark.parametrize(
    ("start", "keys", "size"),
    [
        ((0, ACTUAL), ("shift+down", "shift+down"), "选中 3×1"),
        ((2, ACTUAL), ("shift+up", "shift+left"), "选中 2×2"),
        ((1, TARGET), ("shift+right",), "选中 1×2"),
        ((1, ACTUAL), ("shift+home",), "选中 1×5"),
        ((1, "一级指标"), ("shift+end", "shift+down"), "选中 2×5"),
    ],
)
async def test_shift_and_a_key_select(
    start: tuple[int, str], keys: tuple[str, ...], size: str
) -> None:
    """Rows by columns, told in the status line."""
    async with filling() as desk:
        await desk.go(_at(desk, *start))
        await desk.press(*keys)
        assert size in desk.text


async def test_a_selection_shrinks_again() -> None:
    """Going back takes the last line out; at the start nothing is selected."""
    async with filling() as desk:
        await desk.go(_at(desk, 0, ACTUAL))
        await desk.press("shift+down", "shift+down", "shift+up")
        assert _selected(desk) == [_at(desk, 0, ACTUAL), _at(desk, 1, ACTUAL)]
        await desk.press("shift+up")
        assert not desk.grid.block.several
        assert "选中" not in desk.text


async def test_all_rows_of_the_table_are_selected() -> None:
    """Ctrl+A takes the table that the cursor stands in."""
    async with filling() as desk:
        await desk.go(_at(desk, 2, ACTUAL))
        await desk.press("ctrl+a")
        assert len(_selected(desk)) == 5 * len(desk.sheet.tables["指标"])


async def test_a_column_of_fields_can_be_selected() -> None:
    """Fields stand under one another like the rows of a table."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, "附件号"))
        await desk.press("shift+down")
        assert "选中 2×1" in desk.text


@pytest.mark.parametrize("key", ["down", "escape", "tab", "home", "left"])
async def test_a_plain_key_drops_the_selection(key: str) -> None:
    """Any move without Shift, and Esc, which stays where it is."""
    async with filling() as desk:
        await desk.go(_at(desk, 1, TARGET))
        await desk.press("shift+down", "shift+down")
        here = desk.cell
        await desk.press(key)
        assert not desk.grid.block.several
        assert (desk.cell == here) == (key == "escape")
        assert "选中" not in desk.text


async def test_a_selected_box_looks_reversed() -> None:
    """Not by hue alone: a terminal without colours shows it too."""
    async with filling() as desk:
        await desk.go(_at(desk, 0, ACTUAL))
        before = [desk.grid.render_line(y) for y in range(desk.grid.size.height)]
        await desk.press("shift+down")
        after = [desk.grid.render_line(y) for y in range(desk.grid.size.height)]
        line = desk.grid.block.first - desk.grid.scroll_offset.y
        assert not any(piece.style and piece.style.reverse for piece in before[line])
        assert any(piece.style and piece.style.reverse for piece in after[line])


async def test_a_row_that_comes_or_goes_drops_the_selection() -> None:
    """The lines below lie elsewhere then."""
    async with filling() as desk:
        await desk.go(_at(desk, 0, ACTUAL))
        await desk.press("shift+down")
        desk.batch.delete_row(_at(desk, 3, ACTUAL))
        await desk.pilot.pause()
        assert not desk.grid.block.several


async def test_one_more_line_paints_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line that the cursor leaves, and the line that it enters."""
    painted: list[int] = []
    render = SheetGrid.render_line

    def counting(self: SheetGrid, y: int) -> object:
        painted.append(y)
        return render(self, y)

    async with filling("附件2", size=(120, 36)) as desk:
        await desk.go(_at(desk, 5, ACTUAL))
        await desk.press("up", "down", "shift+down", "shift+down")
        monkeypatch.setattr(SheetGrid, "render_line", counting)
        await desk.press("shift+down")
        assert len(painted) == 2


# The mouse.


def _place(desk: Desk, address: Address) -> Offset:
    spot = desk.grid.drawing.sheet_lines.spots[address]
    return desk.grid.region_of(spot).offset + Offset(1, 0)


async def _drag(desk: Desk, start: Address, end: Address) -> None:
    grid = desk.grid
    await desk.pilot.mouse_down(grid, offset=_place(desk, start))
    to = _place(desk, end)
    screen = to + grid.region.offset
    move = events.MouseMove(grid, to.x, to.y, 0, 0, 1, False, False, False, screen.x, screen.y)
    grid.post_message(move)
    await desk.pilot.pause()
    await desk.pilot.mouse_up(grid, offset=to)
    await desk.pilot.pause()


async def test_the_mouse_selects_with_its_button_down() -> None:
    """From one corner to the other; letting go neither moves nor edits."""
    async with filling() as desk:
        await desk.go(_at(desk, 2, ACTUAL))
        await _drag(desk, _at(desk, 0, TARGET), _at(desk, 2, ACTUAL))
        assert "选中 3×2" in desk.text
        assert not desk.area.editing
        assert _selected(desk)[0] == _at(desk, 0, TARGET)


async def test_a_drag_commits_what_is_being_typed() -> None:
    """Nothing typed is lost by selecting elsewhere."""
    async with filling() as desk:
        await desk.go(_at(desk, 2, ACTUAL))
        await desk.type("7")
        await _drag(desk, _at(desk, 0, TARGET), _at(desk, 1, TARGET))
        assert desk.typed(_at(desk, 2, ACTUAL)) == "7"
        assert "选中 2×1" in desk.text


async def test_a_click_drops_the_selection() -> None:
    """As in Excel."""
    async with filling() as desk:
        await desk.go(_at(desk, 2, ACTUAL))
        await desk.press("shift+up")
        await desk.pilot.click(desk.grid, offset=_place(desk, _at(desk, 0, TARGET)))
        assert not desk.grid.block.several
        assert desk.cell == _at(desk, 0, TARGET)


async def test_shift_and_a_click_select_as_far_as_the_click() -> None:
    """Where the terminal hands such a click to the program."""
    async with filling() as desk:
        await desk.go(_at(desk, 2, ACTUAL))
        place = _place(desk, _at(desk, 0, TARGET))
        await desk.pilot.click(desk.grid, offset=place, shift=True)
        assert "选中 3×2" in desk.text
