"""Dates and deadlines as clerks write them: `2023年12月31日前`, `12月底`, `第四季度`, `2023.12`."""

import re
from typing import NamedTuple

_MONTH = r"(?P<month>1[0-2]|0?[1-9])月份?"
_DAY = r"(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]?|(?P<part>底|末|中旬?|上旬|下旬|初))"
_DEADLINE = re.compile(
    r"(?P<lead>\D{0,12}?)"
    r"(?:(?:(?P<year>(?:19|20)\d\d)年度?|当年度?|本年度?)?"
    rf"(?:{_MONTH}{_DAY}?|第?(?P<quarter>[1-4一二三四])季度?[底末]?"
    r"|(?P<half>上半年|下半年|年底|年末|年终|年中|(?<=[年度])[底末]))"
    r"|(?P<yyyy>20\d\d)(?P<sep>[-./])(?P<mm>1[0-2]|0?[1-9])(?:(?P=sep)(?P<dd>3[01]|[12]\d|0?[1-9]))?"
    r"|(?P<packed>20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
    r"|(?P<within>(?<![一二两三四五六七八九十半])年内|当年内|本年内|年度内|本年度内)"
    r"|(?P<only>20\d\d)年度?)"
    r"(?P<bound>之?以?前|之?以?内|截止|止)?(?P<tail>\D{0,12})",
    re.ASCII,
)
# February has its leap day: a deadline at its end is kept on the 29th.
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QUARTER_END = {"1": 3, "2": 6, "3": 9, "4": 12, "一": 3, "二": 6, "三": 9, "四": 12}
_PART_DAYS = {"初": (1, 10), "上旬": (1, 10), "中": (11, 20), "中旬": (11, 20), "下旬": (21, 31)}
_HALF = {"上半年": (1, 6), "年中": (6, 6), "下半年": (7, 12)}


class Moment(NamedTuple):
    """A named stretch of time: a day, a month, a quarter; year 0 means that none was written.

    A period (1-12月) says in which year it begins; a day that returns (每月15日) is in month 0.
    12月前 may mean before the month or by its end.
    """

    year: int
    first: tuple[int, int]
    last: tuple[int, int]
    bounded: bool
    lead: str
    tail: str
    since: int | None = None
    before_month: bool = False

    def as_text(self) -> str:
        """`2023-12-31`, or `12-31` without a year: the last day."""
        return self._day(self.last)

    def describe(self) -> str:
        """`截止 2023-12-31` for a deadline, else the stretch of time: `2023-12`, `10-01–12-31`."""
        if self.returns:
            return f"{self.as_text()}{'前' if self.bounded else ''}"
        if self.bounded:
            return f"截止 {self.as_text()}"
        if self.first == self.last:
            return self.as_text()
        month = self.first[0]
        if self.first == (month, 1) and self.last == (month, _length(month)):
            return f"{self.year}-{month:02}" if self.year else f"{month}月"
        return f"{self._day(self.first, self.since)}–{self._day(self.last)}"

    @property
    def returns(self) -> bool:
        """Whether it is a day of each month or year (每月15日)."""
        return not self.last[0]

    def _day(self, month_and_day: tuple[int, int], since: int | None = None) -> str:
        if self.returns:
            return f"{self.lead}{month_and_day[1]}日"
        year = f"{since or self.year}-" if self.year else ""
        return "{}{:02}-{:02}".format(year, *month_and_day)


def read_moment(text: str) -> Moment | None:
    """Read a folded text as a date or deadline, or return None when it names none."""
    match = _DEADLINE.fullmatch(text)
    if match is None:
        return None
    part = match.groupdict()
    year = int(part["year"] or part["yyyy"] or part["only"] or 0)
    first, last = _days(part)
    if part["packed"]:
        year, first = int(part["packed"][:4]), (int(part["packed"][4:6]), int(part["packed"][6:]))
        last = first
    bounded = bool(part["bound"] or part["within"])
    whole_month = bool(part["month"]) and not (part["day"] or part["part"])
    before_month = whole_month and (part["bound"] or "").endswith("前")
    return Moment(
        year, first, last, bounded, match["lead"], match["tail"], before_month=before_month
    )


def _days(part: dict[str, str | None]) -> tuple[tuple[int, int], tuple[int, int]]:
    month, day = part["month"] or part["mm"], part["day"] or part["dd"]
    if month:
        return _month_days(int(month), day, part["part"])
    if part["quarter"]:
        end = _QUARTER_END[part["quarter"]]
        return (end - 2, 1), (end, _length(end))
    if part["half"] in _HALF:
        first, end = _HALF[part["half"]]
        return (first, 1), (end, _length(end))
    if part["half"] or part["within"]:
        return (12, 1), (12, 31)
    return (1, 1), (12, 31)


def _month_days(
    month: int, day: str | None, part: str | None
) -> tuple[tuple[int, int], tuple[int, int]]:
    if day:
        return (month, int(day)), (month, int(day))
    first, last = _PART_DAYS.get(part or "", (1, 31))
    if part in {"底", "末"}:
        first = 25
    return (month, first), (month, min(last, _length(month)))


def _length(month: int) -> int:
    return _DAYS_IN_MONTH[month - 1]
