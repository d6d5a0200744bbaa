"""A workbook as WPS sometimes writes it: a wrong dimension, texts in pieces or in their cells."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from tests.files.foreign.language import Box, Page, value

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = "application/vnd.openxmlformats-package.relationships+xml"
_KINDS = {
    "workbook": "sheet.main",
    "worksheets/sheet1": "worksheet",
    "styles": "styles",
    "sharedStrings": "sharedStrings",
}
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_RELATION}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for part, kind in _KINDS.items()
    )
    + "</Types>"
)
_BOOK = (
    f'<workbook {_MAIN} xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_STYLES = (
    f'<styleSheet {_MAIN}><fonts count="1"><font><sz val="11"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


def raw_workbook(drawn: Page, path: Path) -> Path:
    """Write the parts of an .xlsx file by hand."""
    cells: dict[int, list[str]] = {}
    merges: list[str] = []
    strings: list[str] = []
    for box in drawn.boxes:
        cells.setdefault(box.row, []).append(_cell(box, strings))
        if (box.rows, box.cols) != (1, 1):
            last = f"{get_column_letter(box.col + box.cols)}{box.row + box.rows}"
            merges.append(f'<mergeCell ref="{_place(box)}:{last}"/>')
    rows = "".join(f'<row r="{row + 1}">{"".join(each)}</row>' for row, each in cells.items())
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _relations(
            {
                "worksheet": "worksheets/sheet1.xml",
                "sharedStrings": "sharedStrings.xml",
                "styles": "styles.xml",
            }
        ),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{''.join(strings)}</sst>",
        "xl/worksheets/sheet1.xml": f'<worksheet {_MAIN}><dimension ref="A1"/>'
        f"<sheetData>{rows}</sheetData><mergeCells>{''.join(merges)}</mergeCells></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return path


def _place(box: Box) -> str:
    return f"{get_column_letter(box.col + 1)}{box.row + 1}"


def _cell(box: Box, strings: list[str]) -> str:
    stored = value(box.text)
    if stored:
        style = ' s="1"' if "%" in stored.format else ""
        return f'<c r="{_place(box)}"{style}><v>{stored.stored}</v></c>'
    if box.col % 2:
        inline = f'<is><t xml:space="preserve">{escape(box.text)}</t></is>'
        return f'<c r="{_place(box)}" t="inlineStr">{inline}</c>'
    half = len(box.text) // 2
    pieces = "".join(
        f'<r><t xml:space="preserve">{escape(each)}</t></r>'
        for each in (box.text[:half], box.text[half:])
        if each
    )
    strings.append(f'<si>{pieces}<rPh sb="0" eb="1"><t>ルビ</t></rPh></si>')
    return f'<c r="{_place(box)}" t="s"><v>{len(strings) - 1}</v></c>'


def _relations(targets: dict[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
