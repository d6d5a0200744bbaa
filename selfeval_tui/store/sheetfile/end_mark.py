"""The last line of a saved sheet, which tells a whole file from one that was cut between two rows.

A copy that broke off, or a stick that was repaired, may leave the front part of a file, and that
part may be proper TOML. A key near the top says which line must still come; it stands above all
that a sheet needs, so that every cut takes one of the two away. By hand anything may be changed,
also behind the last line; a file without the key, such as an older one, is taken as it is.
"""

import re

END_KEY = "末行"
_MARK = "# 以上是这张表的全部内容"
_KEY_LINE = f'"{END_KEY}" = "{_MARK}"\n'

_OUR_KEY = re.compile(rf"""(?m)^[ \t]*["']?{END_KEY}["']?[ \t]*=.*\r?\n""")
_FORMAT = re.compile(r"(?m)^format[ \t]*=.*\n")
_FIRST_SECTION = re.compile(r"(?m)^[ \t]*\[")


def with_end(text: str) -> str:
    """A document's text with the key and the last line."""
    body = text if text.endswith("\n") else f"{text}\n"
    found = _FORMAT.search(body, 0, _top(body))
    at = found.end() if found else 0
    return f"{body[:at]}{_KEY_LINE}{body[at:]}{_MARK}\n"


def without_end(text: str) -> str:
    """A file's text without them, for a document that is continued."""
    top = _top(text)
    body = _OUR_KEY.sub("", text[:top]) + text[top:]
    stripped = body.rstrip()
    return stripped.removesuffix(_MARK) if stripped.endswith(f"\n{_MARK}") else body


def insert_before_end(data: bytes, more: str) -> bytes:
    """A file's bytes with sections more, in front of the last line."""
    text = data.decode().removesuffix(f"{_MARK}\n")
    return f"{text}\n{more.rstrip()}\n\n{_MARK}\n".encode()


def is_cut(text: str, last: str) -> bool:
    """Whether the line is missing that the key promises; it may stand anywhere below."""
    wanted = last.strip()
    if not wanted or text.rstrip().endswith(f"\n{wanted}"):
        return False
    return wanted not in (line.strip() for line in text.splitlines())


def _top(text: str) -> int:
    """Where the keys above all sections end."""
    found = _FIRST_SECTION.search(text)
    return found.start() if found else len(text)
