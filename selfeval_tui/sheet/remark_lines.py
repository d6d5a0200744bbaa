"""Pasted remarks, one a line: which sheet and which cell each is about, as far as it says so."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from types import MappingProxyType

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.place import sheet_mark
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.text import fold

_LIST_MARK = re.compile(
    r"\s*(?:[（(]\d{1,2}[)）]|\d{1,2}[)）、]|\d{1,2}[.．](?!\d)|[一二三四五六七八九十]{1,3}、|[·•●*])\s*"
)
_ATTACHMENT = re.compile(r"附件(\d+(?:-\d+)?)(?![\d-])")
_BARE = re.compile(r"(\d+-\d+)(?=[:：、,，\s])")
_ROW = re.compile(r"第(\d{1,3})行")
_SPEAKS = re.compile(r"\w")
_SHORTEST = 2
"""Characters of an indicator's name that is looked for; a shorter one is found anywhere."""
_LONGEST = 2000
_MOST = 500
"""Remarks of one paste: more are no remarks on a dozen sheets."""

_SPOKEN = MappingProxyType(
    {
        Role.REASON: ("原因分析", "偏差原因", "原因"),
        Role.IMPROVEMENT: ("改进措施", "结果应用", "改进"),
        Role.GOAL: ("年度目标", "绩效目标", "总体目标"),
        Role.TITLE: ("标题", "表名"),
        Role.BUDGET: ("预算数",),
        Role.SPENT: ("执行数",),
        Role.RATE: ("执行率",),
        Role.DATE: ("填报日期", "日期"),
        Role.UNIT_NAME: ("单位名称",),
        Role.PROJECT_NAME: ("项目名称",),
        Role.TARGET: ("年初目标值", "目标值", "指标值", "目标"),
        Role.ACTUAL: ("实际完成值", "完成值", "实际值", "实际", "完成"),
        Role.INDICATOR: ("三级指标", "指标名称"),
        Role.SCORE: ("得分", "评分"),
        Role.WEIGHT: ("权重", "分值"),
    }
)
"""What people call the cells that play a role, beside their names on the form."""


@frozen
class Placed:
    """A remark and where it seems to belong."""

    where: str
    """What it was read from: 第2行, or a cell of a workbook."""
    text: str
    at: Address | None
    """A cell; a whole sheet where it names no cell; None where not even the sheet is known."""


def place_lines(batch: Batch, text: str) -> tuple[Placed, ...]:
    """Read remarks, one a line.

    A line that only names a sheet is a heading for those below it.

    Args:
        batch: The sheets they may be about.
        text: What was pasted.
    """
    return tuple(islice(_placed(batch, text), _MOST))


def _placed(batch: Batch, text: str) -> Iterator[Placed]:
    heading: Sheet | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _LIST_MARK.sub("", raw, count=1) if _LIST_MARK.match(raw) else raw
        line = line.strip()[:_LONGEST]
        if not line:
            continue
        sheet, rest = _sheet_of(batch, line)
        if sheet is not None and not _SPEAKS.search(rest):
            heading = sheet
            continue
        if sheet is None and not _ATTACHMENT.search(_plain_dashes(line)):
            sheet = heading or _sheet_with_row(batch, line)
        at = find_cell(sheet, rest) if sheet else None
        yield Placed(f"第{number}行", rest.strip("：:，, ") or line, at)


def _sheet_of(batch: Batch, line: str) -> tuple[Sheet | None, str]:
    """The sheet that a line names, and what it says beside that."""
    for pattern in (_ATTACHMENT, _BARE):
        found = (
            pattern.search(_plain_dashes(line))
            if pattern is _ATTACHMENT
            else pattern.match(_plain_dashes(line))
        )
        if found:
            wanted = f"附件{found.group(1)}"
            for sheet in batch.sheets:
                if fold(sheet_mark(sheet)) == wanted:
                    rest = line[found.end() :] if found.start() == 0 else line
                    return sheet, _without_subject(sheet, rest)
    named = [each for each in batch.sheets if _project(each) and _project(each) in line]
    if not named:
        return None, line
    sheet = max(named, key=lambda each: len(_project(each)))
    return sheet, _without_subject(sheet, line)


def _plain_dashes(line: str) -> str:
    """Digits and dashes in half width, character for character."""
    dashes = dict.fromkeys(map(ord, "—–―−‐‑‒－﹣"), "-")
    return line.translate({**dashes, **{0xFF10 + digit: str(digit) for digit in range(10)}})


