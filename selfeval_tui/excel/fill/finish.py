"""The last touches to a filled workbook: what the library wrote otherwise, and dates that stay."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from selfeval_tui.excel.fill.package import sheet_parts
from selfeval_tui.sheet import DEMO
from selfeval_tui.store.pack import pack

CORE = "docProps/core.xml"
_MARGINS = re.compile(r"<headerFooter\b(?:[^>]*/>|.*?</headerFooter>)", re.DOTALL)
_BEFORE_MARGINS = re.compile(r"<page(?:Setup|Margins)\b[^>]*/>")
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(?=<)")
_SETS_OF_PAGES = ("oddHeader", "evenHeader", "firstHeader")


def finish(
    data: bytes,
    template: bytes,
    values: Mapping[tuple[str, str], str],
    demos: frozenset[str],
    created: datetime,
) -> bytes:
    """The workbook as it goes out; the same input gives the same bytes.

    Args:
        data: What the library wrote.
        template: The workbook it was made from.
        values: By sheet and cell, what formulas of the template show until they are computed.
        demos: The sheets that say on every page that they are a 示例.
        created: The date that the file states as its last change.
    """
    with ZipFile(BytesIO(data)) as archive, ZipFile(BytesIO(template)) as before:
        parts = {name: archive.read(name) for name in archive.namelist()}
        originals = sheet_parts(before)
        for name, part in sheet_parts(archive).items():
            text = parts[part].decode()
            if name in originals:
                text = _with_margins(text, before.read(originals[name]).decode("utf-8", "replace"))
            if name in demos:
                text = _marked(text)
            own = {cell: value for (sheet, cell), value in values.items() if sheet == name}
            parts[part] = _with_values(text, own).encode()
    if CORE in parts:
        stated = rf"\g<1>{created:%Y-%m-%dT%H:%M:%SZ}"
        parts[CORE] = _MODIFIED.sub(stated, parts[CORE].decode()).encode()
    return pack(parts, created)


def _with_margins(text: str, original: str) -> str:
    """The header and footer to the letter: the library reads only plain ones without loss."""
    kept = _MARGINS.search(original)
    if kept is None:
        return text
    if _MARGINS.search(text):
        return _MARGINS.sub(lambda _: kept[0], text, count=1)
    return _with_new_margins(text, kept[0])


def _marked(text: str) -> str:
    """示例 at the right of each page's header."""
    found = _MARGINS.search(text)
    margins = found[0] if found else ""
    for name in _sets_of(margins):
        header = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", margins, re.DOTALL)
        if header is None:
            mark = f"<{name}>&amp;R{DEMO}</{name}>"
            margins = _first_inside(margins, name, mark)
        else:
            left, right, rest = header[1].partition("&amp;R")
            said = f"{left}&amp;R{DEMO}{' ' if right else ''}{rest}"
            margins = margins.replace(header[0], f"<{name}>{said}</{name}>", 1)
    if found:
        return f"{text[: found.start()]}{margins}{text[found.end() :]}"
    return _with_new_margins(text, margins)


def _with_new_margins(text: str, margins: str) -> str:
    """Put a header and footer at their place in the order of the format."""
    place = max((each.end() for each in _BEFORE_MARGINS.finditer(text)), default=0)
    return f"{text[:place]}{margins}{text[place:]}" if place else text


def _sets_of(margins: str) -> Iterator[str]:
    yield _SETS_OF_PAGES[0]
    if 'differentOddEven="1"' in margins:
        yield _SETS_OF_PAGES[1]
    if 'differentFirst="1"' in margins:
        yield _SETS_OF_PAGES[2]


def _first_inside(margins: str, name: str, mark: str) -> str:
    """Put a header in front of what comes after it in the order of the format."""
    if not margins:
        return f"<headerFooter>{mark}</headerFooter>"
    if margins.endswith("/>") and "</" not in margins:
        return f"{margins[:-2]}>{mark}</headerFooter>"
    order = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    for later in order[order.index(name) + 1 :]:
        place = margins.find(f"<{later}")
        if place >= 0:
            return f"{margins[:place]}{mark}{margins[place:]}"
    return margins.replace("</headerFooter>", f"{mark}</headerFooter>")


def _with_values(text: str, values: Mapping[str, str]) -> str:
    """Formulas with their values, for programs that show a workbook without computing it."""
    for cell, value in values.items():
        formula = rf'(<c r="{cell}"[^>]*><f[^>]*>[^<]*</f>)<v\s*(?:/>|></v>)'
        text = re.sub(formula, rf"\g<1><v>{escape(value)}</v>", text)
    return text
