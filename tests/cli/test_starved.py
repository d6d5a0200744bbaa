"""Too little of everything: a verb works or says a sentence, and never shows a traceback."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from selfeval_tui.store.demo import make_demo

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits are a POSIX thing")

LIMITED = (
    "import resource, runpy, sys\n"
    "resource.setrlimit(getattr(resource, sys.argv[1]), (int(sys.argv[2]),) * 2)\n"
    "sys.argv = ['selfeval', *sys.argv[3:]]\n"
    "runpy.run_module('selfeval_tui', run_name='__main__')\n"
)
BARE = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(Path(__file__).parents[2])}
MIB = 1 << 20
FINE = (0, 1)
VERBS = ("list", "check", "export")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 示例, which nobody changes."""
    return make_demo(tmp_path_factory.mktemp("starved") / "示例").root


def run(
    words: tuple[str, ...], environ: Mapping[str, str], limit: tuple[str, int] | None = None
) -> tuple[int, str]:
    """Run a verb; its status and what it said besides its result."""
    begin = ("-c", LIMITED, limit[0], str(limit[1])) if limit else ("-m", "selfeval_tui")
    done = subprocess.run(
        (sys.executable, *begin, *words), env={**BARE, **environ}, capture_output=True, check=False
    )
    told = done.stderr.decode(errors="replace")
    assert "Traceback" not in told
    return done.returncode, told


def words_of(verb: str, root: Path, out: Path) -> tuple[str, ...]:
    """A command line."""
    return (verb, str(root), *(("--out", str(out)) if verb == "export" else ()))


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("handles", [5, 6, 8])
def test_few_file_handles(root: Path, tmp_path: Path, verb: str, handles: int) -> None:
    """Two beside the three that every program has are enough; nothing stays open."""
    words = words_of(verb, root, tmp_path)
    status, told = run(words, {"PYTHONUTF8": "1"}, ("RLIMIT_NOFILE", handles))
    assert status in FINE or "打开的文件" in told or "没料到" in told


@pytest.mark.parametrize("room", [36, 48, 64])
def test_little_memory(root: Path, room: int) -> None:
    """It works, or says that there is too little."""
    status, told = run(("check", str(root)), {"PYTHONUTF8": "1"}, ("RLIMIT_AS", room * MIB))
    assert status in FINE or (status == 3 and "内存" in told)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "environ",
    [
        {"LANG": "C"},
        {"LC_ALL": "zh_CN.GBK"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk", "LC_ALL": "C.UTF-8"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "LC_ALL": "C.UTF-8"},
        {"PYTHONUTF8": "1", "TMPDIR": "/nonexistent"},
        {"PYTHONUTF8": "1", "HOME": "/nonexistent"},
    ],
    ids=lambda each: " ".join(each.values()),
)
def test_strange_surroundings(
    root: Path, tmp_path: Path, verb: str, environ: dict[str, str]
) -> None:
    """Other locales, no folder for temporary files, no home."""
    status, _told = run(words_of(verb, root, tmp_path), environ)
    assert status in FINE


def test_names_that_cannot_be_chinese(root: Path) -> None:
    """A sentence that such a terminal can print, before anything is touched."""
    environ = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    status, told = run(("list", str(root)), environ)
    assert status == 2
    assert "LANG=zh_CN.UTF-8" in told
