"""Drawn pages as the tables of a document that Word or WPS would have saved."""

import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from attrs import frozen

from tests.files.foreign.language import Box, Page

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TOKEN = re.compile(r"(\{[^}]+\}|\n)")
_MARK = '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体"/></w:rPr>'


@frozen
class Raw:
    """A piece of the body as it stands in the file."""

    xml: str


def document(parts: Sequence[str | Page | Raw], path: Path) -> Path:
    """Draw paragraphs and tables into a .docx file."""
    import docx
    from docx.oxml import parse_xml

    made = docx.Document()
    body = made.element.body
    for part in parts:
        drawn = parse_xml(_part(part))
        body.insert(len(body) - 1, drawn)
    made.save(str(path))
    return path


def _part(part: str | Page | Raw) -> str:
    if isinstance(part, Raw):
        return part.xml.replace(">", f" {_NAMES}>", 1)
    if isinstance(part, str):
        return f"<w:p {_NAMES}>{runs(part)}</w:p>"
    return table(part).replace("<w:tbl>", f"<w:tbl {_NAMES}>", 1)


def table(drawn: Page) -> str:
    """The XML of one table."""
    height = max(box.row + box.rows for box in drawn.boxes)
    width = max(box.col + box.cols for box in drawn.boxes)
    places = {
        (row, box.col): box for box in drawn.boxes for row in range(box.row, box.row + box.rows)
    }
    columns = "".join('<w:gridCol w:w="1200"/>' for _ in range(width))
    rows = "".join(_row(places, row, width, repeated=row < drawn.repeated) for row in range(height))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _row(places: dict[tuple[int, int], Box], row: int, width: int, *, repeated: bool) -> str:
    cells, col = [], 0
    while col < width:
        box = places.get((row, col), Box(row, col, 1, 1, ""))
        cells.append(_cell(box, first=box.row == row))
        col += box.cols
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if repeated else ""
    return f"<w:tr>{mark}{''.join(cells)}</w:tr>"


def _cell(box: Box, *, first: bool) -> str:
    span = f'<w:gridSpan w:val="{box.cols}"/>' if box.cols > 1 else ""
    merge = ""
    if box.rows > 1:
        merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    paragraphs = (box.text if first else "").split("¶")
    text = "".join(f"<w:p>{runs(each)}</w:p>" for each in paragraphs)
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{text}</w:tc>"


def runs(text: str) -> str:
    """The runs of a paragraph; ticks in braces become what Word makes of them."""
    return "".join(_run(part) for part in _TOKEN.split(text) if part)


def _run(part: str) -> str:
    if part == "\n":
        return "<w:r><w:br/></w:r>"
    if not _TOKEN.fullmatch(part):
        # Word cuts a sentence into runs wherever it was edited.
        middle = len(part) // 2
        return "".join(
            f'<w:r>{_MARK}<w:t xml:space="preserve">{escape(each)}</w:t></w:r>'
            for each in (part[:middle], part[middle:])
            if each
        )
    kind, _, rest = part[1:-1].partition(":")
    return _SPECIAL[kind](rest)


def _symbol(char: str) -> str:
    font, _, code = char.partition("/")
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def _content_control(on: str) -> str:
    glyph = "☒" if on == "1" else "☐"
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _form_field(on: str) -> str:
    checked = "<w:checked/>" if on == "1" else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/>'
        f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{checked}</w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText>'
        "</w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="甲"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def _inserted(text: str) -> str:
    return f'<w:ins w:id="2" w:author="甲"><w:r><w:t>{escape(text)}</w:t></w:r></w:ins>'


def _link(text: str) -> str:
    return f'<w:hyperlink w:anchor="a"><w:r><w:t>{escape(text)}</w:t></w:r></w:hyperlink>'


def _entered(text: str) -> str:
    """A text typed into a content control."""
    return (
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>"
        f"<w:r><w:t>{escape(text)}</w:t></w:r></w:sdtContent></w:sdt>"
    )


_SPECIAL = {
    "sym": _symbol,
    "sdt": _content_control,
    "field": _form_field,
    "del": _deleted,
    "ins": _inserted,
    "link": _link,
    "entered": _entered,
}
