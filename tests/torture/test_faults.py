"""Whatever the system refuses, the old version stands, the clerk is told, and it heals."""

from tests.store.faulty import DEEDS
from tests.torture.faults import measure
from tests.torture.scale import SHORT


def test_no_refused_call_harms_a_sheet() -> None:
    """Each call of each deed, refused once and for good; then the fault ends."""
    figures = measure(SHORT)
    assert figures.said == ()
    assert figures.tried > 2 * SHORT.errors * len(DEEDS)
