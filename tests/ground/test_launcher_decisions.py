"""What run.py decides before it touches anything."""

import os
import sys
from pathlib import Path

import pytest

import run

RUNTIME, DEV, OLD = "ready-runtime", "ready-dev", "ready-of-last-year"


@pytest.mark.parametrize(
    ("typed", "module", "rest", "lock"),
    [
        ("", "selfeval_tui", "", run.RUNTIME_LOCK),
        ("judge x.tsv", "selfeval_tui", "judge x.tsv", run.RUNTIME_LOCK),
        ("--help", "selfeval_tui", "--help", run.RUNTIME_LOCK),
        ("judge test", "selfeval_tui", "judge test", run.RUNTIME_LOCK),
        ("test", "pytest", "-n auto", run.DEV_LOCK),
        ("test tests/text -x", "pytest", "tests/text -x", run.DEV_LOCK),
        ("bench --quick", "bench", "--quick", run.DEV_LOCK),
        ("torture kills", "tests.torture", "kills", run.TORTURE_LOCK),
    ],
)
def test_first_word_chooses_the_job(typed: str, module: str, rest: str, lock: str) -> None:
    """`test` and `bench` are the developer's; every other line goes to the program as it stands."""
    assert run.job_of(typed.split()) == (module, rest.split(), lock)


@pytest.mark.parametrize(
    ("marks", "for_clerk", "for_developer"),
    [
        (set(), "make", "make"),
        ({run.OWNED}, "make", "make"),
        ({run.OWNED, run.ADDING}, "make", "make"),
        ({run.OWNED, OLD}, "make", "make"),
        ({run.OWNED, RUNTIME}, "start", "add"),
        ({run.OWNED, RUNTIME, DEV}, "start", "start"),
        ({run.OWNED, RUNTIME, OLD}, "start", "make"),
        ({run.OWNED, RUNTIME, run.ADDING}, "start", "make"),
        ({"bin", "pyvenv.cfg"}, "leave", "leave"),
    ],
)
def test_marks_in_venv_tell_the_next_step(
    marks: set[str], for_clerk: str, for_developer: str
) -> None:
    """Only a finished set-up is believed, and a `.venv` of somebody else is left alone."""
    assert run.next_step(marks, [RUNTIME]) == for_clerk
    assert run.next_step(marks, [RUNTIME, DEV]) == for_developer


def test_stamp_follows_each_byte_of_the_lock(tmp_path: Path) -> None:
    """One changed character in a lock file makes another stamp."""
    lock = tmp_path / "a.lock"
    lock.write_bytes(b"attrs==26.1.0\n")
    before = run.stamp_of(str(lock))
    lock.write_bytes(b"attrs==26.1.1\n")
    assert before.startswith(run.READY)
    assert run.stamp_of(str(lock)) != before


def make_fake_venv(folder: Path, base: Path) -> None:
    """Lay the files of a virtual environment that was made with `base`."""
    python = Path(run.venv_python(str(folder)))
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").write_text(f"home = {base.parent}\nexecutable = {base}\n", "utf-8")
    (folder / RUNTIME).touch()
    (folder / run.OWNED).touch()


def test_stamp_counts_while_the_python_is_there(tmp_path: Path) -> None:
    """A finished `.venv` with a living Python is ready."""
    make_fake_venv(tmp_path / "venv", Path(sys.executable))
    assert RUNTIME in run.marks_in(str(tmp_path / "venv"))


def test_stamp_is_void_when_the_python_is_gone(tmp_path: Path) -> None:
    """After the Python that made `.venv` was removed, `.venv` is made anew."""
    make_fake_venv(tmp_path / "venv", tmp_path / "removed" / "python3.11")
    marks = run.marks_in(str(tmp_path / "venv"))
    assert run.next_step(marks, [RUNTIME]) == "make"


def test_stamp_is_void_without_the_venvs_own_python(tmp_path: Path) -> None:
    """A `.venv` whose interpreter was deleted is made anew."""
    make_fake_venv(tmp_path / "venv", Path(sys.executable))
    Path(run.venv_python(str(tmp_path / "venv"))).unlink()
    assert RUNTIME not in run.marks_in(str(tmp_path / "venv"))


