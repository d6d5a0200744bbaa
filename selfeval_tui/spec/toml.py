"""TOML within bounds: what was made to keep the reader busy or to fill the memory is refused.

A dotted key takes the reader the square of its parts: 40 000 of them, in 80 KB, take half a minute.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from selfeval_tui.spec.line_by_line import read_lines

DEEPEST = 16
"""Levels of tables and lists inside each other, and parts of a dotted key."""
LONGEST_NUMBER = 40
"""Digits, and places that an exponent moves the point; a number that is written out stays short."""
NO_TOML = "不合 TOML 的写法"

_MOST_BITS = 133
"""Of a whole number of so many digits."""
_STRINGS = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]?|"(?!""))*(?:"""|\Z)'
    r"|'''(?:[^']|'(?!''))*(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*"
)
"""Each ends somewhere wherever it begins, so that no text is looked at twice."""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST},}}")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


class TomlError(ValueError):
    """A text is no TOML, or goes beyond the bounds.

    Args:
        what: What is wrong, in Chinese, said behind the place: 不合 TOML 的写法.
        line: Counted from 1; None where it is not known.
        column: Counted from 1; None where it is not known.
    """

    def __init__(self, what: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.line = line
        self.column = column

    @property
    def said(self) -> str:
        """The place and what is wrong there."""
        row = f"第 {self.line} 行" if self.line else ""
        column = f"第 {self.column} 列" if self.column else ""
        if row:
            return f"{row}{column}：{self.what}"
        return f"末尾：{self.what}" if self.what == NO_TOML else self.what


def read_values(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """The values of a TOML text.

    Args:
        text: The text; whoever read it saw to its length.
        parse_float: What makes a value of a decimal figure's text.

    Raises:
        TomlError: It cannot be used.
    """
    values = read_lines(text, parse_float)
    if values is None:
        values = _read_any(text, parse_float)
    _check_depth(values)
    return values


def _read_any(text: str, parse_float: Callable[[str], Any]) -> dict[str, Any]:
    """The values of a text however it is laid out."""
    import tomllib

    _check_keys(text)
    try:
        return tomllib.loads(text, parse_float=parse_float)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        raise TomlError(NO_TOML, line, column) from error


def exact(text: str) -> Decimal:
    """A decimal figure to the letter, for `read_values`; nan and inf are for the reader to refuse.

    Raises:
        ValueError: Written out it would be longer than any figure: 9e999999999.
    """
    number = Decimal(text.replace("_", ""))
    if number.is_finite() and (
        len(number.as_tuple().digits) > LONGEST_NUMBER or abs(number.adjusted()) > LONGEST_NUMBER
    ):
        raise ValueError(text)
    return number


def _check_keys(text: str) -> None:
    """Refuse a dotted key of too many parts."""
    if all(line.count(".") < DEEPEST for line in text.split("\n")):
        return
    bare = _STRINGS.sub(lambda found: "s" + "\n" * found[0].count("\n"), text)
    found = _LONG_KEY.search(bare)
    if found is not None:
        line = bare.count("\n", 0, found.start()) + 1
        raise TomlError(f"名称分了太多段，最多 {DEEPEST} 段", line)


def _check_depth(values: dict[str, Any]) -> None:
    """Refuse what stands deeper in each other, or is longer, than in any file of ours."""
    level: list[object] = [values]
    for _depth in range(DEEPEST + 1):
        level = [inner for outer in level for inner in _inside(outer)]
        if any(type(each) is int and each.bit_length() > _MOST_BITS for each in level):
            raise TomlError(f"里有太长的数，最多 {LONGEST_NUMBER} 位")
        level = [each for each in level if isinstance(each, dict | list)]
        if not level:
            return
    raise TomlError(f"各层套得太深，超过 {DEEPEST} 层")


def _inside(value: object) -> Iterable[object]:
    """The values right inside a table or a list."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
