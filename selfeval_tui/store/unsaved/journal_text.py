"""What a journal's file says: JSON with the texts being typed and the sheets not saved yet.

    {"format": 1, "at": "2024-04-23 10:32",
     "typed":  [{"where", "text", "saved", "sheet", "table", "row", "name"}, …],
     "sheets": [{"sheet": as a saved sheet's file says it, "base": the file it came from}, …]}

JSON, because it is written every fraction of a second while somebody types, beside other work.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import asdict, frozen

from selfeval_tui.sheet import Address, Sheet
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.decode import decode_values
from selfeval_tui.store.sheetfile.format import FORMAT, FORMAT_KEY, content_of
from selfeval_tui.text import strip_controls

_AT, _TYPED, _SHEETS = "at", "typed", "sheets"
_WHERE, _TEXT, _SAVED = "where", "text", "saved"
_SHEET, _BASE = "sheet", "base"
_ADDRESS = ("sheet", "name", "table", "row")


@frozen
class Typing:
    """A text that is being typed."""

    where: str
    """As a person says it: 附件1-3 新市民中心 第4行实际完成值."""
    text: str
    saved: str = ""
    """What stood there when it was begun."""
    address: Address | None = None
    """The cell; None for a text that is typed elsewhere."""


@frozen
class Unsaved:
    """A sheet that was changed, as it was then."""

    sheet: Sheet
    base: bytes = b""
    """The file as it was last read or written before; empty where there was none."""


@frozen
class Record:
    """All that is not saved yet, at one moment."""

    at: str
    """When, as 2024-04-23 10:32; texts of that form are in the order of time."""
    typings: tuple[Typing, ...] = ()
    sheets: tuple[Unsaved, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.typings or self.sheets)


def encode_record(record: Record) -> bytes:
    """The bytes of a journal."""
    import json

    values = {
        FORMAT_KEY: FORMAT,
        _AT: record.at,
        _TYPED: [_typing_values(each) for each in record.typings],
        _SHEETS: [_unsaved_values(each) for each in record.sheets],
    }
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def decode_record(data: bytes) -> Record | None:
    """Read a journal; None where it is none, or damaged in any part."""
    import json

    try:
        return _record(json.loads(data))
    except (ValueError, RecursionError, _DamagedError):
        return None


class _DamagedError(Exception):
    """Leads from the wrong part to the one place that reports it."""


def _typing_values(typing: Typing) -> Mapping[str, str]:
    address = asdict(typing.address) if typing.address else {}
    return {_WHERE: typing.where, _TEXT: typing.text, _SAVED: typing.saved, **address}


def _unsaved_values(unsaved: Unsaved) -> Mapping[str, object]:
    content = content_of(unsaved.sheet)
    values = {FORMAT_KEY: FORMAT, **content.sections, **content.tables}
    return {_SHEET: values, _BASE: unsaved.base.decode(errors="replace")}


def _record(values: object) -> Record:
    if not isinstance(values, dict) or values.get(FORMAT_KEY) != FORMAT:
        raise _DamagedError
    typings = tuple(_typing(each) for each in _parts(values, _TYPED))
    return Record(_text(values, _AT), typings, tuple(map(_unsaved, _parts(values, _SHEETS))))


def _parts(values: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    parts = values.get(key)
    if not isinstance(parts, list):
        raise _DamagedError
    for part in parts:
        if not isinstance(part, dict):
            raise _DamagedError
        yield part


def _typing(part: Mapping[str, Any]) -> Typing:
    address = Address(*(_text(part, name) for name in _ADDRESS)) if "sheet" in part else None
    return Typing(_text(part, _WHERE), _text(part, _TEXT), _text(part, _SAVED), address)


def _text(part: Mapping[str, Any], key: str) -> str:
    text = part.get(key)
    if not isinstance(text, str):
        raise _DamagedError
    return strip_controls(text)


def _unsaved(part: Mapping[str, Any]) -> Unsaved:
    values, base = part.get(_SHEET), part.get(_BASE)
    if not isinstance(values, dict) or not isinstance(base, str):
        raise _DamagedError
    sheet = decode_values(values)
    # What only a newer program knows of would be lost when the sheet is written again.
    if isinstance(sheet, Fault) or sheet.newer:
        raise _DamagedError
    return Unsaved(sheet, base.encode(errors="replace"))
