"""The text of paragraphs as a person sees it: ticks, fields, symbols, changes taken in."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from selfeval_tui.reader.symbols import in_symbols, is_symbols
from selfeval_tui.word.read.controls import OPEN, TICKED
from selfeval_tui.word.read.markup import (
    REMOVED,
    child,
    chosen_of,
    is_on,
    name_of,
    number_of,
    unwrapped,
    value_of,
)
from selfeval_tui.word.read.oddities import Oddities, Oddity

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LETTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_SILENT = frozenset(
    {"pPr", "rPr", "sdtPr", "instrText", "rt", "softHyphen", "delText", "delInstrText"}
)
"""What is no text: properties, the instructions of fields, sounds above a text."""
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_PICTURES = frozenset({"drawing", "pict", "object"})
_BOX_TEXT = "txbxContent"
_PICTURE_PARTS = frozenset({"other:pic", "other:imagedata", "other:OLEObject", "other:chart"})


@frozen
class Shown:
    """How a document's texts are to be read."""

    said: "Mapping[Element, str]"
    """What the texts of its controls stand for."""
    met: Oddities = Factory(Oddities)
    """Takes what is there besides plain text."""


def text_of(blocks: "Iterable[Element]", origin: str, shown: Shown) -> str:
    """The text of paragraphs and tables, one below the other.

    Args:
        blocks: What stands in a cell, out of its wrappers.
        origin: Where, for the notices.
        shown: How the document is to be read.
    """
    reader = _Reader(origin, shown)
    lines: list[str] = []
    before = ""
    for block in blocks:
        match name_of(block):
            case "p":
                lines.append(reader.paragraph(block))
            case "tbl":
                reader.meet(Oddity.NESTED)
                lines.append(_table_text(block, origin, shown))
            case "altChunk":
                reader.meet(Oddity.FOREIGN)
        before, last = name_of(block), before
    if lines[-1:] == [""] and last == "tbl":
        # The paragraph that must follow a table in a cell says nothing.
        lines.pop()
    return "\n".join(lines)


def _table_text(table: "Element", origin: str, shown: Shown) -> str:
    rows = (each for each in unwrapped(table) if name_of(each) == "tr")
    cells = ((each for each in unwrapped(row) if name_of(each) == "tc") for row in rows)
    return "\n".join(
        "\t".join(text_of(unwrapped(cell), origin, shown) for cell in row) for row in cells
    )


@define
class _Reader:
    """Reads the paragraphs of one cell: a field may begin in one and end in another."""

    _origin: str
    _shown: Shown
    _parts: list[str] = Factory(list)
    _fields: list[bool] = Factory(list)
    """For each field that is open, whether its result has begun."""
    _instructions: int = 0
    """How many of them are still at their instruction."""

    def meet(self, oddity: Oddity) -> None:
        """Note what is there besides plain text."""
        self._shown.met.meet(oddity, self._origin)

    def paragraph(self, element: "Element") -> str:
        """The text of the next paragraph."""
        properties = child(element, "pPr")
        if number_of(child(properties, "numPr", "numId")):
            self.meet(Oddity.NUMBERED)
        self._parts = []
        self._walk(element, "")
        return "".join(self._parts)

    def _walk(self, element: "Element", font: str) -> None:
        for each in element:
            name = name_of(each)
            step = _STEPS.get(name)
            if step is not None:
                step(self, each, font)
            elif name in _LETTERS:
                self._say(_LETTERS[name])
            elif name in REMOVED:
                self.meet(Oddity.CHANGED)
            elif name in _NOTES:
                self.meet(Oddity.NOTE)
            elif name in _PICTURES:
                self._picture(each)
            elif name not in _SILENT:
                self._walk(each, font)

    def _say(self, text: str) -> None:
        if not self._instructions:
            self._parts.append(text)

    def inserted(self, element: "Element", font: str) -> None:
        """What somebody inserted while changes were tracked."""
        self.meet(Oddity.CHANGED)
        self._walk(element, font)

    def run(self, element: "Element", _font: str) -> None:
        """Text of one look."""
        look = child(element, "rPr")
        if is_on(child(look, "vanish")):
            self.meet(Oddity.HIDDEN)
        fonts = child(look, "rFonts")
        self._walk(element, value_of(fonts, "ascii") or value_of(fonts, "hAnsi"))

    def text(self, element: "Element", font: str) -> None:
        """A piece of text, or what a control says in its place."""
        self._in_font(font, self._shown.said.get(element, element.text or ""))

    def symbol(self, element: "Element", _font: str) -> None:
        """A letter of a font of symbols."""
        if element in self._shown.said:
            self._say(self._shown.said[element])
            return
        try:
            letter = chr(int(value_of(element, "char"), 16))
        except (ValueError, OverflowError):
            letter = "\uf000"
        self._in_font(value_of(element, "font"), letter)

    def _in_font(self, font: str, text: str) -> None:
        if not is_symbols(font) and text.isascii():
            self._say(text)
            return
        seen = in_symbols(font, text)
        if seen is None:
            self.meet(Oddity.SYMBOL)
            seen = "".join(filter(None, (in_symbols(font, letter) for letter in text)))
        self._say(seen)

    def field(self, element: "Element", _font: str) -> None:
        """The instruction of a field is no text; its result is."""
        match value_of(element, "fldCharType"):
            case "begin":
                self._form_field(child(element, "ffData"))
                self._fields.append(False)
                self._instructions += 1
            case "separate" if self._fields and not self._fields[-1]:
                self._fields[-1] = True
                self._instructions -= 1
            case "end" if self._fields:
                self._instructions -= not self._fields.pop()

    def _form_field(self, data: "Element | None") -> None:
        """The old boxes to tick and lists to choose from have no text for their state."""
        box, choice = child(data, "checkBox"), child(data, "ddList")
        if box is not None:
            state = child(box, "checked")
            on = is_on(state) if state is not None else is_on(child(box, "default"))
            self._say(TICKED if on else OPEN)
        elif choice is not None:
            state = child(choice, "result")
            chosen = number_of(state if state is not None else child(choice, "default"))
            entries = [value_of(each) for each in choice if name_of(each) == "listEntry"]
            self._say(entries[chosen] if chosen < len(entries) else "")

    def alternatives(self, element: "Element", font: str) -> None:
        """One of two contents that say the same."""
        chosen = chosen_of(element)
        if chosen is not None:
            self._walk(chosen, font)

    def _picture(self, element: "Element") -> None:
        inside = {name_of(each) for each in element.iter()}
        if _BOX_TEXT in inside:
            self.meet(Oddity.TEXT_BOX)
        if inside & _PICTURE_PARTS:
            self.meet(Oddity.PICTURE)


_STEPS: dict[str, Callable[[_Reader, "Element", str], None]] = {
    "r": _Reader.run,
    "t": _Reader.text,
    "m:t": _Reader.text,
    "sym": _Reader.symbol,
    "fldChar": _Reader.field,
    "ins": _Reader.inserted,
    "moveTo": _Reader.inserted,
    "mc:AlternateContent": _Reader.alternatives,
}
