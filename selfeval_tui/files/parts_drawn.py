"""What is drawn over a page: text boxes, pictures, lines, controls."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from selfeval_tui.files.parts_names import DRAWN


def drawn_in(root: ET.Element) -> Iterator[str]:
    """What is drawn; one of two ways to draw the same thing counts."""
    for each in root:
        if local_name(each) == "Fallback":
            continue
        if local_name(each) in DRAWN:
            yield DRAWN[local_name(each)]
        yield from drawn_in(each)


def local_name(element: ET.Element) -> str:
    """Its tag without the namespace."""
    return element.tag.rpartition("}")[2]
