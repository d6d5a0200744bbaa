"""What fuzzing found once, each as the smallest input that broke its reader."""

import pytest

from tests.fuzz.entries import ENTRIES
from tests.fuzz.files import journals

FOUND = {
    "a date in a form": ("spec", b"a = 1979-05-27"),
    "a time in a form": ("spec", b"[[block]]\nkind = 07:32:00"),
    "a drawn line": ("hidden", b"===="),
    "a sign too many": ("hidden", b">==5"),
    "a sheet of a newer format in a journal": (
        "journal",
        b'"format":2'.join(journals()[0].rsplit(b'"format":1', 1)),
    ),
}


@pytest.mark.parametrize(("name", "data"), FOUND.values(), ids=list(FOUND))
def test_it_does_not_break_again(name: str, data: bytes) -> None:
    """See `entries`."""
    ENTRIES[name].run(data)
