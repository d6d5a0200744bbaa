"""A small checkout with blanks and Chinese in its path is set up for real, without a network.

Its program and its pytest are stand-ins that tell how they were started, from wheels made here.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import frozen

PROGRAM = """
import importlib.metadata, json, os, sys
names = ("PYTHONPATH", "SELFEVAL_WORKSPACE", "PYTHONUTF8")
print(json.dumps({
    "arguments": sys.argv[1:],
    "folder": os.getcwd(),
    "python": sys.executable,
    "path": sys.path,
    "environment": {name: os.environ.get(name) for name in names},
    "packages": sorted(found.name for found in importlib.metadata.distributions()),
}))
sys.exit(len(sys.argv) - 1)
"""


@frozen
class Started:
    """What one run of run.py showed: its status, what the program told and what the clerk read."""

    status: int
    told: Mapping[str, object]
    said: str


@frozen
class SmallCheckout:
    """A folder with run.py, lock files and wheels of two stand-in packages."""

    folder: Path

    def run(self, *arguments: str, cwd: Path | None = None) -> Started:
        """Start run.py as a clerk does, in an environment without settings of pip."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "SELFEVAL_"))}
        done = subprocess.run(
            [sys.executable, self.folder / "run.py", *arguments],
            cwd=cwd or self.folder,
            env={**kept, "PIP_CONFIG_FILE": os.devnull, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told = json.loads(done.stdout) if done.stdout else {}
        return Started(done.returncode, told, done.stderr)

    def lock(self, name: str, *pins: str) -> None:
        """Write a lock file that pins wheels with their hashes."""
        with (self.folder / name).open("w", encoding="utf-8") as lock:
            for pin in pins:
                wheel = self.folder / "wheels" / f"{pin}-1-py3-none-any.whl"
                digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
                lock.write(f"{pin}==1 --hash=sha256:{digest}\n")


def write_wheel(folder: Path, name: str, source: str) -> None:
    """Write a wheel that holds one package with a `__main__`."""
    about = f"{name}-1.dist-info"
    files = {
        f"{name}/__main__.py": source,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in (*files, f"{about}/RECORD"))
    with zipfile.ZipFile(folder / f"{name}-1-py3-none-any.whl", "w") as wheel:
        for path, content in {**files, f"{about}/RECORD": record}.items():
            wheel.writestr(path, content)


def make_small_checkout(folder: Path, checkout: Path) -> SmallCheckout:
    """Lay a small checkout with the project's own run.py."""
    (folder / "wheels").mkdir(parents=True)
    (folder / "selfeval_tui").mkdir()
    (folder / "selfeval_tui" / "__main__.py").write_text(PROGRAM, "utf-8")
    shutil.copy(checkout / "run.py", folder)
    for name in ("attrs", "pytest"):
        write_wheel(folder / "wheels", name, PROGRAM)
    small = SmallCheckout(folder)
    small.lock("requirements.lock", "attrs")
    small.lock("requirements-dev.lock", "attrs", "pytest")
    return small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> SmallCheckout:
    """A small checkout that nobody has started yet."""
    return make_small_checkout(tmp_path_factory.mktemp("绩效 自评") / "我 的", checkout)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the clerk, with a file that is named like one of our packages."""
    folder = tmp_path_factory.mktemp("文档")
    (folder / "selfeval_tui.py").write_text("raise SystemExit(99)\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def first(small: SmallCheckout, elsewhere: Path) -> Started:
    """The first start, from a folder of the clerk."""
    return small.run("judge", "x y.tsv", cwd=elsewhere)


def test_first_start_speaks_and_opens(first: Started) -> None:
    """The first start says in Chinese what it does, and only beside the program's own output."""
    assert "首次运行" in first.said
    assert "准备好了" in first.said
    assert first.told["arguments"] == ["judge", "x y.tsv"]


def test_exit_status_is_the_programs(first: Started) -> None:
    """The status of run.py is the status of the program."""
    assert first.status == 2


def test_callers_folder_is_kept(first: Started, elsewhere: Path) -> None:
    """The program works where the clerk is, and nothing there can pose as part of it."""
    assert first.told["folder"] == str(elsewhere)
    assert str(elsewhere) not in str(first.told["path"])


def test_program_comes_from_the_checkout(first: Started, small: SmallCheckout) -> None:
    """The checkout is on the path and is the default workspace; the rest comes from `.venv`."""
    assert first.told["environment"] == {
        "PYTHONPATH": str(small.folder),
        "SELFEVAL_WORKSPACE": str(small.folder),
        "PYTHONUTF8": "1",
    }
    assert str(first.told["python"]).startswith(str(small.folder / ".venv"))


@pytest.mark.usefixtures("first")
def test_later_starts_are_silent(small: SmallCheckout) -> None:
    """After the first start nothing stands between the clerk and the program."""
    again = small.run("a")
    assert (again.status, again.said) == (1, "")


@pytest.mark.usefixtures("first")
def test_test_adds_the_development_lock(small: SmallCheckout, elsewhere: Path) -> None:
    """`test` runs pytest in the checkout, from wherever it was called, without a workspace."""
    tested = small.run("test", "-x", cwd=elsewhere)
    assert tested.told["arguments"] == ["-x"]
    assert tested.told["folder"] == str(small.folder)
    assert tested.told["environment"] == {
        "PYTHONPATH": str(small.folder),
        "SELFEVAL_WORKSPACE": None,
        "PYTHONUTF8": "1",
    }
    assert small.run("test").said == small.run().said == ""


def test_wheel_with_another_hash_is_refused(tmp_path: Path, checkout: Path) -> None:
    """A wheel that is not the pinned one is not installed; pip's own words and ours say so."""
    small = make_small_checkout(tmp_path / "换 过", checkout)
    write_wheel(small.folder / "wheels", "attrs", "print('not the pinned one')")
    refused = small.run()
    assert (refused.status, refused.told) == (1, {})
    assert "DO NOT MATCH THE HASHES" in refused.said
    assert "组件没有装上" in refused.said
