"""Whatever is read, it ends in a value or a sentence; see `entries`."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.entries import ENTRIES
from tests.fuzz.mutations import inputs
from tests.torture.scale import SHORT


@pytest.mark.parametrize("name", ENTRIES)
def test_ordinary_files_are_read(name: str) -> None:
    """The seeds themselves."""
    for seed in ENTRIES[name].seeds():
        ENTRIES[name].run(seed)


@pytest.mark.parametrize("name", ENTRIES)
def test_whatever_is_read_ends_in_a_value_or_a_sentence(name: str) -> None:
    """Nothing else is raised, and nothing runs on."""
    entry = ENTRIES[name]

    @settings(
        max_examples=SHORT.inputs,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        entry.run(data.draw(inputs(entry)))

    run()
