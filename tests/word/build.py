"""Small documents in plain markup, so that every odd thing can be put into one."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from selfeval_tui.reader.grid import Grid
from selfeval_tui.word.read.grids import docx_grids

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PATH = Path("甲.docx")
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_OTHERS = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def document(body: str, *, main: str = MAIN, head: str = "") -> bytes:
    """A document's file with such a body."""
    return file_of({"word/document.xml": text_part(body, main=main, head=head)})


def text_part(body: str, *, main: str = MAIN, head: str = "") -> bytes:
    """The part of a document that holds its text."""
    whole = f'{head}<w:document xmlns:w="{main}" {_OTHERS}><w:body>{body}</w:body></w:document>'
    return whole.encode()


def file_of(parts: dict[str, bytes]) -> bytes:
    """A zip with these parts, and what says which of them is the text."""
    relations = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_TYPE}" '
        'Target="word/document.xml"/></Relationships>'
    )
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, part in {"_rels/.rels": relations.encode(), **parts}.items():
            archive.writestr(name, part)
    return data.getvalue()


def grids(body: str, *, main: str = MAIN) -> tuple[Grid, ...]:
    """What is read of a document with such a body."""
    read = docx_grids(document(body, main=main), PATH)
    assert isinstance(read, tuple), read
    return read


def grid(body: str) -> Grid:
    """The only grid of a document."""
    (only,) = grids(body)
    return only


def shown(of: Grid) -> list[str]:
    """The rows of a grid: each cell in its first place, `<` and `^` where it goes on."""
    covering = of.covering()
    rows = max((cell.end for cell in of.cells), default=0)
    cols = max((cell.right for cell in of.cells), default=0)
    lines = []
    for row in range(rows):
        texts = []
        for col in range(cols):
            cell = covering.get((row, col))
            if cell is None:
                texts.append("-")
            elif cell.row < row:
                texts.append("^")
            else:
                texts.append(cell.text if cell.col == col else "<")
        lines.append(" | ".join(texts))
    return lines


def run(text: str, look: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, look: str = "") -> str:
    """A paragraph of runs; a text without markup is one."""
    whole = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{whole}</w:p>"


def cell(*contents: str, look: str = "", width: int = 0) -> str:
    """A cell of texts and other blocks."""
    blocks = "".join(
        each if each.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else para(each)
        for each in contents or ("",)
    )
    wide = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    return f"<w:tc><w:tcPr>{wide}{look}</w:tcPr>{blocks}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    """A row of cells; a text is a cell."""
    whole = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{look}</w:trPr>{whole}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table of rows."""
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def span(count: int) -> str:
    """A cell over several columns."""
    return f'<w:gridSpan w:val="{count}"/>'


BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
