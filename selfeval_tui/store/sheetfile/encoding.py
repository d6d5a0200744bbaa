"""From bytes to text, in the encodings that text editors save in.

This program writes UTF-8. An editor may have saved the file as GBK or as UTF-16 ("Unicode"); that
is read just as well, and told.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from attrs import frozen

_LATER = 0x0800
"""From here on a character takes three bytes in UTF-8, as Chinese ones do."""


@frozen
class Encoded:
    """A text, and how it was saved."""

    text: str
    encoding: str = ""
    """What a clerk knows it by, as GBK; empty for UTF-8."""


@frozen
class Undecodable:
    """Bytes that are no text in any of these encodings."""

    line: int
    """Where UTF-8 ends, counted from 1."""


def decode_text(data: bytes) -> Encoded | Undecodable:
    """Read a text; nothing is guessed at where some of it would be lost.

    Args:
        data: UTF-8 with or without its mark, UTF-16 with its mark, or GBK.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _strictly(data, "utf-16", "UTF-16") or Undecodable(1)
    try:
        return Encoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    found = _strictly(data, "gb18030", "GBK") if _is_foreign(data) else None
    return found or Undecodable(line)


def _strictly(data: bytes, codec: str, name: str) -> Encoded | None:
    try:
        return Encoded(data.decode(codec), name)
    except UnicodeDecodeError:
        return None


def _is_foreign(data: bytes) -> bool:
    """Whether most of it is no UTF-8; a damaged file of our own is, but for some places."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return wrong > sum(ord(each) >= _LATER for each in text) - wrong
