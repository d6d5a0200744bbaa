"""A verb that fails as nobody expected ends with a sentence and a report."""

from pathlib import Path
from threading import Thread

import pytest

from selfeval_tui.cli import list_, main
from selfeval_tui.tui.crash.keep import FOLDER

TYPED = "市长的补贴"


def boom(*_about: object) -> int:
    """Fail."""
    raise ZeroDivisionError(TYPED)


def in_a_thread(*_about: object) -> int:
    """Fail where nobody sees it."""
    failing = Thread(target=boom)
    failing.start()
    failing.join()
    return 0


def no_memory(*_about: object) -> int:
    """Ask for more than there is."""
    raise MemoryError


@pytest.mark.parametrize("run", [boom, in_a_thread])
def test_an_unforeseen_error_is_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    run: object,
) -> None:
    """Status 3; the report lies in the workspace that was named and holds no text."""
    (tmp_path / "saved").mkdir()
    monkeypatch.setattr(list_, "run", run)
    assert main(["list", str(tmp_path)]) == 3
    said = capfd.readouterr()
    assert "没料到的错" in said.err
    assert "Traceback" not in said.err
    assert TYPED not in said.err
    (report,) = (tmp_path / FOLDER).iterdir()
    assert str(report) in said.err
    assert "builtins.ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert TYPED not in report.read_text(encoding="utf-8")


def test_too_little_memory_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no fault of the program."""
    (tmp_path / "saved").mkdir()
    monkeypatch.setattr(list_, "run", no_memory)
    assert main(["list", str(tmp_path)]) == 3
    assert "内存不够" in capsys.readouterr().err
