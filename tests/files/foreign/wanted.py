"""What a clerk expects of a file: as data, and compared with what was read."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from attrs import Factory, fields, frozen

from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.sheet import Row, Sheet
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.text import strip_controls
from tests.files.foreign.labels import printed

ARRIVED_OR = "¦"
"""Between texts any of which a clerk would call right."""

_ROLES = {
    "项目名称": Role.PROJECT_NAME,
    "主管部门": Role.DEPARTMENT,
    "年度": Role.YEAR,
    "日期": Role.DATE,
    "目标": Role.GOAL,
    "原因": Role.REASON,
    "改进": Role.IMPROVEMENT,
    "总分": Role.TOTAL,
    "标题": Role.TITLE,
    "附件号": Role.ATTACHMENT,
    "基本支出": Role.BASIC_TOTAL,
    "项目支出": Role.PROJECT_TOTAL,
}
_COLUMNS = {
    "level1": Role.LEVEL1,
    "level2": Role.LEVEL2,
    "name": Role.INDICATOR,
    "target": Role.TARGET,
    "actual": Role.ACTUAL,
    "weight": Role.WEIGHT,
    "score": Role.SCORE,
    "reason": Role.REASON,
}
_MONEY = {
    "budget": Role.BUDGET,
    "spent": Role.SPENT,
    "rate": Role.RATE,
    "weight": Role.WEIGHT,
    "score": Role.SCORE,
}
_LABELS = frozenset(
    re.findall(
        r"\S+",
        """
        项目名称 主管部门 实施单位 项目实施单位 单位名称 填报日期 项目类别 项目属性 项目类型
        分值 得分 预算数 执行数 执行率 年度资金总额 一级指标 二级指标 三级指标 年度指标值
        实际完成值 总分 备注 填报人 审核人 联系电话 预期目标 实际完成情况 年度总体目标 绩效指标
        """,
    )
)
"""Never the content of a field."""
_MUST = {"name", "target", "actual", "level1", "level2"}
"""What an indicator is; the rest may have no place on the form and is then told of."""
_CORE = {"项目名称", "主管部门", "单位", "年度"}
"""What a sheet is known by: it must arrive; other fields may stay blank where they are told of."""
_SHORT = 3
"""Signs and units may have become a part of a text; rows are compared cell by cell."""
_LOOSE = {"level1", "level2"}
"""Printed in narrow columns, where a line end is no part of the text."""


@frozen
class Goal:
    """One indicator as it was drawn."""

    level1: str = ""
    level2: str = ""
    name: str = ""
    target: str = ""
    actual: str = ""
    weight: str = ""
    score: str = ""
    reason: str = ""


@frozen
class Money:
    """One row of the money table, as its cells show."""

    initial: str = ""
    budget: str = ""
    spent: str = ""
    rate: str = ""
    weight: str = ""
    score: str = ""


@frozen
class Drawn:
    """A text as it was drawn."""

    page: str
    """The page's name; empty in a document."""
    text: str


@frozen
class Wanted:
    """One sheet of the file."""

    goals: tuple[Goal, ...]
    kind: str = "project"
    """`project` or `department`; empty where the drawing does not say."""
    form: str = ""
    """The form that it clearly is; empty where a clerk would not mind."""
    fields: Mapping[str, str] = Factory(dict)
    money: Mapping[str, Money] = Factory(dict)
    """By 合计, 财政拨款, 结转, 其他."""
    blank: tuple[str, ...] = ()
    """Fields, or columns of the indicators, in which nothing may stand."""
    told: tuple[str, ...] = ()
    """Texts that have no place and must be listed, or stand somewhere on the sheet."""
    warned: tuple[str, ...] = ()
    """A word that some notice must contain: 元 where money was not in 万元."""
    targets_only: bool = False
    may_be_listed: bool = False
    """Whether it is enough that the indicators are listed: the drawing has no targets."""


def goals(table: str) -> tuple[Goal, ...]:
    """Indicators from a small table: 一级 | 二级 | 三级 | 目标 | 实际 | 分值 | 得分 | 原因."""
    lines = filter(str.strip, table.splitlines())
    rows = (line.strip().split("|") for line in lines)
    return tuple(Goal(*(cell.strip(" ").replace("⏎", "\n") for cell in row)) for row in rows)


def faults(read: Sequence[SheetRead | PageUnread], wanted: Sequence[Wanted]) -> Iterator[str]:
    """Everything that came otherwise than a clerk expects; nothing where all is well."""
    sheets = [each for each in read if isinstance(each, SheetRead)]
    if len(sheets) != len(wanted):
        unread = [each.why for each in read if isinstance(each, PageUnread)]
        yield f"画了{len(wanted)}张表，读到{len(sheets)}张；没有认出：{unread}"
    told = _Told(read)
    for number, (sheet, want) in enumerate(_pairs(sheets, wanted), start=1):
        for fault in _sheet_faults(sheet, want, told):
            yield f"第{number}张（{sheet.sheet.spec.id}）：{fault}"


