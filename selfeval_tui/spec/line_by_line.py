"""A quick way into TOML: files that say one thing a line, as this program writes them.

Whatever is written in any other way is left to the standard library's reader, and so is every
fault: this one never judges a file.
"""

import re
import tomllib
from collections.abc import Callable
from typing import Any

_CHARS = r'[^\x00-\x08\x0a-\x1f\x7f"\\]*'
"""What stands between quotation marks for itself."""
_NAME = rf'[A-Za-z0-9_-]+|"{_CHARS}"'
_LINE = re.compile(
    rf'({_NAME}) = (?:"({_CHARS})"|([^{{]+))'
    rf"|\[\[({_NAME})\]\]|\[({_NAME})\]"
    r"|(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?"
)
"""A key with a plain text or any other value; a header of a row or of a section; a comment.

A table in braces may hold dotted keys, whose length somebody has to look at first.
"""


def read_lines(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any] | None:
    """The values of a TOML text.

    Args:
        text: The file.
        parse_float: What makes a value of a decimal figure's text.

    Returns:
        What `tomllib.loads` gives; None where it has to be asked.
    """
    values: dict[str, Any] = {}
    inside, rows = values, set[str]()
    for line in text.replace("\r\n", "\n").split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        key, plain, other, row, section = found.groups()
        if key:
            name, value = key.strip('"'), _value(other, parse_float) if other else plain
            if value is None or name in inside:
                return None
            inside[name] = value
        elif header := row or section:
            name, inside = header.strip('"'), {}
            if not _begin(values, rows, name, inside, row=bool(row)):
                return None
    return values


def _begin(
    values: dict[str, Any], rows: set[str], name: str, inside: dict[str, Any], *, row: bool
) -> bool:
    """Begin a row or a section; not where the name is taken by something else.

    Args:
        values: All that was read so far.
        rows: The names of what is there row by row.
        name: What the header says.
        inside: The row or section.
        row: Which of both it is.
    """
    if name in values and not (row and name in rows):
        return False
    if row:
        rows.add(name)
        values.setdefault(name, []).append(inside)
    else:
        values[name] = inside
    return True


def _value(said: str, parse_float: Callable[[str], Any]) -> object | None:
    """What is said after an equals sign; None where that is no value, or goes on below."""
    try:
        value: object = tomllib.loads(f"value = {said}", parse_float=parse_float)["value"]
    except (ValueError, RecursionError):
        return None
    return value
