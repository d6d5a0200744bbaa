"""The program starts from a zip of itself, as the offline folder for office computers ships it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from attrs import frozen

START = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from selfeval_tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@frozen
class Zipped:
    """The program as one file, and a folder far from the checkout to work in."""

    file: Path
    folder: Path

    def python(self, source: str, *arguments: str) -> str:
        """Run a source that gets the zip as its first argument; return what it prints."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SELFEVAL_"))}
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", source, str(self.file), *arguments],
            cwd=self.folder,
            env=kept,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def zipped(
    tmp_path_factory: pytest.TempPathFactory, checkout: Path, package_files: tuple[Path, ...]
) -> Zipped:
    """A zip of the two packages; nothing else of the checkout can be reached from it."""
    folder = tmp_path_factory.mktemp("压缩 包")
    with zipfile.ZipFile(folder / "lib.zip", "w") as archive:
        for path in package_files:
            archive.write(checkout / path, path)
    (folder / "elsewhere").mkdir()
    return Zipped(folder / "lib.zip", folder / "elsewhere")


@pytest.fixture(scope="module")
def demo(zipped: Zipped) -> Path:
    """The nine sheets of 示例, laid out by the zipped program."""
    folder = zipped.folder / "示 例"
    zipped.python(START, "demo", str(folder))
    return folder


def test_both_packages_come_from_the_zip(zipped: Zipped) -> None:
    """What is tested below is the zip, not the checkout."""
    show = "import sys; sys.path.insert(0, sys.argv[1]); import {0}; print({0}.__file__)"
    assert zipped.python(show.format("selfeval_tui")).startswith(str(zipped.file))
    assert zipped.python(show.format("form_specs")).startswith(str(zipped.file))


def test_zipped_program_lists_its_demo(zipped: Zipped, demo: Path) -> None:
    """Form specifications and the 示例 are read from inside the zip: all nine sheets are there."""
    assert len(json.loads(zipped.python(START, "list", str(demo), "--format", "json"))) == 9


SCREEN = """
import asyncio, sys
sys.path.insert(0, sys.argv.pop(1))
from pathlib import Path
from selfeval_tui.tui.shell import SelfevalApp


async def look() -> None:
    app = SelfevalApp(Path(sys.argv[1]))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        print(type(app.screen).__name__)
        await pilot.press("enter")
        await pilot.pause()
        print(type(app.screen).__name__, app.screen.query_one("Detail").region.width)


asyncio.run(look())
"""


def test_zipped_program_opens_its_screens(zipped: Zipped, demo: Path) -> None:
    """总览 and 填报 come up from inside the zip; the style sheet puts the detail at the side."""
    assert zipped.python(SCREEN, str(demo)).splitlines() == ["OverviewScreen", "FillScreen 27"]
