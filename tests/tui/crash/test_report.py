"""A report tells where the program failed, and nothing of what the clerk typed or where it lies."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from selfeval_tui.sheet import Batch
from selfeval_tui.tui.crash import keep
from selfeval_tui.tui.crash.keep import FOLDER, keep_report
from selfeval_tui.tui.crash.report import report

NOON = datetime(2024, 4, 23, 12, tzinfo=UTC)
TYPED = "市长张三的补贴"


def fault() -> BaseException:
    """An error of an error in this program's own code, both full of what the clerk typed."""
    try:
        try:
            Batch().sheet(TYPED)
        except KeyError as error:
            raise FileNotFoundError(2, TYPED, f"/home/张三/{TYPED}.toml") from error
    except OSError as error:
        return error
    raise AssertionError


def test_a_report_tells_the_place_and_the_kind() -> None:
    """Both errors, the line of ours, the versions, the sizes."""
    text = report(fault(), {"sheets": 9})
    assert "builtins.FileNotFoundError ENOENT" in text
    assert "builtins.KeyError" in text
    assert "  selfeval_tui.sheet.batch Batch.sheet " in text
    assert "sheets: 9" in text
    assert "selfeval 0." in text


def test_a_report_holds_nothing_of_the_clerks() -> None:
    """No text, no path, no name of a person; frames of strangers are not named either."""
    text = report(fault(), {})
    for word in (TYPED, "张三", "/home", ".toml", str(Path.home()), __name__, "/"):
        assert word not in text


def test_an_error_that_never_ends_has_a_report_that_does() -> None:
    """A recursion of a thousand frames, and errors in a circle."""

    def deeper(depth: int) -> int:
        return deeper(depth + 1)

    with pytest.raises(RecursionError) as caught:
        deeper(0)
    caught.value.__cause__ = ExceptionGroup(TYPED, [caught.value, ValueError(TYPED)])
    lines = report(caught.value, {}).splitlines()
    assert len(lines) < 800
    assert "builtins.ValueError" in lines


def test_a_report_lies_beside_the_sheets(tmp_path: Path) -> None:
    """In a folder of its own; the second of a second does not take the place of the first."""
    first, second = (keep_report("甲", tmp_path, NOON) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.parent == second.parent == tmp_path / FOLDER
    assert first != second
    assert first.read_text(encoding="utf-8") == "甲"


def test_a_workspace_that_is_not_there_is_not_made_for_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lies among the temporary files then; where there are none, nowhere."""
    monkeypatch.setattr(keep, "gettempdir", lambda: str(tmp_path / "tmp"))
    path = keep_report("甲", tmp_path / "自评", NOON)
    assert path is not None
    assert path.is_relative_to(tmp_path / "tmp")
    assert not (tmp_path / "自评").exists()
    (tmp_path / "file").touch()
    monkeypatch.setattr(keep, "gettempdir", lambda: str(tmp_path / "file"))
    assert keep_report("甲", tmp_path / "自评", NOON) is None
