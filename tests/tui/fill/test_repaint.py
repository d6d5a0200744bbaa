"""How much is painted: counted, since a clock would measure the machine."""

import pytest

from selfeval_tui.tui.fill.grid import SheetGrid
from tests.tui.fill.build import indicator
from tests.tui.fill.harness import Desk, filling

ACTUAL = "实际完成值"


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows of the window that the grid is asked for, in their order."""
    asked: list[int] = []
    render = SheetGrid.render_line

    def counting(self: SheetGrid, y: int) -> object:
        asked.append(y)
        return render(self, y)

    monkeypatch.setattr(SheetGrid, "render_line", counting)
    return asked


async def _begin(desk: Desk, painted: list[int]) -> None:
    await desk.go(indicator(desk.sheet, 5, ACTUAL))
    await desk.press("up", "down")
    painted.clear()


async def test_moving_the_cursor_paints_two_rows(painted: list[int]) -> None:
    """The row that is left and the row that is entered."""
    async with filling("附件2", size=(120, 36)) as desk:
        await _begin(desk, painted)
        await desk.press("down")
        assert len(painted) == 2


async def test_typing_paints_no_row_of_the_grid(painted: list[int]) -> None:
    """Verdict and reading change in the detail pane only."""
    async with filling("附件2", size=(120, 36)) as desk:
        await _begin(desk, painted)
        await desk.type("1")
        painted.clear()
        await desk.type("2")
        await desk.type("3")
        assert painted == []


async def test_opening_and_closing_an_editor_leaves_the_grid_alone(painted: list[int]) -> None:
    """Neither the focus nor the order of painting changes."""
    async with filling("附件2", size=(120, 36)) as desk:
        await _begin(desk, painted)
        await desk.press("f2", "escape")
        assert len(painted) <= 2


async def test_a_commit_paints_the_touched_rows(painted: list[int]) -> None:
    """The row, the one below it, and the heading of the section if its mark is in sight."""
    async with filling("附件2", size=(120, 36)) as desk:
        await _begin(desk, painted)
        await desk.type("1")
        painted.clear()
        await desk.press("enter")
        assert 0 < len(painted) <= 4
