"""The 示例 in a fresh folder, a clock that stands still, a cursor that does not blink."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from selfeval_tui.store import Workspace, demo_root
from selfeval_tui.store.demo import demo_sheets, make_demo
from selfeval_tui.tui.clipboard import exchange
from selfeval_tui.tui.glyphs import prefer
from selfeval_tui.tui.session import Session, open_session

NOW = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)


def clock() -> datetime:
    """It is always the same minute."""
    return NOW


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing on the screen depends on the moment or on the terminal the tests run in."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _self: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda _self: None)
    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    prefer("auto")


class MemoryBoard:
    """A clipboard that stands in for the system's."""

    def __init__(self) -> None:
        self.text: str | None = ""
        """None where it cannot be read."""
        self.takes = True

    def read(self) -> str | None:
        """The text on it."""
        return self.text

    def write(self, text: str) -> bool:
        """Put a text on it."""
        if self.takes:
            self.text = text
        return self.takes


@pytest.fixture(autouse=True)
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryBoard]:
    """No test reads or changes the clipboard of whoever runs it."""
    board = MemoryBoard()
    monkeypatch.setattr(exchange, "system_board", lambda: board)
    exchange.the_clipboard.cache_clear()
    yield board
    exchange.the_clipboard.cache_clear()


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 示例, written once."""
    return make_demo(demo_root(tmp_path_factory.mktemp("made"))).root


@pytest.fixture(scope="session")
def made_own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The nine sheets as a unit's own, written once."""
    workspace = Workspace(tmp_path_factory.mktemp("own"))
    for sheet in demo_sheets():
        sheet.demo = False
        workspace.save(sheet)
    return workspace.root


@pytest.fixture
def demo_folder(made_demo: Path, tmp_path: Path) -> Path:
    """A copy of the 示例 that a test may change."""
    return Path(shutil.copytree(made_demo, demo_root(tmp_path)))


@pytest.fixture
def own_folder(made_own: Path, tmp_path: Path) -> Path:
    """A copy of the nine own sheets that a test may change."""
    return Path(shutil.copytree(made_own, tmp_path / "自评"))


@pytest.fixture
def demo_session(demo_folder: Path) -> Session:
    """The 示例, open."""
    return open_session(Workspace(demo_folder), clock)
