"""Bad inputs are counted; `tests/fuzz` tries them at the short scale and shows the smallest."""

import pytest
from attrs import evolve

from tests.fuzz import entries
from tests.fuzz.entries import ENTRIES, Entry
from tests.torture.bad_inputs import measure
from tests.torture.scale import SHORT


def test_every_reader_is_tried() -> None:
    """As often as the scale says."""
    figures = measure(evolve(SHORT, inputs=2))
    assert figures.said == ()
    assert figures.tried == 2 * len(ENTRIES)


def test_a_reader_that_breaks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its name and what it said; the others are tried all the same."""

    def broken(data: bytes) -> None:
        raise ValueError(len(data))

    monkeypatch.setitem(entries.ENTRIES, "name", Entry(broken, lambda: (b"x",), ("x",)))
    figures = measure(evolve(SHORT, inputs=2))
    assert figures.lost == 1
    assert figures.said[0].startswith("name: ValueError")
