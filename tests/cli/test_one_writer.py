"""Every byte that the program puts on a disk goes through the one writer."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import selfeval_tui

PACKAGE = Path(selfeval_tui.__file__).parent
ALLOWED = {
    "store/disk/files.py": "the calls of the writer themselves",
    "store/disk/system.py": "opens files to read them",
    "store/window/guard.py": "an empty file that two windows lock in turn",
    "cli/__init__.py": "sends output nowhere once its reader is gone",
    "tui/stay.py": "the same, after an unforeseen error",
    "tui/terminal/driver.py": "gives the terminal back",
    "excel/xls/book.py": "sends nowhere what the library prints",
    "files/pdf.py": "a folder of its own for LibreOffice, gone again when it has converted",
    "files/profile.py": "LibreOffice's settings in that folder",
}
"""Who may do more than ask the writer, and why."""
WRITING = {
    "hardlink_to", "makedirs", "mkdir", "mkstemp", "mkdtemp", "removedirs", "rename", "renames",
    "rmdir", "symlink_to", "unlink", "write_bytes", "write_text",
    "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile",
}  # fmt: skip
"""Calls that change a disk, whatever they are called on."""
OF_MODULE = {
    "os": {"fdopen", "open", "remove", "replace", "truncate", "write"},
    "shutil": {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "rmtree"},
}
_MODE = re.compile(r"[rbt]*[wax+][bt+]*")


def _calls(tree: ast.AST) -> Iterator[str]:
    """The calls in a module that may change a disk."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id="open"):
                yield "open"
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in OF_MODULE.get(
                module, ()
            ):
                yield f"{module}.{name}"
            case ast.Attribute(attr=name) if name in WRITING:
                yield name
            case ast.Attribute(attr="replace") if len(node.args) == 1 and not node.keywords:
                yield "Path.replace"
            case ast.Attribute(attr="open") if _opens_to_write(node):
                yield "Path.open"


def _opens_to_write(node: ast.Call) -> bool:
    values = (*node.args, *(each.value for each in node.keywords))
    texts = (each.value for each in values if isinstance(each, ast.Constant))
    return any(isinstance(text, str) and _MODE.fullmatch(text) for text in texts)


def test_nobody_but_the_writer_changes_the_disk() -> None:
    """Read from the source of every module."""
    found = {
        path.relative_to(PACKAGE).as_posix(): sorted(set(_calls(ast.parse(path.read_bytes()))))
        for path in PACKAGE.rglob("*.py")
    }
    strangers = {name: calls for name, calls in found.items() if calls and name not in ALLOWED}
    assert strangers == {}
    assert {name for name, calls in found.items() if calls} >= {"store/disk/files.py"}


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("path.write_text('x')", ["write_text"]),
        ("open(p, 'w')", ["open"]),
        ("path.open('ab')", ["Path.open"]),
        ("path.open(mode='x')", ["Path.open"]),
        ("path.replace(other)", ["Path.replace"]),
        ("shutil.move(a, b)", ["shutil.move"]),
        ("text.replace('a', 'b')", []),
        ("path.open('rb')", []),
        ("app.open(sheet)", []),
    ],
)
def test_the_search_tells_writing_from_reading(source: str, seen: list[str]) -> None:
    """Otherwise it would prove nothing."""
    assert list(_calls(ast.parse(source))) == seen


WATCHED = """
import os, sys, traceback
from pathlib import Path

root = Path(sys.argv[1])
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink",
           "os.truncate", "shutil.move", "shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp"}
seen = set()

def watch(event, found):
    if event == "open":
        path, mode, flags = found
        if not flags & WRITES or str(path).startswith(("/dev/", "/proc/")) or path == os.devnull:
            return
    elif event not in CHANGES:
        return
    frames = [f.filename.replace(os.sep, "/") for f in traceback.extract_stack()]
    if not any(f.endswith(("store/disk/files.py", "store/window/guard.py")) for f in frames):
        sys.stderr.write(f"{event} {found!r}\\n" + "\\n".join(frames[-4:]) + "\\n")
        os._exit(9)
    seen.add(event)

sys.dont_write_bytecode = True
sys.addaudithook(watch)
from selfeval_tui.cli import main

own = str(root)
for verb in (["demo", own], ["export", own], ["export", own, "--one-workbook"], ["submit", own],
             ["check", own, "--export", str(root / "a.xlsx")],
             ["backup", str(root / "b.zip"), "--workspace", own]):
    assert main(verb) in {0, 1}, verb
assert {"open", "os.mkdir", "os.rename"} <= seen, seen
"""


def test_a_day_of_commands_writes_through_the_writer_alone(tmp_path: Path) -> None:
    """Libraries included: the interpreter itself is asked about every file that is opened."""
    command = [sys.executable, "-c", WATCHED, str(tmp_path / "单位")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
