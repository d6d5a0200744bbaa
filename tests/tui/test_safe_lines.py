"""Whatever a file, a name or a paste holds: the terminal is not steered by it."""

from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.containers import Vertical
from textual.widgets import Input, Static, TextArea

from selfeval_tui.store import Workspace
from selfeval_tui.tui.safe_lines import SafeLines, safe
from selfeval_tui.tui.shell import SelfevalApp
from tests.store.build import project

HOSTILE = "甲\x1b]0;偷\x07\x9b2J\u202e乙\u200b丙\ud800丁\x00\r戊"


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "\u202e", "a\x1b[31mb", "x\u00ady", "\ud800", "一\n二\t三", "👨\u200d👩", "\x00"],
)
def test_a_line_keeps_its_width(text: str) -> None:
    """A table would lose its columns otherwise."""
    assert cell_len(safe(text)) == cell_len(text)


def test_an_ordinary_line_is_passed_on_as_it_is() -> None:
    """Nearly all are; not even a list is made anew."""
    segments = [Segment("附件1-3 "), Segment("👍")]
    assert SafeLines().apply(segments, Color.parse("black")) is segments


async def test_no_widget_gets_a_control_through(tmp_path: Path) -> None:
    """Cells, titles, faults, names of files, editors, notices: all that is drawn comes by."""
    sheet = project()
    folder = Workspace(tmp_path).save(project(number="附件1-2")).parent
    (folder / "坏\x1b[2J\u202e.toml").write_bytes(b"x")
    app = SelfevalApp(tmp_path, clock=lambda: datetime(2024, 4, 23, 10).astimezone())
    async with app.run_test(size=(120, 36)) as pilot:
        batch = app.session.batch
        batch.add_sheet(sheet)
        for address in sheet.addresses():
            batch.set(address, HOSTILE)
        await pilot.pause()
        await app.screen.mount(
            Vertical(
                Static(HOSTILE, markup=False),
                Input(HOSTILE),
                TextArea(HOSTILE.replace("\r", "")),
            )
        )
        app.notify(HOSTILE, markup=False)
        await pilot.pause()
        _look(app)
        app.fill(sheet.id)
        await pilot.pause()
        _look(app)


def _look(app: SelfevalApp) -> None:
    """No line of the screen in front holds what steers a terminal."""
    for strip in app.screen._compositor.render_strips(app.size):
        assert all(segment.text.isprintable() or not _steers(segment.text) for segment in strip)
        StringIO().write(strip.text)
        strip.text.encode()


def _steers(text: str) -> bool:
    return safe(text) != text
