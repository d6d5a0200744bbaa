"""Readers of whole files: sheets, settings, workbooks, journals, backups."""

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from selfeval_tui.excel.opened import opened
from selfeval_tui.excel.returned import remarks_in
from selfeval_tui.excel.untrusted import open_bytes
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Batch
from selfeval_tui.store import Fault
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.store.foreign.neutral import parse_neutral
from selfeval_tui.store.history.archive import MANIFEST, manifest
from selfeval_tui.store.history.opened_backup import open_backup
from selfeval_tui.store.pack import pack
from selfeval_tui.store.settings import DEFAULTS, settings_of
from selfeval_tui.store.settings_file import continued, whole_text
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.documents import Documents
from selfeval_tui.store.sheetfile.format import content_of
from selfeval_tui.store.unsaved.journal_text import (
    Record,
    Typing,
    Unsaved,
    decode_record,
    encode_record,
)
from tests.fuzz.words import told, year
from tests.store.build import project

_PATH = Path("甲.toml")


def take_sheet(data: bytes) -> None:
    """A saved sheet; one that is read is saved again, in the same file, and says the same."""
    sheet = decode(data, _PATH)
    if isinstance(sheet, Fault):
        _check_told(sheet)
        return
    sheet.newer = 0
    sheet.fields["项目名称"] = f"{sheet.fields.get('项目名称', '')}改"
    encoded = Documents().encode(sheet, data)
    again = decode(encoded.data, _PATH)
    assert not isinstance(again, Fault)
    assert content_of(again) == content_of(sheet)


@cache
def sheets() -> tuple[bytes, ...]:
    """Saved sheets."""
    both = (project(), demo_sheets()[0], demo_sheets()[-1])
    return tuple(Documents().encode(sheet, None).data for sheet in both)


def take_neutral(data: bytes) -> None:
    """A sheet in the neutral form; what is read can be saved."""
    read = parse_neutral(data, _PATH)
    if isinstance(read, Fault):
        _check_told(read)
        return
    Documents().encode(read.sheet, None)


@cache
def neutral_sheets() -> tuple[bytes, ...]:
    """The 示例."""
    from importlib.resources import files

    folder = files("form_specs").joinpath("ezhou-gedian", "demo")
    return tuple(each.read_bytes() for each in list(folder.iterdir())[:3])


def take_settings(data: bytes) -> None:
    """The settings; what is wrong is told, and a file that can be continued says what is set."""
    settings, problems = settings_of(data, _PATH)
    assert all(problems)
    text = continued(data, settings)
    if text is not None:
        assert settings_of(text.encode(), _PATH)[0] == settings


def settings() -> tuple[bytes, ...]:
    """As they are first written."""
    return (whole_text(DEFAULTS).encode(),)


def take_workbook(data: bytes) -> None:
    """A workbook that came back: its remarks, and its cells."""
    try:
        book = open_bytes(data, Path("退回.xlsx"))
        opened(book)
        remarks_in(book, year())
    except StoreError as fault:
        told(fault)


@cache
def workbooks() -> tuple[bytes, ...]:
    """One of this program's, and one with a comment and a colour."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    from selfeval_tui.files.outgoing import export_sheets
    from selfeval_tui.layout import ExportOptions

    batch = Batch(demo_sheets()[:1])
    with TemporaryDirectory() as folder:
        export_sheets(batch, batch.sheets, Path(folder), ExportOptions())
        (own,) = Path(folder).glob("*.xlsx")
        ours = own.read_bytes()
    book = Workbook()
    cell = book.worksheets[0]["B2"]
    cell.value, cell.fill = "甲", PatternFill("solid", fgColor="FFFF00")
    cell.comment = Comment("目标值写错", "财政")
    buffer = io.BytesIO()
    book.save(buffer)
    return ours, buffer.getvalue()


def take_journal(data: bytes) -> None:
    """What was typed when the program ended."""
    record = decode_record(data)
    if record is not None:
        assert decode_record(encode_record(record)) == record


def journals() -> tuple[bytes, ...]:
    """One with a text and a sheet."""
    sheet = project()
    typing = Typing("附件1-1", "文字", "旧的", Address(sheet.id, "项目名称"))
    return (encode_record(Record("2024-04-23 10:32", (typing,), (Unsaved(sheet),))),)


def take_backup(data: bytes) -> None:
    """A backup; nothing in it has a name that leads out."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "备份.zip"
        path.write_bytes(data)
        try:
            names = open_backup(path).files
        except StoreError as fault:
            told(fault)
            return
        assert all((path.parent / name).resolve().is_relative_to(path.parent) for name in names)


def backups() -> tuple[bytes, ...]:
    """One with a sheet."""
    contents = {"saved/2023/甲.toml": sheets()[0]}
    listed = {**contents, MANIFEST: manifest(contents, "2024-04-23 10:32")}
    return (pack(listed, datetime(2024, 4, 23, tzinfo=UTC)),)


def _check_told(fault: Fault) -> None:
    """A clerk reads where, what, and what to do; nothing of the file at full length."""
    assert fault.message.startswith("“甲.toml”")
    assert "请" in fault.message
    assert len(fault.message) < 2000