def silent(read: Sequence[SheetRead | PageUnread], texts: Sequence[Drawn]) -> Iterator[str]:
    """Texts that were drawn and are neither on a sheet nor told of.

    A page that was told of as a whole speaks for its texts.
    """
    sheets = [each for each in read if isinstance(each, SheetRead)]
    if not sheets:
        return
    values = [_fold(value) for each in sheets for value in _values(each.sheet) if value.strip()]
    told = _Told(read)
    unread = {each.page for each in read if isinstance(each, PageUnread)}
    for page, text in ((each.page, each.text) for each in texts):
        folded = _fold(text)
        if len(folded) <= _SHORT or page in unread:
            continue
        on_sheet = folded in values or any(
            (len(folded) > 3 and folded in value) or (len(value) > 3 and value in folded)
            for value in values
        )
        if not on_sheet and text not in told and not printed(text):
            yield f"无声丢失：{text!r}"


def _pairs(
    sheets: Sequence[SheetRead], wanted: Sequence[Wanted]
) -> Iterator[tuple[SheetRead, Wanted]]:
    """Each expected sheet with the one that has most of its indicators."""
    left = list(sheets)
    for want in wanted:
        names = {goal.name for goal in want.goals}
        if left:
            best = max(left, key=lambda read: len(names & _names(read.sheet)))
            left.remove(best)
            yield best, want


def _names(sheet: Sheet) -> set[str | None]:
    return {_goal_text(table, row, "name") for table, row in _indicators(sheet)}


def _sheet_faults(read: SheetRead, want: Wanted, told: "_Told") -> Iterator[str]:
    sheet = read.sheet
    if want.kind and sheet.spec.kind != want.kind:
        yield f"应是{want.kind}，认作{sheet.spec.kind}"
    if want.form and sheet.spec.id != want.form:
        yield f"应是{want.form}"
    if read.targets_only != want.targets_only:
        yield f"targets_only 应是{want.targets_only}"
    yield from _field_faults(sheet, want, told)
    yield from _money_faults(sheet, want, told)
    yield from _goal_faults(sheet, want, told)
    yield from _blank_faults(sheet, want)
    for name, text in sheet.fields.items():
        if _fold(text).rstrip(":") in _LABELS:
            yield f"{name} 读成了栏目名 {text!r}"
    everything = _Texts([*told.texts, *_values(sheet)])
    yield from (f"没有交代：{text!r}" for text in want.told if text not in everything)
    noted = " ".join([*read.notices, *(piece.note for piece in read.read), *told.reasons])
    yield from (f"没有提醒：{word}" for word in want.warned if word not in noted)


def _field_faults(sheet: Sheet, want: Wanted, told: "_Told") -> Iterator[str]:
    for name, expected in want.fields.items():
        places = list(_field_values(sheet, name))
        if any(_same(name, place, expected) for place in places):
            continue
        wrong = [place for place in places if place]
        listed = told.date(expected) if name == "日期" else expected in told
        if wrong or not listed or (places and name in _CORE):
            yield f"{name} 应是 {expected!r}，读到 {places}"


def _same(name: str, found: str, expected: str) -> bool:
    if name == "日期":
        return _day(found) == _day(expected)
    return found in expected.split(ARRIVED_OR)


def _field_values(sheet: Sheet, name: str) -> Iterator[str]:
    """What stands in the places for this on the form; nothing where there is none."""
    if name == "单位":
        for field in sheet.spec.fields.values():
            if field.role is Role.UNIT_NAME or field.name == "项目实施单位":
                yield sheet.fields.get(field.name, "")
        return
    if name in sheet.spec.fields:
        yield sheet.fields.get(name, "")
        return
    role = _ROLES.get(name)
    if role and sheet.spec.field_with_role(role):
        yield sheet.with_role(role)
    for table, row in sheet.rows():
        if table.free:
            continue
        for column in table.columns:
            if column.name == name or (role in {Role.GOAL} and column.role is role):
                yield row.cells.get(column.name, "")


def _money_faults(sheet: Sheet, want: Wanted, told: "_Told") -> Iterator[str]:
    money = sheet.spec.table_with_role(Role.SPENT)
    rows = sheet.tables.get(money[0].name, {}) if money else {}
    for key, expected in want.money.items():
        row = rows.get(key)
        for attribute in fields(Money):
            text = getattr(expected, attribute.name)
            if not text:
                continue
            column = _money_column(money[0], attribute.name) if money else None
            printed = bool(money and column in money[0].printed.get(key, {}))
            if row is None or column is None or printed:
                if text not in told and not printed:
                    yield f"资金.{key}.{attribute.name} {text!r} 没有交代"
            elif row.cells.get(column, "") not in text.split(ARRIVED_OR):
                yield f"资金.{key}.{column} 应是 {text!r}，读到 {row.cells.get(column, '')!r}"


