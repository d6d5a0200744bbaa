"""How run.py makes `.venv`, mends it and gives up, with its tools played by the test."""

import os
import shutil
import sys
from pathlib import Path

import pytest

import run


class Checkout:
    """A checkout in which nothing is installed and whose tools are played by the test."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.venv = folder / ".venv"
        self.calls: list[list[str]] = []
        self.failing = ""
        (folder / run.RUNTIME_LOCK).write_text("a==1\n")
        (folder / run.DEV_LOCK).write_text("a==1\nb==1\n")
        (folder / run.TORTURE_LOCK).write_text("a==1\nb==1\nc==1\n")
        monkeypatch.setattr(run, "__file__", str(folder / "run.py"))
        monkeypatch.setattr(run, "call", self.call)
        monkeypatch.setattr(run, "start", lambda *_: 0)
        monkeypatch.chdir(folder)

    def call(self, command: list[str]) -> int:
        """Note a tool's command line; make what `venv` would, and fail where the test says so."""
        self.calls.append(command)
        if "venv" in command:
            python = Path(run.venv_python(str(self.venv)))
            python.parent.mkdir(parents=True)
            python.touch()
            (self.venv / "pyvenv.cfg").write_text(f"executable = {sys.executable}\n", "utf-8")
        return int(self.failing in command)


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A fresh checkout without a network and without an interpreter of its own."""
    return Checkout(tmp_path, monkeypatch)


def test_first_start_makes_and_installs_once(played: Checkout) -> None:
    """The first start makes `.venv` and calls pip; the second calls nothing."""
    assert run.main([]) == 0
    assert [command[2] for command in played.calls] == ["venv", "pip"]
    assert run.main([]) == 0
    assert len(played.calls) == 2


def test_test_adds_to_the_runtime_and_both_stay(played: Checkout) -> None:
    """`test` calls pip once more without a new `.venv`; then neither job needs anything."""
    run.main([])
    run.main(["test"])
    assert [command[2] for command in played.calls] == ["venv", "pip", "pip"]
    assert run.main([]) == run.main(["test"]) == 0
    assert len(played.calls) == 3


def test_test_first_serves_the_program_too(played: Checkout) -> None:
    """After `test` on a fresh checkout the program opens without another installation."""
    run.main(["test"])
    run.main([])
    assert [command[2] for command in played.calls] == ["venv", "pip"]


def test_torture_adds_to_the_tests_and_serves_them(played: Checkout) -> None:
    """One more call of pip, without a new `.venv`; then all three jobs start at once."""
    run.main(["test"])
    run.main(["torture"])
    assert [command[2] for command in played.calls] == ["venv", "pip", "pip"]
    assert run.main([]) == run.main(["test"]) == run.main(["torture"]) == 0
    assert len(played.calls) == 3


def test_changed_lock_makes_venv_anew(played: Checkout) -> None:
    """A new list of components empties `.venv`, so that nothing old stays in it."""
    run.main([])
    (played.venv / "left-over").touch()
    (played.venv.parent / run.RUNTIME_LOCK).write_text("a==2\n")
    run.main([])
    assert [command[2] for command in played.calls] == ["venv", "pip", "venv", "pip"]
    assert not (played.venv / "left-over").exists()


@pytest.mark.parametrize("tool", ["venv", "pip"])
def test_failed_set_up_is_not_believed(
    played: Checkout, tool: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """When a tool fails the status says so, and the next start begins anew."""
    played.failing = tool
    assert run.main([]) == 1
    assert "原因见上" in capsys.readouterr().err
    played.failing = "nothing"
    played.calls.clear()
    assert run.main([]) == 0
    assert [command[2] for command in played.calls] == ["venv", "pip"]


def test_offline_test_leaves_the_program_usable(played: Checkout) -> None:
    """When the development packages cannot be had, the program still opens as before."""
    played.failing = "nothing"
    run.main([])
    played.failing = "pip"
    assert run.main(["test"]) == run.main(["test"]) == 1
    played.calls.clear()
    assert run.main([]) == 0
    assert played.calls == []


def test_half_added_packages_are_not_believed(
    played: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When `test` was interrupted while pip wrote, the next `test` makes `.venv` anew."""
    run.main([])
    monkeypatch.setattr(run, "call", interrupt)
    assert run.main(["test"]) == 130
    monkeypatch.setattr(run, "call", played.call)
    played.calls.clear()
    run.main(["test"])
    assert [command[2] for command in played.calls] == ["venv", "pip"]


def interrupt(*_: object) -> int:
    """Play a clerk who presses Ctrl+C."""
    raise KeyboardInterrupt


def test_ctrl_c_while_setting_up_is_answered(
    played: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C during the set-up ends with a sentence and the usual status, without a traceback."""
    monkeypatch.setattr(run, "call", interrupt)
    assert run.main([]) == 130
    assert "已中断" in capsys.readouterr().err
    assert not list(played.venv.glob(f"{run.READY}*"))


def test_foreign_venv_is_left_alone(played: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    """A `.venv` that somebody else made is neither used nor emptied."""
    played.venv.mkdir()
    (played.venv / "theirs").touch()
    assert run.main([]) == 1
    assert "不是由 run.py 建立的" in capsys.readouterr().err
    assert [path.name for path in played.venv.iterdir()] == ["theirs"]


def test_read_only_folder_is_named(
    played: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder that cannot be written the clerk is told which one and where to copy it."""

    def refuse(path: str, **_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "makedirs", refuse)
    assert run.main([]) == 1
    error = capsys.readouterr().err
    assert str(played.venv) in error
    assert "复制到可写的位置" in error


@pytest.mark.usefixtures("played")
def test_old_python_stops_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Python 3.8 leaves no folder behind and ends with status 1."""
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert run.main([]) == 1
    assert "现在用的是 3.8" in capsys.readouterr().err
    assert not (tmp_path / ".venv").exists()


@pytest.mark.usefixtures("played")
def test_python_without_ensurepip_stops_with_the_apt_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A Debian Python without its venv package gives the line to type and ends with status 1."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert run.main([]) == 1
    assert "sudo apt install python3" in capsys.readouterr().err
    assert not (tmp_path / ".venv").exists()
