"""File names that are readable to a clerk and safe on Windows, Linux and a USB stick."""

import re
import unicodedata
from collections.abc import Callable, Collection

from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.text.hidden import without_hidden

NO_NAME = "未命名"
NO_YEAR = "未填年度"
BIN = "回收站"
"""Beside the sheets of a year: what was removed or replaced; nothing is ever deleted from it."""

_BYTES = 230
"""Linux takes 255 bytes a name; the rest is for the suffix and the ending."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\ud800-\udfff]')
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_EDGES = " .\t\u00a0\u3000"
"""Windows drops dots and blanks at the end of a name; a dot in front hides a file on Linux."""
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)")


def safe_name(text: str, limit: int = 80) -> str:
    """A file name without its ending, made of any text.

    Args:
        text: What the name should say.
        limit: How many characters it may have.

    Returns:
        The text in NFC with `_` for what no file system takes; never empty, never a name that
        Windows keeps for a device, without a dot or blank at either end.
    """
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", _CONTROL.sub(" ", text)))
    # What was hidden may have kept an accent from its letter.
    name = unicodedata.normalize("NFC", without_hidden(name))
    name = _cut(name.strip(_EDGES), limit)
    if _RESERVED.match(name):
        name = _cut(f"_{name}", limit)
    return name or NO_NAME


def file_name(sheet: Sheet) -> str:
    """What a sheet's file is called, without its ending: 附件1-3 新市民中心日常运转及创文费用."""
    return safe_name(sheet_label(sheet))


def year_folder(year: str) -> str:
    """The folder for a sheet whose year field says this: 2023 for `2023年度`."""
    digits = re.search(r"\d{4}", unicodedata.normalize("NFKC", year))
    if digits:
        return digits.group()
    name = safe_name(year) if year.strip() else NO_YEAR
    # What lies in the bin is not read again.
    return f"_{name}" if name == BIN else name


def free_name(name: str, taken: Collection[str]) -> str:
    """The name itself, or with a number behind it where another file has it already.

    Args:
        name: A safe name.
        taken: The names in the folder, without endings; case does not count.
    """
    used = {folded(each) for each in taken}
    return numbered(name, lambda each: folded(each) in used, " ({})")


def numbered(name: str, is_taken: Callable[[str], bool], suffix: str = "({})") -> str:
    """The name itself if it is free, else the first free one with a number from 2 behind it."""
    number, candidate = 1, name
    while is_taken(candidate):
        number += 1
        candidate = name + suffix.format(number)
    return candidate


def same_label(name: str, wanted: str) -> bool:
    """Whether a file's name says the same, leaving out case and the number behind it."""
    plain = re.sub(r" \(\d+\)$", "", name)
    return folded(wanted) in {folded(name), folded(plain)}


def folded(name: str) -> str:
    """A name as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _cut(name: str, limit: int) -> str:
    name = name[:limit]
    while len(name.encode()) > _BYTES:
        name = name[:-1]
    return name.strip(_EDGES)
