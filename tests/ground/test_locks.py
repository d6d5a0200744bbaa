"""The lock files name every package that is installed, byte for byte and without an address."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import frozen
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

TORTURE_LOCK = "requirements-torture.lock"
LOCKS = (run.RUNTIME_LOCK, run.DEV_LOCK, TORTURE_LOCK)


@frozen
class Pin:
    """One package of a lock file."""

    version: str
    marker: str
    hashes: tuple[str, ...]


def read_lock(path: Path) -> Mapping[str, Pin]:
    """Return the pins of a lock file by the normal form of their names."""
    joined = path.read_text("utf-8").replace("\\\n", " ")
    pins: dict[str, Pin] = {}
    for line in joined.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            words, *hashes = re.split(r"\s+--hash=sha256:", line.rstrip())
            requirement, _, marker = words.partition(";")
            name, _, version = requirement.partition("==")
            pins[canonicalize_name(name)] = Pin(version.strip(), marker.strip(), tuple(hashes))
    return pins


def requirements(checkout: Path, *, development: bool) -> list[Requirement]:
    """Return what pyproject.toml asks for."""
    settings = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))
    texts = [*settings["project"]["dependencies"]]
    if development:
        texts += settings["dependency-groups"]["dev"]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_an_exact_version_and_hashes(checkout: Path, name: str) -> None:
    """A package that was changed on its way cannot be installed."""
    pins = read_lock(checkout / name)
    assert pins
    for pin in pins.values():
        assert re.fullmatch(r"[0-9][0-9a-z.]*", pin.version)
        assert pin.hashes
        assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in pin.hashes)


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_pinned_within_its_bounds(checkout: Path, name: str) -> None:
    """What pyproject.toml asks for stands in the lock, in a version that it allows."""
    pins = read_lock(checkout / name)
    for wanted in requirements(checkout, development=name != run.RUNTIME_LOCK):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)].version)


def test_development_lock_contains_the_runtime_lock(checkout: Path) -> None:
    """Tests run against exactly the packages that a clerk gets."""
    development = read_lock(checkout / run.DEV_LOCK)
    for name, pin in read_lock(checkout / run.RUNTIME_LOCK).items():
        assert development[name] == pin


def test_what_torture_adds_is_a_fuzzer_alone(checkout: Path) -> None:
    """It tries the same packages harder."""
    torture = dict(read_lock(checkout / TORTURE_LOCK))
    assert torture.pop("atheris").marker
    assert torture == read_lock(checkout / run.DEV_LOCK)


@pytest.mark.parametrize("name", LOCKS)
def test_lock_serves_every_system(checkout: Path, name: str) -> None:
    """Packages that only some systems need stand there with a marker that pip understands."""
    for pin in read_lock(checkout / name).values():
        assert pin.marker == "" or Marker(pin.marker)


def test_only_the_extra_for_documents_depends_on_the_machine(checkout: Path) -> None:
    """Everything else is one folder of wheels for Windows and Linux, x86, arm64 and LoongArch."""
    pins = read_lock(checkout / run.RUNTIME_LOCK)
    assert {name for name, pin in pins.items() if pin.marker} == {"python-docx", "lxml"}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_address(checkout: Path, name: str) -> None:
    """Where packages come from is the computer's setting, not the project's."""
    text = (checkout / name).read_text("utf-8")
    for address in ("://", "--index-url", "--extra-index-url", "--find-links", "file:"):
        assert address not in text


@pytest.mark.parametrize("name", LOCKS)
def test_lock_says_how_it_was_made(checkout: Path, name: str) -> None:
    """The first lines give the command that makes the file again."""
    head = (checkout / name).read_text("utf-8").splitlines()[:2]
    assert head[1].lstrip("# ").startswith("uv pip compile pyproject.toml ")
    assert head[1].endswith(f"-o {name}")
