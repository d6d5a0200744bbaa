"""What a command prints never steers the terminal that it is printed on."""

import json
from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.store import Workspace
from tests.store.build import project

HOSTILE = "甲\x9b31m\u202e乙\u200b丙"


def test_hidden_characters_of_a_sheet_are_spelled_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The columns still stand under each other."""
    Workspace(tmp_path).save(project(name=HOSTILE))
    Workspace(tmp_path).save(project("附件1-2"))
    assert main(["list", str(tmp_path)]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert r"甲\u009b31m\u202e乙\u200b丙" in first
    assert HOSTILE not in first
    assert len({line.index("草稿") - line.count("甲") for line in (second,)}) == 1
    assert "状态" in head


def test_programs_read_it_to_the_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON knows the same spelling."""
    Workspace(tmp_path).save(project(name=HOSTILE))
    main(["list", str(tmp_path), "--format", "json"])
    out = capsys.readouterr().out
    assert "\u202e" not in out
    assert json.loads(out)[0]["name"] == HOSTILE


def test_names_of_files_and_words_of_the_command_line_are_spelled_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a fault, and in what is said of a wrong use."""
    bad = Workspace(tmp_path).save(project()).with_name("坏\x1b[2J.toml")
    bad.write_bytes(b"x")
    main(["list", str(tmp_path)])
    main(["list", str(tmp_path / "\x1b]0;x\x07")])
    main(["list", "--\x1b[2J"])
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\x07" not in err
    assert err.count(r"\u001b") >= 3
