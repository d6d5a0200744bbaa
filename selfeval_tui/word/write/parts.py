"""The parts of a document beside its text, each as short as it may be: nothing of anybody else."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from selfeval_tui.layout.paper import FACES, Face
from selfeval_tui.spec.model import Align, Font
from selfeval_tui.word.write.text import HALF_POINT, style_id, style_name

MAIN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_BODY = FACES[Font.BODY]
_MARGIN_SIZES = {Align.RIGHT: 12.0, Align.CENTER: 10.0}
"""Of the word at the head of a page, and of the number at its foot."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OWN = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OWN_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_NO_AIR = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>'
"""Nothing is put between Chinese and digits: 附件1-3, 12次."""


def styles(title_font: str) -> str:
    """The few styles that are used.

    Args:
        title_font: The face of titles.
    """
    named = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId={quoteattr(style_id(font))}>'
        f"<w:name w:val={quoteattr(style_name(font))}/>"
        f'<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{_face(face, title_font if font is Font.TITLE else face.name)}</w:rPr></w:style>"
        for font, face in FACES.items()
    )
    return (
        f"<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr>{_face(_BODY, _BODY.name)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{_NO_AIR}</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/></w:style>'
        f"{named}</w:styles>"
    )


def _face(face: Face, name: str) -> str:
    quoted = quoteattr(name)
    size = round(face.size * HALF_POINT)
    return (
        f"<w:rFonts w:ascii={quoted} w:hAnsi={quoted} w:eastAsia={quoted} w:cs={quoted}/>"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def settings() -> str:
    """That the document is one of today's, so that no program opens it in an old way."""
    return (
        f'<w:settings {MAIN}><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def fonts(title_font: str) -> bytes:
    """What stands for a face that a computer lacks: another Chinese one."""
    names = {face.name for face in FACES.values()} | {title_font}
    listed = "".join(
        f"<w:font w:name={quoteattr(name)}>{_other(name)}"
        '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name in sorted(names)
    )
    return f"{_HEAD}<w:fonts {MAIN}>{listed}</w:fonts>".encode()


def _other(name: str) -> str:
    return "" if name == _BODY.name else f"<w:altName w:val={quoteattr(_BODY.name)}/>"


def header(text: str) -> str:
    """The head of a page; empty where it says nothing."""
    said = (_said(text),) if text else ()
    return f"<w:hdr {MAIN}>{_margin_line(Align.RIGHT, *said)}</w:hdr>"


def footer(*, numbered: bool) -> str:
    """The foot of a page, with its number or without."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    said = (_said("— "), field, _said(" —")) if numbered else ()
    return f"<w:ftr {MAIN}>{_margin_line(Align.CENTER, *said)}</w:ftr>"


def _said(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _margin_line(align: Align, *runs: str) -> str:
    size = f'<w:sz w:val="{round(_MARGIN_SIZES[align] * HALF_POINT)}"/>'
    sized = "".join(runs).replace("<w:r>", f"<w:r><w:rPr>{size}</w:rPr>")
    return f'<w:p><w:pPr><w:jc w:val="{align.value}"/></w:pPr>{sized}</w:p>'


def own_properties(properties: Iterable[tuple[str, str]]) -> bytes:
    """The part of the document's own properties."""
    listed = "".join(
        f'<property fmtid="{_OWN_ID}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(said)}</vt:lpwstr></property>"
        for number, (name, said) in enumerate(properties, start=2)
    )
    return f'{_HEAD}<Properties xmlns="{_OWN}" xmlns:vt="{_TYPES}">{listed}</Properties>'.encode()