def test_missing_venv_has_no_marks(tmp_path: Path) -> None:
    """A fresh checkout has nothing that could be believed."""
    assert run.marks_in(str(tmp_path / "venv")) == set()


def test_program_finds_checkout_and_workspace() -> None:
    """The program imports the checkout, keeps its sheets there, and writes UTF-8."""
    environment = run.job_environment({"PATH": "/bin"}, "/盘 点", run.RUNTIME_LOCK)
    assert environment == {
        "PATH": "/bin",
        "PYTHONPATH": "/盘 点",
        "PYTHONUTF8": "1",
        "SELFEVAL_WORKSPACE": "/盘 点",
    }


def test_clerks_own_workspace_is_kept() -> None:
    """A workspace that the caller has named is not replaced."""
    environment = run.job_environment({"SELFEVAL_WORKSPACE": "/own"}, "/co", run.RUNTIME_LOCK)
    assert environment["SELFEVAL_WORKSPACE"] == "/own"


def test_tests_do_not_work_in_the_clerks_workspace() -> None:
    """Tests and timings get no default workspace, so that they cannot write into real sheets."""
    assert "SELFEVAL_WORKSPACE" not in run.job_environment({}, "/co", run.DEV_LOCK)


def test_paths_of_another_python_are_dropped() -> None:
    """An office program that sets PYTHONHOME for itself cannot break ours."""
    foreign = {"PYTHONHOME": "/gis/python27", "PYTHONPATH": "/gis/site"}
    assert run.tool_environment(foreign) == {"PYTHONUTF8": "1"}


def test_pip_checks_hashes_and_builds_nothing() -> None:
    """What is installed is what the lock file names, byte for byte."""
    command = run.pip_command("python", "a.lock", "")
    assert {"--require-hashes", "--only-binary=:all:"} <= set(command)
    assert command[command.index("-r") + 1] == "a.lock"
    assert "--no-index" not in command


def test_folder_of_wheels_replaces_the_network(tmp_path: Path) -> None:
    """With a `wheels` folder pip is told to ask nobody else."""
    assert run.wheels_in(str(tmp_path)) == ""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    assert run.wheels_in(str(tmp_path)) == str(wheels)
    command = run.pip_command("python", "a.lock", str(wheels))
    assert command[-3:] == ["--no-index", "--find-links", str(wheels)]


def test_second_window_waits_for_the_first(tmp_path: Path) -> None:
    """While one window sets up, another does not; it may once the first is done."""
    owned = str(tmp_path / run.OWNED)
    with Path(owned).open("ab") as first, Path(owned).open("ab") as second:
        assert run.take_turn(first.fileno())
        assert not run.take_turn(second.fileno())
        first.close()
        assert run.take_turn(second.fileno())


class ProcessReplacedError(Exception):
    """Stands for the end of this process; carries what it was replaced with."""


def become(*call: object) -> None:
    """Take the place of os.execve, which never returns."""
    raise ProcessReplacedError(*call)


def test_posix_start_becomes_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """On POSIX no launcher stands between the terminal and the program."""
    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "execve", become)
    with pytest.raises(ProcessReplacedError) as became:
        run.start(["py", "-m", "x"], {"A": "1"})
    assert became.value.args == ("py", ["py", "-m", "x"], {"A": "1"})


class FinishedAfterCtrlC:
    """A child process whose first wait is disturbed by Ctrl+C."""

    def __init__(self) -> None:
        self.disturbances = [KeyboardInterrupt()]

    def wait(self) -> int:
        """Raise once, then report the child's status."""
        if self.disturbances:
            raise self.disturbances.pop()
        return 7


def test_windows_start_outlives_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows Ctrl+C belongs to the program; the launcher waits on and passes its status on."""
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: FinishedAfterCtrlC())
    assert run.start(["py"], {}) == 7
