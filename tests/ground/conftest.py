"""What the tests of the ground share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder in which the project lies."""
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def package_files(checkout: Path) -> tuple[Path, ...]:
    """Every file of the two packages that travel to the clerk, relative to the checkout."""
    packages = ("selfeval_tui", "form_specs")
    found = (path for package in packages for path in (checkout / package).rglob("*"))
    return tuple(
        path.relative_to(checkout)
        for path in found
        if path.is_file() and "__pycache__" not in path.parts
    )
