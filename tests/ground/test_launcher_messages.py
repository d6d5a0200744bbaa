"""What run.py tells the clerk when it cannot go on."""

import pytest

import run


def test_old_python_is_told_the_version_it_needs() -> None:
    """An old Python is told which one is needed and which one it is."""
    sentence = run.too_old((3, 8), "")
    assert "需要 Python 3.11 或更新" in sentence
    assert "现在用的是 3.8" in sentence


def test_old_python_is_told_of_a_newer_one_nearby() -> None:
    """Where a fitting Python is installed, the line to type is given."""
    assert run.too_old((3, 9), "python3.12").endswith("    python3.12 run.py")


@pytest.mark.parametrize(
    ("version", "system_python", "package"),
    [
        ((3, 11), "/usr/bin/python3.11", "python3-venv"),
        ((3, 12), "/usr/bin/python3.11", "python3.12-venv"),
        ((3, 11), "/usr/bin/python3", "python3.11-venv"),
    ],
)
def test_debian_package_fits_the_python(
    version: tuple[int, int], system_python: str, package: str
) -> None:
    """The system's own Python has the plain package; a second one has a package of its version."""
    assert run.venv_package(version, system_python) == package


def test_missing_venv_gives_the_line_to_type() -> None:
    """On Debian the clerk reads one line to copy."""
    lines = run.venv_missing("python3.11-venv").splitlines()
    assert lines[-1].strip() == "sudo apt install python3.11-venv"


def test_missing_venv_without_apt_names_no_apt() -> None:
    """Elsewhere nobody is sent to apt."""
    sentence = run.venv_missing("")
    assert "apt" not in sentence
    assert "venv" in sentence


@pytest.mark.parametrize("lock", [run.RUNTIME_LOCK, run.DEV_LOCK])
@pytest.mark.parametrize("wheels", ["", "/co/wheels"])
def test_failed_installation_tells_how_to_fill_wheels(lock: str, wheels: str) -> None:
    """Without a network the way is a `wheels` folder, filled from the lock that is wanted."""
    sentence = run.not_installed(lock, wheels)
    assert f"pip download --require-hashes -r {lock} -d wheels" in sentence
