"""Workbooks that were made to hurt are refused before anything that trusts them loads them."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from selfeval_tui.excel.opened import open_workbook
from selfeval_tui.excel.untrusted import open_untrusted
from selfeval_tui.problems import StoreError
from selfeval_tui.reader import archive
from selfeval_tui.reader.archive import covered

SHEET = "xl/worksheets/sheet1.xml"
ENCRYPTED = 6
"""Where the flags stand in the head of a part."""


def _workbook() -> bytes:
    buffer = io.BytesIO()
    book = Workbook()
    book.worksheets[0].append(["甲", 1])
    book.save(buffer)
    return buffer.getvalue()


def _with(name: str, change: "bytes | tuple[bytes, bytes]") -> bytes:
    """The workbook with another part, or with something else in a part."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_workbook())) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            data = old.read(part)
            if part == name:
                data = change if isinstance(change, bytes) else data.replace(*change, 1)
            new.writestr(part, data)
        if name not in old.namelist():
            assert isinstance(change, bytes)
            new.writestr(name, change)
    return buffer.getvalue()


def _merged(ref: str) -> bytes:
    tag = f'</sheetData><mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    return _with(SHEET, (b"</sheetData>", tag.encode()))


def _linked(ref: str) -> bytes:
    tag = f'</sheetData><hyperlinks><hyperlink ref="{ref}" location="A1"/></hyperlinks>'
    return _with(SHEET, (b"</sheetData>", tag.encode()))


def _encrypted() -> bytes:
    data = bytearray(_workbook())
    for mark, offset in ((b"PK\x03\x04", ENCRYPTED), (b"PK\x01\x02", ENCRYPTED + 2)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


HOSTILE = {
    "a doctype": (
        _with(SHEET, b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
        "DOCTYPE",
    ),
    "a late doctype": (_with(SHEET, b"<!--" + b"x" * 9000 + b"--><!DOCTYPE a><a/>"), "DOCTYPE"),
    "a doctype in UTF-16": (_with(SHEET, "\ufeff<!DOCTYPE a><a/>".encode("utf-16-le")), "DOCTYPE"),
    "a doctype in a part of any name": (_with("xl/a.bin", b"<!DOCTYPE a><a/>"), "DOCTYPE"),
    "merged cells": (_merged("A1:XFD1048576"), "合并单元格太大"),
    "merged columns": (_merged("A:XFD"), "合并单元格太大"),
    "merged with signs": (_merged("$a$1:$xfd$1048576"), "合并单元格太大"),
    "merged in entities": (_merged("&#65;1:XFD1048576"), "合并单元格太大"),
    "a link over all": (_linked("A1:XFD1048576"), "合并单元格太大"),
    "a cell far away": (_with(SHEET, (b'r="B1"', b'r="XFD1048576"')), "太大"),
    "many cells": (_with(SHEET, (b"</row>", b"<c/>" * 200_001 + b"</row>")), "里的表太大"),
    "many styles": (
        _with("xl/styles.xml", (b"<cellXfs", b"<cellXfs>" + b"<xf/>" * 100_001 + b"</cellXfs><a")),
        "内容太多",
    ),
    "deep": (_with("xl/styles.xml", b"<a>" * 101), "套得太深"),
    "a part that swells": (_with("xl/a.xml", b" " * (17 * 1024 * 1024)), "超过 16 MB"),
    "many parts": (_with("x", b"PK\x01\x02" * 2001) + b"PK\x01\x02" * 2001, "部件太多"),
    "encrypted": (_encrypted(), "损坏"),
    "cut": (_workbook()[:-40], "损坏"),
    "no workbook": (b"PK\x03\x04", "损坏"),
    "nothing": (b"", "损坏"),
    "a part that ends early": (_with("xl/workbook.xml", b"<workbook>"), "损坏"),
}


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_workbook_made_to_hurt_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    """With a sentence, to whoever opens it."""
    path = tmp_path / "退回.xlsx"
    path.write_bytes(data)
    for opening in (open_untrusted, open_workbook):
        with pytest.raises(StoreError, match=said):
            opening(path)
    assert path.read_bytes() == data


def test_parts_that_swell_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them is small enough."""
    monkeypatch.setattr(archive, "MOST_IN_ALL", 10_000)
    path = tmp_path / "退回.xlsx"
    path.write_bytes(_with("xl/a.xml", b" " * 9_000))
    with pytest.raises(StoreError, match="展开后超过"):
        open_untrusted(path)


def test_a_plain_workbook_opens(tmp_path: Path) -> None:
    """The bounds are far above it."""
    path = tmp_path / "退回.xlsx"
    path.write_bytes(_workbook())
    assert open_untrusted(path).worksheets[0]["A1"].value == "甲"


@pytest.mark.parametrize(
    ("ref", "cells"),
    [
        ("A1", 1),
        ("A1:B2", 4),
        ("$A$1:$b$2", 4),
        ("A:A", 1_048_576),
        ("1:1", 16_384),
        ("B2:A1", 0),
        ("", 0),
        ("甲", 0),
    ],
)
def test_how_many_cells_a_range_covers(ref: str, cells: int) -> None:
    """As spreadsheets count."""
    assert covered(ref) == cells
