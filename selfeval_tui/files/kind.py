"""What a file is, by what is in it: names are often wrong, and some programs lie in them."""

import re
from codecs import getincrementaldecoder
from enum import Enum
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error

from selfeval_tui.excel.xls.compound import MAGIC, Compound, CompoundError
from selfeval_tui.reader.archive import MOST_PARTS

_AS_BOOK = "请用 WPS 或 Excel 打开它，另存为 .xlsx，再导入。"
_AS_DOCUMENT = "请用 WPS 或 Word 打开它，另存为 .docx，再导入。"
_AS_EITHER = "请用 WPS 或 Office 打开它，另存为 .xlsx（或 Word 文档 .docx），再导入。"
_READ = ""
"""Said of what is read."""


class FileKind(Enum):
    """What a file is; with each that is not read goes what is said of it and what to do."""

    XLSX = "xlsx", _READ
    DOCX = "docx", _READ
    XLS = "xls", _READ
    TEXT = "text", f"是文本文件（如 .csv、.txt），不是表格文件。{_AS_BOOK}"
    PPTX = "pptx", f"是演示文稿，里面没有可以导入的表。{_AS_EITHER}"
    XLSB = "xlsb", f"是二进制的工作簿（.xlsb），读不了。{_AS_BOOK}"
    ODS = "ods", f"是 OpenDocument 表格（.ods），读不了。{_AS_BOOK}"
    ODT = "odt", f"是 OpenDocument 文档（.odt），读不了。{_AS_DOCUMENT}"
    ARCHIVE = "archive", "是压缩包。请先解压，再导入里面的文件。"
    ENCRYPTED = (
        "encrypted",
        "加了打开密码，读不了。请用 WPS 或 Office 打开它，去掉打开密码后保存，再导入。",
    )
    DOC = "doc", f"是旧的 Word 文档（.doc 或 .wps），读不了。{_AS_DOCUMENT}"
    PPT = "ppt", f"是旧的演示文稿，里面没有可以导入的表。{_AS_EITHER}"
    COMPOUND = "compound", f"是旧的 Office 文件，但里面没有工作簿。{_AS_EITHER}"
    BIFF = "biff", f"是很早的 Excel 文件（Excel 4.0 或更早），读不了。{_AS_BOOK}"
    PDF = "pdf", "是 PDF，读不了。请向发来的人要 Excel 或 Word 原件，再导入。"
    RTF = "rtf", f"是 RTF 文档，读不了。{_AS_DOCUMENT}"
    HTML = "html", f"其实是网页（HTML），不是 Excel 文件，只是名字像。{_AS_BOOK}"
    XML = "xml", f"其实是 XML 文件，不是 .xlsx。{_AS_BOOK}"
    PICTURE = "picture", "是图片，里面的字读不了。请向发来的人要 Excel 或 Word 原件，再导入。"
    BROKEN = "broken", "不完整或已经损坏（可能没有传完）。请重新传一份，能正常打开后再导入。"
    EMPTY = "empty", "是空文件。请核对是不是没有传完。"
    UNKNOWN = "unknown", f"不是认得的文件。能导入的有 .xlsx、.xls、.docx。{_AS_EITHER}"

    def __init__(self, code: str, said: str) -> None:
        self.code = code
        self.said = said
        """Why it is not read and what to do, behind the name of the file; empty where it is."""

    @property
    def is_read(self) -> bool:
        """Whether a table can be read from it."""
        return not self.said


_FIRST: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"BM", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
)
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00", re.DOTALL)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IN_ZIP = (
    ("xl/workbook.bin", FileKind.XLSB),
    ("xl/", FileKind.XLSX),
    ("word/", FileKind.DOCX),
    ("ppt/", FileKind.PPTX),
)
_OPEN_DOCUMENT = (
    (b"application/vnd.oasis.opendocument.spreadsheet", FileKind.ODS),
    (b"application/vnd.oasis.opendocument.text", FileKind.ODT),
)
_STREAMS = (
    ("encryptedpackage", FileKind.ENCRYPTED),
    ("workbook", FileKind.XLS),
    ("book", FileKind.XLS),
    ("worddocument", FileKind.DOC),
    ("powerpoint document", FileKind.PPT),
)
_HEAD = 4096
_MIMETYPE = "mimetype"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"<!doctype html|<(?:html|head|body|table|meta|style|script)\b", re.IGNORECASE)
_MIME = re.compile(rb"(?:MIME-Version|Content-Type|Message-ID):", re.IGNORECASE)


def kind_of(data: bytes) -> FileKind:
    """What a file is.

    Args:
        data: The whole file; the head is enough to tell a text from all others.
    """
    if not data:
        return FileKind.EMPTY
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(MAGIC):
        return _in_compound(data)
    for first, kind in _FIRST:
        if data.startswith(first):
            return kind
    if _BIFF.match(data):
        return FileKind.BIFF
    return _text_kind(data)


def _in_zip(data: bytes) -> FileKind:
    if data.count(b"PK\x01\x02") > MOST_PARTS:
        # Whoever reads it says that there are too many.
        return FileKind.XLSX
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            said = archive.open(_MIMETYPE).read(_HEAD) if _MIMETYPE in names else b""
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, error):
        return FileKind.BROKEN
    for mark, kind in _OPEN_DOCUMENT:
        if said.startswith(mark):
            return kind
    for start, kind in _IN_ZIP:
        if any(name.startswith(start) for name in names):
            return kind
    return FileKind.ARCHIVE


def _in_compound(data: bytes) -> FileKind:
    try:
        names = {entry.name.lower() for entry in Compound(data).streams}
    except CompoundError:
        return FileKind.BROKEN
    return next((kind for name, kind in _STREAMS if name in names), FileKind.COMPOUND)


def _text_kind(data: bytes) -> FileKind:
    wide = data.startswith(_MARKS[1:])
    head = data[:_HEAD].removeprefix(_MARKS[0])
    text = (head.replace(b"\0", b"")[2:] if wide else head).lstrip()
    if _HTML.search(text) or _MIME.match(text):
        return FileKind.HTML
    if text.startswith(b"<?xml"):
        return FileKind.XML
    return FileKind.TEXT if wide or _is_text(head) else FileKind.UNKNOWN


def _is_text(head: bytes) -> bool:
    """Whether it begins like a text in one of the encodings that are met."""
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            # The head may end within a character.
            getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return True
    return False
