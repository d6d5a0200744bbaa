"""What the tests do with a screen: look at its text, wait until something holds, go somewhere."""

from collections.abc import Callable
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.conftest import clock

PATIENCE = 400
"""Rounds of the event loop after which a condition is taken to fail."""

SIZES = ((72, 20), (80, 24), (120, 36), (200, 50))

Walk = Pilot[int]


def app_on(root: Path) -> SelfevalApp:
    """The application over a workspace, at the same minute each time."""
    return SelfevalApp(root, clock)


def rows(app: App[int]) -> list[str]:
    """What stands on the screen, row by row, without blanks at the ends."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def text(app: App[int]) -> str:
    """What stands on the screen."""
    return "\n".join(rows(app))


async def until(pilot: Walk, holds: Callable[[], bool]) -> None:
    """Wait until something holds; workers and threads have their turn meanwhile."""
    for _round in range(PATIENCE):
        await pilot.pause()
        if holds():
            return
    raise AssertionError(f"did not come to hold; the screen shows:\n{text(pilot.app)}")


async def reach(pilot: Walk, where: Where) -> Frame:
    """Wait until a place is on the screen."""
    await until(pilot, lambda: place(pilot.app.screen) is where)
    assert isinstance(pilot.app.screen, Frame)
    await pilot.pause()
    return pilot.app.screen


def cell(session: Session, sheet: int, role: Role, row: int = 0) -> Address:
    """The cell of a sheet's row that plays a role; sheets and rows are counted from 0."""
    found = session.batch.sheets[sheet]
    placed = found.spec.table_with_role(role)
    assert placed is not None
    table, column = placed
    return Address(found.id, column.name, table.name, list(found.tables[table.name])[row])


def place(screen: Screen[object]) -> Where | None:
    """Which place a screen is; None for a question."""
    return screen.WHERE if isinstance(screen, Frame) else None
