"""The wheel carries everything that the program reads."""

import configparser
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> zipfile.ZipFile:
    """The wheel of this checkout, built without a network."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=checkout, check=True, stdout=subprocess.DEVNULL)
    (path,) = target.glob("*.whl")
    return zipfile.ZipFile(path)


def about(wheel: zipfile.ZipFile, name: str) -> str:
    """Return a file of the wheel's own description."""
    (path,) = (entry for entry in wheel.namelist() if entry.endswith(f".dist-info/{name}"))
    return wheel.read(path).decode("utf-8")


def test_wheel_carries_every_file_of_the_packages(
    wheel: zipfile.ZipFile, package_files: tuple[Path, ...]
) -> None:
    """Code, form specifications and style sheets are in the wheel as they lie in the checkout."""
    carried = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert carried == {path.as_posix() for path in package_files}


def test_wheel_carries_the_form_specifications(wheel: zipfile.ZipFile) -> None:
    """The sheets are data, and the data travels with the program."""
    assert [n for n in wheel.namelist() if n.startswith("form_specs/") and n.endswith(".toml")]


def test_wheel_declares_the_command(wheel: zipfile.ZipFile) -> None:
    """After an installation the command is `selfeval`."""
    entries = configparser.ConfigParser()
    entries.read_string(about(wheel, "entry_points.txt"))
    assert dict(entries["console_scripts"]) == {"selfeval": "selfeval_tui.cli:main"}


def test_wheel_asks_for_the_runtime_dependencies_only(
    wheel: zipfile.ZipFile, checkout: Path
) -> None:
    """Development tools do not come along to the clerk."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    asked = Parser().parsestr(about(wheel, "METADATA")).get_all("Requires-Dist")
    assert asked is not None
    assert len([each for each in asked if "extra ==" not in each]) == len(project["dependencies"])