def _project(sheet: Sheet) -> str:
    return sheet.with_role(Role.PROJECT_NAME).strip()


def _without_subject(sheet: Sheet, rest: str) -> str:
    """What is said behind the project's name, which only says again which sheet it is."""
    plain = rest.lstrip(' 　：:，,、《“"')
    name = _project(sheet)
    if name and plain.startswith(name):
        return plain.removeprefix(name).lstrip(' 　》”"')
    return rest


def _sheet_with_row(batch: Batch, line: str) -> Sheet | None:
    """The only sheet that has an indicator of that name."""
    having = [sheet for sheet in batch.sheets if any(_rows_named(sheet, fold(line)))]
    return having[0] if len(having) == 1 else None


def find_cell(sheet: Sheet, words: str) -> Address:
    """The cell that words are about; the sheet where that cannot be told.

    What stands in front of a colon is the subject; only where that names no cell the whole line
    is searched.
    """
    subject = re.split(r"[：:]", words, maxsplit=1)[0]
    for part in dict.fromkeys((subject, words)):
        found = _find(sheet, fold(part))
        if found is not None:
            return found
    return Address(sheet.id)


def _find(sheet: Sheet, said: str) -> Address | None:
    rows = list(_rows_named(sheet, said))
    longest = max((len(name) for name, _ in rows), default=0)
    best = [at for name, at in rows if len(name) == longest]
    numbered = _row_numbered(sheet, said)
    if numbered is not None:
        best = [at for at in best if at == numbered] or [numbered]
    fields = list(_fields_named(sheet, said))
    # The longer name is meant: 预算控制数 is no 预算数.
    best_field = max(fields, key=lambda each: (each[0], -each[1]), default=None)
    if len(best) == 1 and (numbered or best_field is None or longest >= best_field[0]):
        return _column_of(sheet, best[0], said)
    if best_field is not None and not (best and longest >= best_field[0]):
        return best_field[2]
    return None


def _judged(sheet: Sheet) -> Iterator[TableBlock]:
    return (table for table in sheet.spec.tables if table.with_role(Role.INDICATOR))


def _rows_named(sheet: Sheet, said: str) -> Iterator[tuple[str, Address]]:
    """The rows whose indicator is named, each with its folded name."""
    for table in _judged(sheet):
        column = table.with_role(Role.INDICATOR)
        assert column is not None
        for row in sheet.tables.get(table.name, {}).values():
            name = fold("".join(row.cells.get(column.name, "").split()))
            if len(name) >= _SHORTEST and name in said:
                yield name, Address(sheet.id, "", table.name, row.id)


def _row_numbered(sheet: Sheet, said: str) -> Address | None:
    found = _ROW.search(said)
    for table in _judged(sheet) if found else ():
        rows = list(sheet.tables.get(table.name, {}))
        assert found is not None
        number = int(found.group(1))
        if 0 < number <= len(rows):
            return Address(sheet.id, "", table.name, rows[number - 1])
    return None


def _column_of(sheet: Sheet, row: Address, said: str) -> Address:
    """The column that is meant: the actual value where none is named."""
    table = sheet.spec.table(row.table)
    named = [
        (len(name), column.name)
        for column in table.columns
        for name in _names(column.name, column.role)
        if name in said
    ]
    actual = table.with_role(Role.ACTUAL)
    usual = actual.name if actual else table.columns[-1].name
    return row.beside(max(named)[1] if named else usual)


def _fields_named(sheet: Sheet, said: str) -> Iterator[tuple[int, int, Address]]:
    """Fields and cells of fixed tables that are named: how long, from where on, which."""
    for name, field in sheet.spec.fields.items():
        yield from _named(said, _names(name, field.role, field.label), Address(sheet.id, name))
    for table in sheet.spec.tables:
        rows = list(sheet.tables.get(table.name, {}))
        if table.free or not rows:
            continue
        row = next((each for each in rows if each in said), rows[0])
        for column in table.columns:
            at = Address(sheet.id, column.name, table.name, row)
            yield from _named(said, _names(column.name, column.role), at)


def _named(said: str, names: Iterable[str], at: Address) -> Iterator[tuple[int, int, Address]]:
    return ((len(name), said.index(name), at) for name in names if name in said)


def _names(name: str, role: Role | None, label: str = "") -> tuple[str, ...]:
    spoken = _SPOKEN.get(role, ()) if role else ()
    return tuple(fold(each) for each in (name, label.rstrip("：:"), *spoken) if each)
