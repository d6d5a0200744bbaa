"""Changes the text of a document's cell in place; runs, boxes and symbols keep their look."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from attrs import define

from selfeval_tui.reader.fill.filling import Edit
from selfeval_tui.reader.fill.symbols import as_symbols
from selfeval_tui.reader.symbols import in_symbols, is_symbols
from selfeval_tui.word.read.controls import OPEN, TICKED
from selfeval_tui.word.read.markup import child, is_on, name_of, unwrapped, value_of

Node = Any
"""An element of lxml."""

_SKIPPED = frozenset({"pPr", "rPr", "sdtPr", "instrText", "rt", "softHyphen", "del", "moveFrom"})
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DONE = frozenset("☑√✓✔■☒●")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@define
class Letters:
    """A piece of a cell's text, with what shows it."""

    node: Node
    text: str
    kind: str
    """`text`, `symbol`, `fixed` (a tab or line end), `box` and `form` (to tick), `prompt`."""
    font: str = ""
    start: int = 0

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)


def edit(cell: Node, shown: str, edits: Sequence[Edit]) -> bool:
    """Replace parts of a cell's text.

    Args:
        cell: The `w:tc`, or a `w:p` outside of tables.
        shown: The text that the edits are about.
        edits: What to replace.

    Returns:
        Whether it was done; not where the cell shows another text than its pieces say.
    """
    letters = list(_letters_of(cell))
    place = 0
    for piece in letters:
        piece.start = place
        place = piece.end
    if "".join(piece.text for piece in letters) != shown:
        return False
    for each in sorted(edits, key=lambda one: one.start, reverse=True):
        _apply(cell, letters, each)
    return True


def set_text(cell: Node, text: str) -> None:
    """Give a cell another text in the look of its first run; each line is a paragraph."""
    paragraphs = list(_paragraphs(cell)) or [_new_paragraph(cell)]
    first, *others = paragraphs
    for each in others:
        each.getparent().remove(each)
    lines = text.split("\n")
    control = next((each for each in first if name_of(each) == "sdt"), None)
    if control is not None and len(lines) == 1 and _set_control(control, text):
        return
    look = _look(first)
    for each in list(first):
        if name_of(each) not in {"pPr", "bookmarkStart", "bookmarkEnd"}:
            first.remove(each)
    last = first
    for line in lines[1:]:
        copied = deepcopy(first)
        without_marks(copied)
        _add_run(copied, look, line)
        last.addnext(copied)
        last = copied
    _add_run(first, look, lines[0])


def without_marks(element: Node) -> None:
    """Take from a copy what must be there only once: bookmarks, ids of paragraphs and controls."""
    for each in list(element.iter()):
        if name_of(each) in {"bookmarkStart", "bookmarkEnd"} or (
            name_of(each) == "id" and name_of(each.getparent()) == "sdtPr"
        ):
            each.getparent().remove(each)
            continue
        for key in [key for key in each.attrib if key.endswith(("}paraId", "}textId"))]:
            del each.attrib[key]


def _paragraphs(cell: Node) -> Iterator[Node]:
    if name_of(cell) == "p":
        yield cell
    else:
        yield from (each for each in unwrapped(cell) if name_of(each) == "p")


def _letters_of(cell: Node) -> Iterator[Letters]:
    for number, paragraph in enumerate(_paragraphs(cell)):
        if number:
            yield Letters(None, "\n", "fixed")
        yield from _walk(paragraph, "")


def _walk(element: Node, font: str) -> Iterator[Letters]:
    for each in element:
        name = name_of(each)
        if name == "t":
            text = each.text or ""
            seen = in_symbols(font, text) if is_symbols(font) else text
            yield Letters(each, text if seen is None else seen, "text", font)
        elif name == "sym":
            yield _symbol(each)
        elif name in _FIXED:
            yield Letters(each, _FIXED[name], "fixed")
        elif name == "fldChar":
            box = child(each, "ffData", "checkBox")
            if box is not None:
                yield Letters(box, TICKED if _is_checked(box) else OPEN, "form")
        elif name == "sdt":
            yield from _control(each)
        elif name == "r":
            fonts = child(each, "rPr", "rFonts")
            yield from _walk(each, value_of(fonts, "ascii") or value_of(fonts, "hAnsi"))
        elif name not in _SKIPPED:
            yield from _walk(each, font)


def _symbol(element: Node) -> Letters:
    font = value_of(element, "font")
    code = value_of(element, "char")
    letter = chr(int(code, 16)) if code else ""
    return Letters(element, in_symbols(font, letter) or "", "symbol", font)


def _control(control: Node) -> Iterator[Letters]:
    properties = child(control, "sdtPr")
    box = child(properties, "w14:checkbox")
    if box is not None:
        on = is_on(child(box, "w14:checked"))
        yield Letters(control, TICKED if on else OPEN, "box")
    elif is_on(child(properties, "showingPlcHdr")):
        yield Letters(control, "", "prompt")
    else:
        content = child(control, "sdtContent")
        if content is not None:
            yield from _walk(content, "")


def _is_checked(box: Node) -> bool:
    state = child(box, "checked")
    return is_on(state) if state is not None else is_on(child(box, "default"))


