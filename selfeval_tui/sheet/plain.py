"""What enters a batch holds no control characters: a file could not keep them, nor a workbook."""

from typing import Any, TypeVar

from attrs import evolve, fields

from selfeval_tui.sheet.approved import Approved
from selfeval_tui.sheet.basis import Basis
from selfeval_tui.sheet.explanation import Explanation
from selfeval_tui.sheet.life import Life
from selfeval_tui.sheet.remark import Remark
from selfeval_tui.sheet.sheet import Row, Ruling, Sheet
from selfeval_tui.text import strip_controls

Value = TypeVar("Value", Approved, Basis, Explanation, Life, Remark, Ruling)


def plain(value: Value) -> Value:
    """A value type whose texts hold no control characters; itself where they held none."""
    texts = {each.name: getattr(value, each.name) for each in fields(type(value))}
    changed: dict[str, Any] = {
        name: strip_controls(text)
        for name, text in texts.items()
        if type(text) is str and strip_controls(text) != text
    }
    return evolve(value, **changed) if changed else value


def plain_sheet(sheet: Sheet) -> Sheet:
    """The sheet itself, after control characters were taken out of all its texts."""
    sheet.fields = _plain_texts(sheet.fields)
    for _, row in sheet.rows():
        _make_plain(row)
    sheet.life = plain(sheet.life)
    sheet.explanations = {name: plain(each) for name, each in sheet.explanations.items()}
    sheet.remarks = {name: plain(each) for name, each in sheet.remarks.items()}
    sheet.approved = tuple(map(plain, sheet.approved))
    return sheet


def _make_plain(row: Row) -> None:
    row.cells = _plain_texts(row.cells)
    row.ruling, row.basis = plain(row.ruling), plain(row.basis)


def _plain_texts(texts: dict[str, str]) -> dict[str, str]:
    return {name: strip_controls(text) for name, text in texts.items()}
