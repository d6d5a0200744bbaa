"""Bytes that come near what a reader expects: mutated files, heaps of words of its language."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.fuzz.entries import Entry

_LONGEST = 2000


def inputs(entry: Entry) -> "SearchStrategy[bytes]":
    """Any bytes, any text, words of its language, or its own files with something changed."""
    language = st.lists(st.sampled_from(entry.words) | st.text(max_size=4), max_size=60)
    return st.one_of(
        st.binary(max_size=_LONGEST),
        st.text(max_size=_LONGEST).map(str.encode),
        language.map(lambda words: "".join(words).encode("utf-8", "surrogatepass")),
        _mutated(entry),
    )


@st.composite
def _mutated(draw: st.DrawFn, entry: Entry) -> bytes:
    """One of its seeds after some changes."""
    data = draw(st.sampled_from(entry.seeds()))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, min(40, len(data) - at)))
        word = st.sampled_from(entry.words).map(str.encode)
        put = draw(word | st.binary(max_size=8) | st.just(data[at : at + length] * 2))
        data = data[:at] + put + data[at + length :]
    return data[: draw(st.sampled_from((len(data), len(data), len(data) // 2)))]
