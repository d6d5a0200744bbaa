"""The tags of a document by short names, whichever of the two standards it was written in.

Works on the elements of `xml.etree` and on those of lxml.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES = {
    _MAIN: "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_OTHER = "other:"
_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_NUMBER = 9


@lru_cache(maxsize=1024)
def _short(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(space[1:], _OTHER)}{local}"


def name_of(element: "Element") -> str:
    """Its tag: `tc` for a cell, `w14:checkbox`, `mc:Choice`, `m:t`, `other:pic`; empty for none."""
    # lxml gives comments and instructions a function for a tag.
    tag: object = element.tag
    return _short(tag) if isinstance(tag, str) else ""


def value_of(element: "Element | None", name: str = "val") -> str:
    """One of its values by its name without namespace; empty where it is not said."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def number_of(element: "Element | None", name: str = "val") -> int:
    """A whole number; 0 where none is said, or none that anybody could mean."""
    said = value_of(element, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER else 0


def child(element: "Element | None", *path: str) -> "Element | None":
    """The first child by its short name, and so on along a path."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if name_of(each) == name), None)
    return element


def children(element: "Element | None", name: str) -> "Iterator[Element]":
    """The children of a short name; none of nothing."""
    if element is not None:
        yield from (each for each in element if name_of(each) == name)


def is_on(element: "Element | None") -> bool:
    """Whether a switch such as `vanish` is there and on."""
    return element is not None and value_of(element).lower() not in _OFF


_TEXTS = frozenset({"t", "sym", "m:t"})


def says_something(element: "Element") -> bool:
    """Whether any text stands inside."""
    return any(name_of(each) in _TEXTS and (each.text or "").strip() for each in element.iter())


_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "mc:AlternateContent"}
)
REMOVED = frozenset({"del", "moveFrom"})
"""What somebody deleted or moved away while changes were tracked (修订)."""


def unwrapped(element: "Element") -> Iterator["Element"]:
    """The children, with those of controls, insertions and alternatives in their place."""
    for each in element:
        name = name_of(each)
        if name == "mc:AlternateContent":
            chosen = chosen_of(each)
            if chosen is not None:
                yield from unwrapped(chosen)
        elif name in _WRAPPERS:
            yield from unwrapped(each)
        elif name not in REMOVED:
            yield each


def chosen_of(alternatives: "Element") -> "Element | None":
    """One of two contents that say the same."""
    return next(
        (each for each in alternatives if name_of(each) in {"mc:Choice", "mc:Fallback"}), None
    )
