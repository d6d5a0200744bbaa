"""A program that is killed while somebody types loses nothing that it called saved."""

import os

import pytest

from selfeval_tui.sheet import Address
from tests.torture.contents import Deed, Kind, is_explained
from tests.torture.kills import measure
from tests.torture.scale import SHORT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")


def test_no_kill_takes_what_was_saved_or_typed_for_half_a_second() -> None:
    """Cells, pastes, rows, undo; each start offers what was being typed."""
    figures = measure(SHORT)
    assert figures.said == ()
    assert figures.tried == SHORT.kills


C = Address("s", "c", "t", "1")
A, B = Address("s", "a"), Address("s", "b")


@pytest.mark.parametrize(
    ("after", "deed", "explained"),
    [
        ({A: "1", B: ""}, Deed(Kind.NOTHING), True),
        ({A: "2", B: ""}, Deed(Kind.NOTHING), False),
        ({A: "2", B: ""}, Deed(Kind.TYPED, ("2",)), True),
        ({A: "2", B: "2"}, Deed(Kind.TYPED, ("2",)), False),
        ({A: "3", B: ""}, Deed(Kind.TYPED, ("2",)), False),
        ({A: "1"}, Deed(Kind.TYPED, ("2",)), False),
        ({A: "2", B: "3"}, Deed(Kind.PASTED, ("2", "3")), True),
        ({A: "2", B: "4"}, Deed(Kind.PASTED, ("2", "3")), False),
        ({A: "9", B: ""}, Deed(Kind.REPLAYED), True),
        ({A: "8", B: ""}, Deed(Kind.REPLAYED), False),
        ({A: "1"}, Deed(Kind.DELETED), True),
        ({A: "1", B: "", C: ""}, Deed(Kind.INSERTED), True),
        ({A: "2", B: "", C: ""}, Deed(Kind.INSERTED), False),
    ],
)
def test_the_measure_knows_a_loss(after: dict[Address, str], deed: Deed, explained: bool) -> None:
    """What is there is compared with what was there and what was done, cell by cell."""
    assert is_explained({A: "1", B: ""}, after, deed, [{A: "9", B: ""}]) is explained
