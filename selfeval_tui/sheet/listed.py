"""A pasted list of projects (清单): which lines say what, in the words and the unit of a form."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from selfeval_tui.sheet.amount import Amount, amount_in
from selfeval_tui.spec.model import Field, Role, Spec
from selfeval_tui.text import fold, parse_number

Rows = Sequence[Sequence[str]]

CATEGORY = "项目类别"
"""The field that the last column fills; a form without it leaves the column out."""

MOST_LINES = 500
"""Of one list; a unit has some dozens of projects."""

_HEADERS = {
    "name": ("项目名称", "项目", "名称"),
    "budget": (
        "预算数", "预算", "预算金额", "预算额", "全年预算数", "调整后预算数", "调整预算数",
        "年度预算", "年初预算数",
    ),
    "spent": (
        "执行数", "全年执行数", "执行", "执行金额", "实际执行数", "支出数", "实际支出",
        "实际支出数", "支出", "决算数", "支出金额",
    ),
    "category": (CATEGORY, "类别"),
}  # fmt: skip
"""What people call the columns; the first that a list has counts."""

_IN_ORDER = ("name", "budget", "spent", "category")
_SUMS = frozenset({"合计", "总计", "小计", "共计"})
_UNIT = re.compile(r"[(](?:单位[::])?(万?元)[)]")
_LETTER = re.compile(r"[(][A-Za-z][)]")
_WORDS_PARTED = re.compile(r"(?<=[!-~])\s*[\r\n]+\s*(?=[!-~])")
_LINE_END = re.compile(r"\s*[\r\n]+\s*")
_NO_AMOUNT = frozenset({"-", "--", "–", "—", "——", "/"})
"""What people write where there is no amount."""


@frozen
class Entry:
    """One line of the list that was understood."""

    line: int
    """Counted from 1, as in the pasted text."""
    name: str
    budget: Amount | None = None
    spent: Amount | None = None
    category: str = ""
    """One of the form's options."""


@frozen
class Refused:
    """A line, or a part of it, that was not understood, and why."""

    line: int
    text: str
    why: str


@frozen
class Listed:
    """What a list says."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]


def read_list(rows: Rows, spec: Spec, unit: str) -> Listed:
    """Read a list of projects.

    Args:
        rows: Its cells, line by line. Columns are known by their header wherever there is one,
            else they are 项目名称, 预算数, 执行数, 项目类别 in this order.
        spec: The form; amounts become what its money columns want.
        unit: The unit of bare figures, 元 or 万元; one in a header or in a cell counts more.

    Returns:
        The projects, and every line that is none, with the reason.
    """
    return _Reader(spec, unit).read(rows)


class _Reader:
    """Reads line by line; the latest header says which column is which."""

    def __init__(self, spec: Spec, unit: str) -> None:
        self._spec = spec
        self._columns: Mapping[str, int] | None = None
        self._units = {"budget": unit, "spent": unit}
        self._unit = unit
        self._entries: dict[str, Entry] = {}
        self._refused: list[Refused] = []

    def read(self, rows: Rows) -> Listed:
        plain = [[_on_one_line(cell) for cell in row] for row in rows[:MOST_LINES]]
        if len(rows) > MOST_LINES:
            why = f"一次最多 {MOST_LINES} 行，从这一行起没有读入，请分几次粘贴"
            self._refused.append(Refused(MOST_LINES + 1, "", why))
        for number, row in enumerate(plain, start=1):
            if not any(row):
                continue
            header = _header(row)
            if header:
                self._take_header(header, row)
            else:
                columns = self._columns or _by_order(plain)
                self._line(number, row, columns)
        return Listed(tuple(self._entries.values()), tuple(self._refused))

    def _take_header(self, header: Mapping[str, int], row: Sequence[str]) -> None:
        self._columns = header
        for part in self._units:
            named = _UNIT.search(fold(row[header[part]])) if part in header else None
            self._units[part] = named[1] if named else self._unit

    def _line(self, number: int, row: Sequence[str], columns: Mapping[str, int]) -> None:
        cells = {part: row[at] if at < len(row) else "" for part, at in columns.items()}
        name, shown = cells.get("name", ""), " ".join(cell for cell in row if cell)
        why = self._wrong_name(name, cells)
        if why:
            self._refused.append(Refused(number, shown, why))
            return
        amounts: dict[str, Amount | None] = {}
        for part, role in (("budget", Role.BUDGET), ("spent", Role.SPENT)):
            raw = cells.get(part, "")
            raw = "" if fold(raw) in _NO_AMOUNT else raw
            amounts[part] = self._amount(raw, role, self._units[part]) if raw else None
            if raw and amounts[part] is None:
                why = f"“{raw}”不是一个金额；要写成如 18.27 或 182700元"
                self._refused.append(Refused(number, shown, why))
                return
        category = self._category(number, cells.get("category", ""))
        self._entries[fold(name)] = Entry(number, name, category=category, **amounts)

    def _wrong_name(self, name: str, cells: Mapping[str, str]) -> str:
        if not name:
            return "没有项目名称"
        if fold(name) in _SUMS:
            return "是合计行，不建表"
        if parse_number(name) is not None:
            return f"“{name}”像是数字，不像项目名称；请核对各列的次序，或连表头一起粘贴"
        if not any(cells.get(part) for part in ("budget", "spent", "category")) and len(cells) > 1:
            alone = self._columns is None and not self._entries
            return "只有文字，没有金额；像是标题" if alone else ""
        same = self._entries.get(fold(name))
        return f"与第 {same.line} 行同名" if same else ""

    def _amount(self, raw: str, role: Role, unit: str) -> Amount | None:
        found = self._spec.table_with_role(role)
        return amount_in(raw, unit, found[1].unit) if found else None

    def _category(self, number: int, text: str) -> str:
        field = self._spec.fields.get(CATEGORY)
        if not text or field is None:
            return ""
        option = option_of(field, text)
        if not option:
            why = f"“{text}”不在表样的{CATEGORY}里，这一格留空（表照样建）"
            self._refused.append(Refused(number, text, why))
        return option


def option_of(field: Field, text: str) -> str:
    """The one option of a field that a text means; empty where none or several may be meant."""
    wanted = fold(text)
    exact = [option for option in field.options if fold(option) == wanted]
    near = exact or [each for each in field.options if wanted in fold(each) or fold(each) in wanted]
    return near[0] if len(near) == 1 else ""


def _header(row: Sequence[str]) -> Mapping[str, int]:
    """The columns of a header row; empty for any other row."""
    names = [_LETTER.sub("", _UNIT.sub("", fold(cell))) for cell in row]
    found = {
        part: at
        for part, words in _HEADERS.items()
        if (at := next((names.index(word) for word in words if word in names), None)) is not None
    }
    return found if "name" in found and len(found) > 1 else {}


def _by_order(rows: Rows) -> Mapping[str, int]:
    """The columns of a list without a header; a first column that only counts is left out."""
    first = [row[0] for row in rows if any(row) and row[0]]
    counts = [str(number) for number in range(1, len(first) + 1)]
    numbered = bool(first) and [fold(each) for each in first] == counts
    shift = 1 if numbered and any(len(row) > 1 for row in rows) else 0
    return {part: at + shift for at, part in enumerate(_IN_ORDER)}


def _on_one_line(cell: str) -> str:
    """A cell without the line ends of a narrow column, which are part of no name or header."""
    return _LINE_END.sub("", _WORDS_PARTED.sub(" ", cell.strip()))
