"""The looks and the strings of a workbook (.xlsx)."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from selfeval_tui.excel.grid.build import Look
from selfeval_tui.excel.grid.format import BUILTINS, GENERAL, MOST_FORMATS
from selfeval_tui.excel.grid.package import elements, tree
from selfeval_tui.reader.archive import UnfitError
from selfeval_tui.text import strip_controls

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST = 7 * 32_767
"""Characters of a string, each of which may be escaped; a cell takes no more."""
_STRING = "}si"
_SPREAD = frozenset({"distributed", "justify"})
"""How lines fill a cell's height; earlier versions of this program wrote the second."""


def looks_of(archive: ZipFile, part: str) -> tuple[Look, ...]:
    """The looks by their numbers.

    Args:
        archive: The workbook.
        part: Its styles; without a name it has none.

    Raises:
        UnfitError: It has more number formats than any such workbook.
    """
    if not part:
        return ()
    root = tree(archive, part)
    codes = dict(BUILTINS)
    for each in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(each.get("numFmtId", "0"))] = each.get("formatCode", GENERAL)
        if len(codes) > MOST_FORMATS:
            raise UnfitError("里的单元格样式太多")
    return tuple(_looks(root, codes))


def _looks(root: ET.Element, codes: dict[int, str]) -> Iterator[Look]:
    for each in root.iterfind("{*}cellXfs/{*}xf"):
        alignment = each.find("{*}alignment")
        spread = alignment is not None and alignment.get("vertical") in _SPREAD
        yield Look(codes.get(int(each.get("numFmtId", "0")), GENERAL), spread)


def strings_of(archive: ZipFile, part: str) -> list[str]:
    """The shared strings by their numbers; without a part there are none."""
    strings = []
    for node in elements(archive, part) if part else ():
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

    Raises:
        UnfitError: It is longer than a cell can hold.
    """
    if len(text) > _LONGEST:
        raise UnfitError("里有一格文字太长")
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return strip_controls(text)
