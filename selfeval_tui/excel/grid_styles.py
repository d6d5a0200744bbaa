"""The looks and the strings of a workbook (.xlsx)."""

import re
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

from selfeval_tui.excel.grid_build import Look
from selfeval_tui.excel.grid_format import BUILTINS, GENERAL
from selfeval_tui.text import strip_controls

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_STRING = "}si"


def looks_of(styles: bytes) -> tuple[Look, ...]:
    """The looks by their numbers, from the part `xl/styles.xml`."""
    root = ET.fromstring(styles)  # noqa: S314 - The archive was looked through.
    codes = dict(BUILTINS)
    for each in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(each.get("numFmtId", "0"))] = each.get("formatCode", GENERAL)
    return tuple(_looks(root, codes))


def _looks(root: ET.Element, codes: dict[int, str]) -> Iterator[Look]:
    for each in root.iterfind("{*}cellXfs/{*}xf"):
        alignment = each.find("{*}alignment")
        spread = alignment is not None and alignment.get("vertical") == "justify"
        yield Look(codes.get(int(each.get("numFmtId", "0")), GENERAL), spread)


def strings_of(part: IO[bytes]) -> list[str]:
    """The shared strings by their numbers."""
    strings = []
    for _, node in ET.iterparse(part):  # noqa: S314 - The archive was looked through.
        if node.tag.endswith(_STRING):
            strings.append(unescaped(joined(node)))
            node.clear()
    return strings


def joined(node: ET.Element) -> str:
    """The text of a string with all its runs, without the readings above it (拼音)."""
    parts = (*node.iterfind("{*}t"), *node.iterfind("{*}r/{*}t"))
    return "".join(part.text or "" for part in parts)


def unescaped(text: str) -> str:
    """A text to the letter, with plain line ends and without controls.

    `_x000D_` stands for what XML cannot hold, `_x005F_` for the first sign of a text that only
    looks like that.
    """
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return strip_controls(text)
