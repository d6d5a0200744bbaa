"""What the tests of the ground share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder in which the project lies."""
    return Path(__file__).parents[2]
