"""Finding a text in the cells, and replacing it where a clerk typed it.

Compared character by character under `fold`, so that full width, half width, capitals and the
many signs of one meaning are the same, and what is replaced is known to the letter.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from attrs import field, frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.calculate import field_at
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.spec.model import Field, Kind, Role
from selfeval_tui.text import fold

Span = tuple[int, int]
"""The first character of a find, and the one behind it."""

CHOSEN = frozenset({Kind.CHOICE, Kind.FLAGS})
"""What takes its options and no other text."""


@frozen
class Search:
    """What is looked for."""

    wanted: str
    _plain: str = field(init=False, eq=False, repr=False)

    @_plain.default
    def _fold(self) -> str:
        return "".join(_plain(character) for character in self.wanted)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where it stands in a text, from left to right, none over another."""
        return tuple(self._spans(text)) if self._plain else ()

    def is_in(self, text: str) -> bool:
        """Whether it stands in a text."""
        return bool(self.spans(text))

    def replaced(self, text: str, by: str) -> str:
        """The text with something else in each of its places."""
        for start, end in reversed(self.spans(text)):
            text = text[:start] + by + text[end:]
        return text

    def _spans(self, text: str) -> Iterator[Span]:
        plain = [_plain(character) for character in text]
        # A sign such as ℃ is several plain ones; only whole signs are found.
        edges = {at: number for number, at in enumerate(accumulate(map(len, plain), initial=0))}
        joined, at = "".join(plain), 0
        while (at := joined.find(self._plain, at)) >= 0:
            end = at + len(self._plain)
            if at in edges and end in edges:
                yield edges[at], edges[end]
                at = end
            else:
                at += 1


def found(batch: Batch, addresses: Iterable[Address], search: Search) -> tuple[Address, ...]:
    """The cells that show the text, typed or not, in the order in which they are given."""
    return tuple(each for each in addresses if search.is_in(shown_text(batch, each)))


def replacements(
    batch: Batch, addresses: Iterable[Address], search: Search, by: str
) -> tuple[Difference, ...]:
    """What replacing would change; nothing is changed yet.

    Args:
        batch: Where the texts are.
        addresses: The cells to look at. Computed and printed texts stay as they are, and so do
            choices that would become none of their options.
        search: What is replaced.
        by: What stands there afterwards.
    """
    return tuple(_replacements(batch, addresses, search, by))


def shown_text(batch: Batch, address: Address) -> str:
    """What a cell shows: what was typed, else what was computed or stands there by itself."""
    typed = batch.typed(address)
    return (
        typed if typed.strip() else batch.computed_text(address) or _field(batch, address).default
    )


def _replacements(
    batch: Batch, addresses: Iterable[Address], search: Search, by: str
) -> Iterator[Difference]:
    for address in addresses:
        before = batch.typed(address)
        after = search.replaced(before, by)
        if before != after and _takes(_field(batch, address), after):
            yield Difference(address, before, after)


def _takes(field: Field, text: str) -> bool:
    if field.role is Role.NOTES:
        return False
    return field.kind not in CHOSEN or text in field.options


def _field(batch: Batch, address: Address) -> Field:
    return field_at(batch.sheet(address.sheet).spec, address)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """A character as it is compared; blanks and quotation marks count here."""
    return (fold(character) or unicodedata.normalize("NFKC", character)).casefold()