def _apply(cell: Node, letters: Sequence[Letters], edit: Edit) -> None:
    if edit.start == edit.end:
        touched = [
            each
            for each in letters
            if each.kind in {"text", "prompt"} and each.start <= edit.start <= each.end
        ][:1]
    else:
        touched = [each for each in letters if each.start < edit.end and each.end > edit.start]
    if not touched:
        _append(cell, edit.text)
        return
    text = edit.text
    for piece in touched:
        head = piece.text[: max(0, edit.start - piece.start)]
        tail = piece.text[max(0, edit.end - piece.start) :]
        _set(piece, head + text + tail)
        text = ""


def _set(piece: Letters, text: str) -> None:
    piece.text = text
    match piece.kind:
        case "text":
            _set_lines(piece.node, as_symbols(piece.font, text, piece.node.text or ""))
        case "symbol":
            _set_symbol(piece, text)
        case "box":
            _set_box(piece.node, on=text in _DONE)
        case "form":
            _set_form(piece.node, on=text in _DONE)
        case "prompt":
            _set_control(piece.node, text)
        case _ if piece.node is not None and not text:
            piece.node.getparent().remove(piece.node)


def _set_lines(node: Node, text: str) -> None:
    first, *others = text.split("\n")
    node.text = first
    node.set(_SPACE, "preserve")
    last = node
    for line in others:
        for each in (_made("w:br"), _text(line)):
            last.addnext(each)
            last = each


def _set_symbol(piece: Letters, text: str) -> None:
    letter = as_symbols(piece.font, text, "\uf000")
    if len(letter) == 1 and letter != text:
        _put(piece.node, "w:char", f"{ord(letter):04X}")
    else:
        piece.node.getparent().replace(piece.node, _text(text))


def _set_box(control: Node, *, on: bool) -> None:
    """Tick a control, and show the glyph that its author chose."""
    box = child(child(control, "sdtPr"), "w14:checkbox")
    state = child(box, "w14:checked")
    if state is not None:
        for key in state.attrib:
            state.set(key, "1" if on else "0")
    shows = child(box, "w14:checkedState" if on else "w14:uncheckedState")
    glyph = chr(int(value_of(shows) or ("2611" if on else "2610"), 16))
    content: Node = child(control, "sdtContent")
    texts = [each for each in content.iter() if name_of(each) in {"t", "sym"}]
    for each in texts[:1]:
        if name_of(each) == "sym":
            _put(each, "w:char", f"{ord(glyph):04X}")
        else:
            each.text = glyph


def _set_form(box: Node, *, on: bool) -> None:
    state = child(box, "checked")
    if state is None:
        state = _made("w:checked")
        box.append(state)
    _put(state, "w:val", "1" if on else "0")


def _set_control(control: Node, text: str) -> bool:
    """Write into a control for text; its prompt goes, and with it the prompt's grey."""
    content: Node = child(control, "sdtContent")
    run: Node = next((each for each in content.iter() if name_of(each) == "r"), None)
    properties: Node = child(control, "sdtPr")
    if run is None or child(properties, "w14:checkbox") is not None:
        return False
    prompt = child(properties, "showingPlcHdr")
    look: Node = child(run, "rPr")
    if prompt is not None:
        properties.remove(prompt)
        style = child(look, "rStyle")
        if style is not None:
            look.remove(style)
    for each in [one for one in content.iter() if name_of(one) == "r" and one is not run]:
        each.getparent().remove(each)
    for each in [one for one in run if one is not look]:
        run.remove(each)
    node = _text("")
    run.append(node)
    _set_lines(node, text)
    return True


def _append(cell: Node, text: str) -> None:
    """Write behind everything, in the look of the last run."""
    paragraph = ([*_paragraphs(cell)] or [_new_paragraph(cell)])[-1]
    runs = [each for each in paragraph.iter() if name_of(each) == "r"]
    look = child(runs[-1], "rPr") if runs else None
    _add_run(paragraph, _look(paragraph) if look is None else look, text)


def _look(paragraph: Node) -> Node | None:
    """How the first run of a paragraph looks; that of its mark where it has none."""
    runs: Iterable[Node] = (each for each in paragraph.iter() if name_of(each) == "r")
    run = next(iter(runs), None)
    look = child(run, "rPr") if run is not None else child(paragraph, "pPr", "rPr")
    return None if look is None else deepcopy(look)


def _add_run(paragraph: Node, look: Node | None, text: str) -> None:
    if not text:
        return
    run = _made("w:r")
    if look is not None:
        run.append(deepcopy(look))
    node = _text("")
    run.append(node)
    _set_lines(node, text)
    paragraph.append(run)


def _new_paragraph(cell: Node) -> Node:
    paragraph = _made("w:p")
    cell.append(paragraph)
    return paragraph


def _text(text: str) -> Node:
    node = _made("w:t")
    node.text = text
    node.set(_SPACE, "preserve")
    return node


def _made(tag: str) -> Node:
    from docx.oxml import OxmlElement

    return OxmlElement(tag)


def _put(node: Node, name: str, value: str) -> None:
    from docx.oxml.ns import qn

    node.set(qn(name), value)
