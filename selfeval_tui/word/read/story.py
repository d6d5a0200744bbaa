"""What follows what in a document: paragraphs, tables, and where a page is ended by hand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.word.read.markup import child, is_on, name_of, says_something, unwrapped, value_of
from selfeval_tui.word.read.text import Shown, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TEXTS = frozenset({"t", "sym", "m:t"})


@frozen(eq=False)
class Paragraph:
    """A paragraph that says something, outside of tables."""

    element: "Element"
    text: str


@frozen(eq=False)
class Table:
    """A table that is no mere frame around others."""

    element: "Element"


@frozen
class PageEnd:
    """The page was ended by hand, or a section was."""


Item = Paragraph | Table | PageEnd


def story_of(blocks: "Iterable[Element]", said: "Mapping[Element, str]") -> Iterator[Item]:
    """The items of a document's body in their order; frames are left away.

    Args:
        blocks: The body's own, out of its wrappers.
        said: What the texts of its controls stand for.
    """
    for block in blocks:
        match name_of(block):
            case "p":
                yield from _paragraph(block, said)
            case "tbl":
                if _is_frame(block):
                    for cell in _cells(block):
                        yield from story_of(unwrapped(cell), said)
                else:
                    yield Table(block)


def _paragraph(element: "Element", said: "Mapping[Element, str]") -> Iterator[Item]:
    properties = child(element, "pPr")
    text = text_of((element,), "", Shown(said))
    begins = is_on(child(properties, "pageBreakBefore")) or _breaks_first(element)
    ends = child(properties, "sectPr") is not None
    if begins:
        yield PageEnd()
    if text.strip():
        yield Paragraph(element, text.strip("\n"))
    if ends or (not begins and _breaks(element)):
        yield PageEnd()


def _breaks_first(element: "Element") -> bool:
    """Whether a page is ended before the first text."""
    for each in element.iter():
        if name_of(each) in _TEXTS:
            return False
        if _is_page_break(each):
            return True
    return False


def _breaks(element: "Element") -> bool:
    return any(_is_page_break(each) for each in element.iter())


def _is_page_break(element: "Element") -> bool:
    return name_of(element) == "br" and value_of(element, "type") == "page"


def _is_frame(table: "Element") -> bool:
    """Whether each of its cells that holds something holds a table: a person sees those inside."""
    filled = [cell for cell in _cells(table) if says_something(cell)]
    return bool(filled) and all(
        any(name_of(each) == "tbl" for each in unwrapped(cell)) for cell in filled
    )


def _cells(table: "Element") -> "Iterator[Element]":
    for row in unwrapped(table):
        if name_of(row) == "tr":
            yield from (each for each in unwrapped(row) if name_of(each) == "tc")
