"""The properties of its own (自定义属性) that an old workbook carries, beside its sheets."""

import struct
from collections.abc import Iterator

STREAM = "\x05documentsummaryinformation"
_OWN = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
"""Which of the sets holds them: {D5CDD505-2E9C-101B-9397-08002B2CF9AE}."""
_MOST = 1000
_NAMES, _CODEPAGE = 0, 1
_TEXT, _WIDE = 30, 31
_UTF16 = 1200
"""As a code page; others are those of Windows: 936, 65001."""
_UTF8 = 65001


def properties_of(stream: bytes) -> dict[str, str]:
    """Those that are texts, by their names; none where the stream is damaged.

    Args:
        stream: The stream of that name.
    """
    try:
        (sets,) = struct.unpack_from("<I", stream, 24)
        for number in range(min(sets, _MOST)):
            kind, start = struct.unpack_from("<16sI", stream, 28 + 20 * number)
            if kind == _OWN:
                return _read(stream, start)
    except (struct.error, LookupError, UnicodeDecodeError):
        # They only help: what is in the sheets is read all the same.
        return {}
    return {}


def _read(stream: bytes, start: int) -> dict[str, str]:
    (count,) = struct.unpack_from("<I", stream, start + 4)
    places = dict(
        struct.unpack_from("<2I", stream, start + 8 + 8 * number)
        for number in range(min(count, _MOST))
    )
    if _NAMES not in places or _CODEPAGE not in places:
        return {}
    (page,) = struct.unpack_from("<H", stream, start + places[_CODEPAGE] + 4)
    names = dict(_names(stream, start + places[_NAMES], page))
    texts = ((names.get(key), _text(stream, start + at, page)) for key, at in places.items())
    return {name: text for name, text in texts if name and text}


def _names(stream: bytes, at: int, page: int) -> Iterator[tuple[int, str]]:
    (count,) = struct.unpack_from("<I", stream, at)
    at += 4
    for _ in range(min(count, _MOST)):
        number, length = struct.unpack_from("<2I", stream, at)
        size = length * 2 if page == _UTF16 else length
        yield number, _decoded(stream[at + 8 : at + 8 + size], page)
        at += 8 + (size + 3 & ~3 if page == _UTF16 else size)


def _text(stream: bytes, at: int, page: int) -> str:
    """A property's text; empty where it is something else."""
    kind, size = struct.unpack_from("<2I", stream, at)
    if kind == _WIDE:
        return _decoded(stream[at + 8 : at + 8 + 2 * size], _UTF16)
    return _decoded(stream[at + 8 : at + 8 + size], page) if kind == _TEXT else ""


def _decoded(data: bytes, page: int) -> str:
    encoding = {_UTF16: "utf-16-le", _UTF8: "utf-8"}.get(page, f"cp{page}")
    return data.decode(encoding).partition("\0")[0]
