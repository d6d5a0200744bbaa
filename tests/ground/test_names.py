"""The project names no folder of its writers' computers and no host of a package registry."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

# Put together here, so that this file passes its own test.
FORBIDDEN = (
    "/" + "work/",
    "/tm" + "p/desk",
    ".." + "/shared",
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "deb.debian" + ".org",
    "registry.npmjs" + ".org",
)
UNTRACKED = {".git", ".venv", "wheels", "dist", "saved", "exports", "示例"}


def walked(folder: Path) -> Iterator[Path]:
    """Yield the files of an unpacked project, without caches and the clerk's own."""
    for place, folders, files in os.walk(folder):
        folders[:] = [
            n for n in folders if n not in UNTRACKED and not n.endswith(("cache", "cache__"))
        ]
        yield from (Path(place) / name for name in files)


def project_files(checkout: Path) -> list[Path]:
    """Return the files that belong to the project, also where it was unpacked without git."""
    if (checkout / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(
            command, cwd=checkout, capture_output=True, encoding="utf-8", check=True
        )
        names = listed.stdout.rstrip("\0").split("\0")
        return [path for name in names if (path := checkout / name).is_file()]
    return list(walked(checkout))


def test_project_files_are_found(checkout: Path) -> None:
    """The search below looks at this file and at the launcher, with and without git."""
    expected = {Path(__file__), checkout / "run.py"}
    assert expected <= set(project_files(checkout))
    assert expected <= set(walked(checkout))


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_file_names_it(checkout: Path, name: str) -> None:
    """What lies in the project works on any computer and with any package index."""
    found = [str(path) for path in project_files(checkout) if name.encode() in path.read_bytes()]
    assert found == []
