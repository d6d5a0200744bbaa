"""Writes layouts into a document with python-docx, which is imported on first use only."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from selfeval_tui.layout.box import Layout
from selfeval_tui.layout.marks import CODE, marks_of
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.problems import ExportError
from selfeval_tui.store.pack import pack
from selfeval_tui.word.write.body import body
from selfeval_tui.word.write.cells import tables_of
from selfeval_tui.word.write.parts import fonts, own_properties, settings, styles

if TYPE_CHECKING:
    from docx.document import Document

_TEXT_PARTS = frozenset({"styles", "settings"})
_FILE_PARTS = frozenset({"officeDocument", "core-properties"})
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONTS = "/word/fontTable.xml"
_FONTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_OWN = "/docProps/custom.xml"
_OWN_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SAID = (
    "author", "category", "comments", "content_status", "identifier", "keywords", "language",
    "last_modified_by", "subject", "title", "version",
)  # fmt: skip
"""What a document may say of itself, and ours does not."""
_UNFIT = "有一格里有 Word 文件存不下的字符，没有导出。请重新录入那一格。"


def write_document(layouts: Sequence[Layout], options: ExportOptions, created: datetime) -> bytes:
    """A document with each layout on pages of its own; the same input gives the same bytes.

    Args:
        layouts: The sheets in their order, from `lay_out_uncut`.
        options: Page numbers and the face of titles.
        created: The date that the file states; nothing else is said about who made it and where.

    Raises:
        ExportError: A text could not be written; nothing is ever cut silently.
    """
    from docx import Document

    document = Document()
    _forget(document, created)
    _replace(document.styles.element, styles(options.title_font))
    _replace(document.settings.element, settings())
    _write_body(document, layouts, options)
    _add_part(document.part, _FONTS, _FONTS_TYPE, "fontTable", fonts(options.title_font))
    own = own_properties(_own_of(layouts))
    _add_part(document.part.package, _OWN, _OWN_TYPE, "custom-properties", own)
    data = BytesIO()
    document.save(data)
    with ZipFile(data) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()}, created)


def _forget(document: "Document", created: datetime) -> None:
    """Remove what the library's template says and holds of its own."""
    said = document.core_properties
    for name in _SAID:
        setattr(said, name, "")
    said.created = said.modified = created
    said.revision = 1
    package = document.part.package
    assert package is not None
    for relations, kept in ((document.part.rels, _TEXT_PARTS), (package.rels, _FILE_PARTS)):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] not in kept:
                del relations[name]


def _write_body(document: "Document", layouts: Sequence[Layout], options: ExportOptions) -> None:
    # The library says nothing of the types of these two.
    part: Any = document.part
    adding = {"header": part.add_header_part, "footer": part.add_footer_part}

    def add(kind: str, markup: str) -> str:
        margin, relation = adding[kind]()
        _replace(margin.element, markup)
        return str(relation)

    try:
        _replace(document.element.body, body(layouts, options, add))
    except SyntaxError as error:
        raise ExportError(_UNFIT) from error


def _replace(element: Any, markup: str) -> None:  # noqa: ANN401 - An element of lxml.
    """Put other contents into the root of a part."""
    from docx.oxml import parse_xml

    for each in list(element):
        element.remove(each)
    element.extend(list(parse_xml(markup)))


def _add_part(owner: Any, name: str, kind: str, relation: str, data: bytes) -> None:  # noqa: ANN401 - A part, or the package.
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    owner.relate_to(Part(PackURI(name), kind, data), f"{_RELATIONS}/{relation}")


def _own_of(layouts: Sequence[Layout]) -> Iterator[tuple[str, str]]:
    """Form, year and 校验码 of each sheet, by the number of its first table."""
    tables = 0
    for layout in layouts:
        name = f"表{tables + 1}"
        tables += len(tables_of(layout))
        yield from marks_of(layout, name)
        if layout.code:
            yield f"{CODE} {name}", layout.code
