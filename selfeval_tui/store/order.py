"""The order of sheets: by attachment number, as a person counts."""

import re
import unicodedata

from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.spec.model import Role

_PART = re.compile(r"(\d+)")


def in_order(sheet: Sheet) -> tuple[object, ...]:
    """A key to sort by: 附件1-2 before 附件1-10, 附件2 after them, sheets without a number later.

    What is not handed in (决算数据) stands behind the sheets of its year.
    """
    number = sheet.with_role(Role.ATTACHMENT)
    year = sheet.with_role(Role.YEAR)
    return (
        year,
        not sheet.spec.printed,
        not number.strip(),
        _counted(number),
        _counted(sheet_label(sheet)),
        sheet.id,
    )


def _counted(text: str) -> tuple[tuple[int, int, str], ...]:
    """The text in parts that compare as numbers where they are numbers."""
    parts = _PART.split(unicodedata.normalize("NFKC", text).strip())
    return tuple(_rank(part) for part in parts)


def _rank(part: str) -> tuple[int, int, str]:
    """A number counts by its length first: a cell may hold more digits than `int` reads."""
    if not part.isdecimal():
        return 0, 0, part
    digits = part.lstrip("0")
    return 1, len(digits), digits
