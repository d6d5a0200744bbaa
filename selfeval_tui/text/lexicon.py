"""Find the words of a table in a text: longest word first, one pass, no regular expression."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


class Lexicon(Generic[Meaning]):
    """A table of words, indexed by their first character.

    Args:
        words: Each word with what it means.
    """

    __slots__ = ("_by_first", "_meaning")

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self._meaning = dict(words)
        self._by_first: dict[str, list[int]] = {}
        for word in self._meaning:
            lengths = self._by_first.setdefault(word[0], [])
            if len(word) not in lengths:
                lengths.append(len(word))
        for lengths in self._by_first.values():
            lengths.sort(reverse=True)

    def at(self, text: str, position: int) -> tuple[int, Meaning] | None:
        """The longest word that starts at a position: its end and its meaning."""
        if position >= len(text):
            return None
        for length in self._by_first.get(text[position], ()):
            word = text[position : position + length]
            if word in self._meaning:
                return position + len(word), self._meaning[word]
        return None

    def find(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        """All words from left to right, none overlapping: start, end, meaning."""
        # Not by way of `at`: a call for each character would double the time of a judgement.
        position, size = 0, len(text)
        by_first, meaning = self._by_first, self._meaning
        while position < size:
            for length in by_first.get(text[position], ()):
                word = text[position : position + length]
                if word in meaning:
                    yield position, position + len(word), meaning[word]
                    position += len(word)
                    break
            else:
                position += 1

    def last(self, text: str) -> tuple[int, int, Meaning] | None:
        """The last word found, or None."""
        return max(self.find(text), default=None, key=lambda found: found[0])

    def __contains__(self, word: object) -> bool:
        return word in self._meaning


def table(**groups: str) -> dict[str, str]:
    """Turn groups of words divided by blanks into a word → group mapping."""
    return {word: group for group, listed in groups.items() for word in listed.split()}


def words(*lines: str) -> frozenset[str]:
    """A set of words from texts in which blanks divide them."""
    return frozenset(word for line in lines for word in line.split())


def ordered(text: str) -> tuple[str, ...]:
    """Words divided by blanks, in the order in which they are tried."""
    return tuple(text.split())
