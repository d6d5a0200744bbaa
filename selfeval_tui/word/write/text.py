"""Paragraphs of a document in its markup: texts to the letter, in lines of a fixed height."""

from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from selfeval_tui.layout.heights import LINE_FACTOR
from selfeval_tui.layout.paper import FACES
from selfeval_tui.spec.model import Align, Font

POINT = 20
"""A document measures in twentieths of a point."""
HALF_POINT = 2
"""Type is measured in halves."""
_STYLES = {Font.MARK: "附件号", Font.TITLE: "表名", Font.META: "表头说明", Font.BODY: "表内文字"}
_KEEP = "<w:keepNext/>"
_SPOKEN = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def style_name(font: Font) -> str:
    """What the style of a face is called in the document."""
    return _STYLES[font]


def style_id(font: Font) -> str:
    """By what paragraphs name the style."""
    return f"Sheet{font.value.capitalize()}"


@frozen
class Setting:
    """How paragraphs are set."""

    font: Font
    align: Align
    scale: float = 1.0
    """What is left of the height of lines on a page that is nearly full."""
    around: float = 0.0
    """Points above and below."""
    indent: int = 0
    """From both edges, in twentieths of a point."""
    keep: bool = False
    """Whether it stays with what is below."""


def paragraph(text: str, setting: Setting) -> str:
    """One paragraph; line ends inside it are kept as such.

    Args:
        text: Without characters that no XML may hold.
        setting: How it is set.
    """
    line = round(FACES[setting.font].size * LINE_FACTOR * setting.scale * POINT)
    air = round(setting.around * POINT)
    keep = _KEEP if setting.keep else ""
    indent = f'<w:ind w:left="{setting.indent}" w:right="{setting.indent}"/>'
    return (
        f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style_id(setting.font))}/>{keep}"
        f'<w:spacing w:before="{air}" w:after="{air}" w:line="{line}" w:lineRule="exact"/>'
        f"{indent if setting.indent else ''}"
        f'<w:jc w:val="{setting.align.value}"/></w:pPr>{_run(text)}</w:p>'
    )


def thin_paragraph(properties: str = "", *, keep: bool = False) -> str:
    """The paragraph that must stand below a table, as low as one may be.

    Args:
        properties: Markup to stand among its own.
        keep: Whether it stays with what is below.
    """
    return (
        f'<w:p><w:pPr>{_KEEP if keep else ""}<w:spacing w:line="{POINT}" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="{HALF_POINT}"/></w:rPr>{properties}</w:pPr></w:p>'
    )


def _run(text: str) -> str:
    if not text:
        return ""
    parts, piece = [], ""
    for letter in text:
        if letter in _SPOKEN:
            parts += [_letters(piece), _SPOKEN[letter]]
            piece = ""
        else:
            piece += letter
    return f"<w:r>{''.join([*parts, _letters(piece)])}</w:r>"


def _letters(piece: str) -> str:
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
