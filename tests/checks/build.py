"""Sheets from a few lines of text, and what the rules say of them.

A line is `栏目 内容`, or a row of indicators with its cells between bars:
`一级 | 二级 | 三级 | 目标 | 实际`, on a department sheet with 指标分类 as an optional sixth; a last
cell `人工：部分达到` is the clerk's own verdict. A line
that begins with `---` begins the next sheet: `--- 附件2` that of the department, `--- 决算` the
figures of the accounts. A line `批复 一级 | 二级 | 三级 | 目标` is an approved indicator.
"""

from collections.abc import Iterable, Iterator

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.sheet import Approved, Batch, Row, Ruling, Sheet, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role
from selfeval_tui.text import VerdictCode

_FAMILY = "ezhou-gedian"
_SHEET = "---"
_KINDS = {"": "project", "附件2": "department", "决算": "figures"}
_SHORT = {"原因": Role.REASON, "改进": Role.IMPROVEMENT}
_BAR = "|"
_RULED = "| 人工："
_APPROVED = "批复 "
_VERDICTS = {"": Ruling()} | {code.label: Ruling(code) for code in VerdictCode}
_MONEY = "资金"
_ROWS = "指标"
_ROLES = (Role.LEVEL1, Role.LEVEL2, Role.INDICATOR, Role.TARGET, Role.ACTUAL, Role.CATEGORY)


def sheets(text: str, family: str = _FAMILY) -> tuple[Sheet, ...]:
    """The sheets that a text describes."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in filter(None, map(str.strip, text.strip().splitlines())):
        if line.startswith(_SHEET):
            parts.append((line.removeprefix(_SHEET).strip(), []))
        else:
            parts[-1][1].append(line)
    wanted = parts if parts[0][1] else parts[1:]
    return tuple(_sheet(kind, lines, family) for kind, lines in wanted)


def batch(text: str, family: str = _FAMILY) -> Batch:
    """The year of these sheets."""
    return Batch(sheets(text, family))


def findings(text: str, family: str = _FAMILY) -> tuple[Finding, ...]:
    """What is to be said of them; what could not be checked is left out."""
    return tuple(each for each in check(batch(text, family)) if each.state is not State.skipped)


def codes(text: str, family: str = _FAMILY) -> set[str]:
    """The rules that find something."""
    return {finding.code for finding in findings(text, family)}


def only(code: str, found: Iterable[Finding]) -> Finding:
    """The one finding of a rule."""
    (finding,) = (each for each in found if each.code == code)
    return finding


def _sheet(kind: str, lines: list[str], family: str) -> Sheet:
    sheet = new_sheet(load_spec(f"{family}/{_KINDS[kind]}"), starter=False)
    for number, line in enumerate(lines, start=1):
        if line.startswith(_APPROVED):
            texts = map(str.strip, line.removeprefix(_APPROVED).split(_BAR))
            sheet.approved += (Approved(*texts),)
        elif _BAR in line:
            cells, _, verdict = line.partition(_RULED)
            row = dict(_cells(sheet, cells.split(_BAR)))
            sheet.tables[_ROWS][f"r{number}"] = Row(f"r{number}", row, _VERDICTS[verdict.strip()])
        else:
            name, _, content = line.partition(" ")
            _type(sheet, name, content.strip().replace("\\n", "\n"))
    return sheet


def _cells(sheet: Sheet, texts: list[str]) -> Iterator[tuple[str, str]]:
    table = sheet.spec.table(_ROWS)
    for role, text in zip(_ROLES, texts, strict=False):
        column = table.with_role(role)
        assert column is not None, role
        yield column.name, text.strip().replace("\\n", "\n")


def _type(sheet: Sheet, name: str, content: str) -> None:
    if name in _SHORT:
        field = sheet.spec.field_with_role(_SHORT[name])
        assert field is not None
        name = field.name
    if name in sheet.spec.fields:
        sheet.fields[name] = content
        return
    row = next(iter(sheet.tables[_MONEY].values()))
    assert name in {column.name for column in sheet.spec.table(_MONEY).columns}, name
    row.cells[name] = content
