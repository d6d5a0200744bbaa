"""What a file is shows in its contents; its name says nothing."""

import zipfile
from io import BytesIO

import pytest

from selfeval_tui.files.kind import FileKind, kind_of
from tests.excel.biff import Book, Page, compound
from tests.excel.build import project, workbook_of


def zipped(**parts: str) -> bytes:
    """An archive of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def streams(*names: str) -> bytes:
    """A container of the older programs."""
    return compound({name: bytes(10) for name in names})


SHEET = "application/vnd.oasis.opendocument.spreadsheet"
KINDS = {
    "a workbook of ours": (workbook_of(project()), FileKind.XLSX),
    "a document": (zipped(**{"word/document.xml": ""}), FileKind.DOCX),
    "slides": (zipped(**{"ppt/presentation.xml": ""}), FileKind.PPTX),
    "a binary workbook": (zipped(**{"xl/workbook.bin": "", "xl/a.xml": ""}), FileKind.XLSB),
    "a sheet of LibreOffice": (zipped(mimetype=SHEET), FileKind.ODS),
    "a document of LibreOffice": (
        zipped(mimetype="application/vnd.oasis.opendocument.text"), FileKind.ODT,
    ),
    "an archive of files": (zipped(**{"自评表/附件1.xlsx": ""}), FileKind.ARCHIVE),
    "an archive with another mimetype": (
        zipped(mimetype="a", **{"xl/workbook.xml": ""}), FileKind.XLSX,
    ),
    "half an archive": (workbook_of(project())[:3000], FileKind.BROKEN),
    "an old workbook": (Book((Page(),)).file(), FileKind.XLS),
    "an older workbook": (streams("Book"), FileKind.XLS),
    "a workbook of WPS (.et)": (streams("ETExtData", "Workbook"), FileKind.XLS),
    "an old document, or one of WPS (.wps)": (streams("WordDocument", "1Table"), FileKind.DOC),
    "old slides": (streams("PowerPoint Document"), FileKind.PPT),
    "a workbook with a password": (
        streams("EncryptionInfo", "EncryptedPackage"), FileKind.ENCRYPTED,
    ),
    "another old file": (streams("Drawing"), FileKind.COMPOUND),
    "half an old file": (streams("Workbook")[:600], FileKind.BROKEN),
    "a very old workbook": (b"\x09\x08\x06\x00\x00\x00\x10\x00", FileKind.BIFF),
    "a PDF": (b"%PDF-1.7\n", FileKind.PDF),
    "rich text": (b"{\\rtf1\\ansi", FileKind.RTF),
    "a picture": (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
    "a packed file": (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    "a page of a website": (b"\r\n<HTML xmlns:x='urn'><table>", FileKind.HTML),
    "a page that begins with a mark": (b"\xef\xbb\xbf<table border=1>", FileKind.HTML),
    "a wide page": ("<html>".encode("utf-16"), FileKind.HTML),
    "a website in one file": (b"MIME-Version: 1.0\r\nContent-Type: multipart", FileKind.HTML),
    "a sheet in XML": (b'<?xml version="1.0"?><Workbook>', FileKind.XML),
    "a list": ("项目名称,预算数\n甲,20\n".encode(), FileKind.TEXT),
    "a list of Chinese Windows": ("项目名称,预算数\n".encode("gbk"), FileKind.TEXT),
    "a saved sheet": (b"format = 1\n", FileKind.TEXT),
    "a text cut within a character": (("甲" * 2000).encode(), FileKind.TEXT),
    "nothing": (b"", FileKind.EMPTY),
    "noise": (b"\x00\x01\x02\xff\xfe", FileKind.UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=list(KINDS))
def test_the_contents_say_what_a_file_is(data: bytes, kind: FileKind) -> None:
    """Each kind is one that was met."""
    assert kind_of(data) is kind


def test_what_is_not_read_says_what_to_do() -> None:
    """In one breath."""
    for kind in FileKind:
        assert kind.is_read is (kind in {FileKind.XLSX, FileKind.XLS, FileKind.DOCX})
        assert kind.is_read or "请" in kind.said
        assert len(kind.said) < 100