def _money_column(table: TableBlock, name: str) -> str | None:
    if name == "initial":
        return next((each.name for each in table.columns if each.name == "年初预算数"), None)
    column = table.with_role(_MONEY[name])
    return column.name if column else None


def _goal_faults(sheet: Sheet, want: Wanted, told: "_Told") -> Iterator[str]:
    rows = list(_indicators(sheet))
    if want.may_be_listed and not rows and all(goal.name in told for goal in want.goals):
        return
    expected = [goal for goal in want.goals if goal.name or goal.target or goal.actual]
    if len(rows) != len(expected):
        more = {str(_goal_text(*row, "name")) for row in rows} - {goal.name for goal in expected}
        yield f"画了{len(expected)}行指标，读到{len(rows)}行，多出 {sorted(more)}"
        found = {_goal_text(table, row, "name") for table, row in rows}
        yield from (
            f"指标丢失：{goal.name!r}"
            for goal in expected
            if goal.name not in found and goal.name not in told
        )
    for number, (goal, found_row) in enumerate(zip_longest(expected, rows), start=1):
        if goal is None or found_row is None:
            return
        for name in _COLUMNS:
            if fault := _cell_fault(goal, *found_row, name=name, told=told):
                yield f"指标[{number}].{fault}"


def _cell_fault(goal: Goal, table: TableBlock, row: Row, *, name: str, told: "_Told") -> str:
    expected, found = getattr(goal, name), _goal_text(table, row, name)
    if found is None:
        lost = expected and (name in _MUST or expected not in told)
        return f"{name} {expected!r} 没有去处，也没有交代" if lost else ""
    if name in _LOOSE:
        found = "".join(found.split())
        expected = "".join(expected.split())
    right = found in [strip_controls(each) for each in expected.split(ARRIVED_OR)]
    return "" if right else f"{name} 应是 {expected!r}，读到 {found!r}"


def _goal_text(table: TableBlock, row: Row, name: str) -> str | None:
    column = table.with_role(_COLUMNS[name])
    return row.cells.get(column.name, "") if column else None


def _indicators(sheet: Sheet) -> Iterator[tuple[TableBlock, Row]]:
    """The rows of indicators; one with levels and nothing else promises nothing."""
    for table, row in sheet.rows():
        if any(_goal_text(table, row, name) for name in ("name", "target", "actual")):
            yield table, row


def _blank_faults(sheet: Sheet, want: Wanted) -> Iterator[str]:
    for name in want.blank:
        if name in _COLUMNS:
            texts = [_goal_text(table, row, name) for table, row in _indicators(sheet)]
        elif name in _MONEY:
            money = sheet.spec.table_with_role(Role.SPENT)
            column = _money_column(money[0], name) if money else None
            rows = sheet.tables.get(money[0].name, {}).values() if money else ()
            texts = [row.cells.get(column or "", "") for row in rows]
        else:
            texts = list(_field_values(sheet, name))
        if any(texts):
            yield f"{name} 应是空的，读到 {[text for text in texts if text]}"


def _values(sheet: Sheet) -> Iterator[str]:
    yield from sheet.fields.values()
    for _, row in sheet.rows():
        yield from row.cells.values()


class _Texts:
    """Texts to look in, without regard to blanks and the width of letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._folded = [_fold(text) for text in texts]

    def __contains__(self, text: str) -> bool:
        """Whether any of the texts is this one or holds it; a short one must be it."""
        return any(self._holds(_fold(each)) for each in text.split(ARRIVED_OR))

    def _holds(self, wanted: str) -> bool:
        return any(wanted in text if len(wanted) > 3 else wanted == text for text in self._folded)


class _Told(_Texts):
    """What was told of a file beside what was read from it."""

    def __init__(self, read: Sequence[SheetRead | PageUnread]) -> None:
        self.texts: list[str] = []
        self.reasons: list[str] = []
        for each in read:
            if isinstance(each, PageUnread):
                self.texts.append(each.why)
                self.reasons.append(each.why)
            else:
                self.texts += [left.text for left in each.not_understood]
                self.reasons += [left.why for left in each.not_understood]
                self.texts += each.notices
        super().__init__(self.texts)

    def date(self, expected: str) -> bool:
        """Whether a text tells of this day, however it is written."""
        return any(_day(expected) == _day(text) for text in self.texts)


def _day(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
