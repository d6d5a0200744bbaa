"""The driver for Windows cannot be imported here: its text is held against that of Textual."""

import ast
import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "selfeval_tui" / "tui"


def source(module: str) -> str:
    """The text of a module that is not imported."""
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).read_text(encoding="utf-8")


WINDOWS = ROOM / "windows"
OURS = (WINDOWS / "driver.py").read_text(encoding="utf-8")
WIN32 = source("textual.drivers.win32")
DRIVER = source("textual.drivers.windows_driver")


def test_the_guard_names_the_version_that_is_pinned() -> None:
    """A new Textual needs a new look at its insides."""
    found = re.search(r'^MADE_FOR = "(.+)"$', OURS, re.MULTILINE)
    assert found is not None
    assert found[1] == version("textual")
    project = (ROOM.parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'"textual=={found[1]}"' in project


@pytest.mark.parametrize("name", sorted(set(re.findall(r"win32\.([A-Z_a-z0-9]+)", OURS))))
def test_what_is_taken_from_textual_is_there(name: str) -> None:
    """Every name of its win32 module that our driver uses."""
    tree = ast.parse(WIN32)
    assigned = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    defined = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    assert name in assigned | defined


def test_the_monitor_is_made_as_ours_can_be() -> None:
    """With the same arguments, kept under the same names."""
    assert re.search(
        r"win32\.EventMonitor\(\s*loop, self\._app, self\.exit_event, self\.process_message", DRIVER
    )
    for name in ("self.loop = loop", "self.app = app", "self.exit_event = exit_event"):
        assert name in WIN32
    assert "self.process_event = process_event" in WIN32
    assert "def on_size_change(self, width: int, height: int)" in WIN32


@pytest.mark.parametrize("method", ["start_application_mode", "stop_application_mode", "close"])
def test_the_methods_that_are_extended_are_there(method: str) -> None:
    """Each is called by Textual under this name."""
    assert f"def {method}(self) -> None:" in DRIVER
    assert f"super().{method}()" in OURS


def test_textual_still_needs_the_rules() -> None:
    """Once it keeps such records itself, ours may go."""
    assert "and key_event.wVirtualKeyCode == 0" in WIN32


def test_only_windows_imports_it() -> None:
    """Everywhere else the start knows nothing of it."""
    imported = re.compile(r"from selfeval_tui\.tui\.windows\.(console|driver) import")
    places = []
    for path in ROOM.rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if imported.search(line) and path != WINDOWS / "driver.py":
                places.append(path.name)
                assert line.startswith("        "), f"{path.name}: {line}"
    assert places
