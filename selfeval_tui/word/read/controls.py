"""What the controls of a document (内容控件) say: those in a line and those around a cell."""

from typing import TYPE_CHECKING

from selfeval_tui.word.read.markup import child, is_on, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

TICKED, OPEN = "☑", "□"
_TEXTS = frozenset({"t", "sym"})


def said_by_controls(root: "Element") -> "dict[Element, str]":
    """The texts that stand for something else, with what they stand for.

    A box to tick is shown by a glyph of the author's choice; its state counts. The prompt of a
    control that nobody filled (单击此处输入文字) is no text.
    """
    said: dict[Element, str] = {}
    for control in root.iter():
        if name_of(control) != "sdt":
            continue
        properties = child(control, "sdtPr")
        box = child(properties, "w14:checkbox")
        if box is not None:
            mark = TICKED if is_on(child(box, "w14:checked")) else OPEN
        elif is_on(child(properties, "showingPlcHdr")):
            mark = ""
        else:
            continue
        for text in _texts(control):
            said[text], mark = mark, ""
    return said


def _texts(control: "Element") -> "Iterator[Element]":
    content = child(control, "sdtContent")
    if content is not None:
        yield from (each for each in content.iter() if name_of(each) in _TEXTS)
