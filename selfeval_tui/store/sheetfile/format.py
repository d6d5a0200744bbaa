"""What a saved sheet's file says (format 1): its sections, their keys and the typed texts.

    format = 1
    "末行"         the line that ends a whole file; a cut file lacks it
    [spec]        id, year, revision, hash: the form (表样) that the sheet was written under
    [sheet]       id, demo, state (草稿, 定稿, 已报送, 退回修改) and what was recorded of its life
    ["字段"]      the fields outside the tables
    [["资金"]]    each table's rows: id, the columns, and for judged rows the clerk's decision
                  and what the actual value rests on (依据)
    [["说明"]]    the clerk's reasons: rule, cell, the fingerprint of what was explained, text, date
    [["财政意见"]] the bureau's remarks: cell, text, where from, date, what stood there, the answer
    [["批复目标"]] the approved indicators: id (their number), 一级 … 目标, 分值, where from

Every key of the form is always there, blank where nothing was typed: a key that is added to the
last row later would land under the comment of the next section.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from selfeval_tui.sheet import BasisPart, Row, Sheet
from selfeval_tui.spec.model import TableBlock

FORMAT = 1

FORMAT_KEY = "format"
SPEC = "spec"
SHEET = "sheet"
FIELDS = "字段"
ID = "id"
STATE = "state"
DEMO = "demo"
RULED_VERDICT = "人工判定"
"""The code of the clerk's own verdict, as `met`; blank where the program's counts."""
RULED_DIRECTION = "人工方向"
"""The code of the clerk's own direction, as `lower`; blank where none was given."""
RULED_READING = "人工读作"
"""What the clerk says that the target means, as ≤3次; blank where the typed text counts."""
BASIS: Mapping[BasisPart, str] = {
    BasisPart.document: "依据文号",
    BasisPart.evidence: "依据材料",
    BasisPart.satisfied: "依据满意数",
    BasisPart.valid: "依据有效数",
}
"""The keys of what a row rests on (依据)."""

LIFE: Mapping[str, str] = {
    "finalised": "定稿日期",
    "content": "校验码",
    "spec": "定稿表样",
    "rules": "定稿规则",
    "submitted": "报送日期",
    "channel": "报送方式",
    "returned": "退回日期",
    "reason": "退回原因",
}
"""The keys of a sheet's life, by the attribute of `Life`."""
EXPLANATIONS = "说明"
EXPLAINED: Mapping[str, str] = {
    "rule": "规则",
    "table": "表",
    "row": "行",
    "name": "栏目",
    "value": "所说明的值",
    "text": "说明",
    "date": "日期",
}
"""The keys of a reason, by the attribute of `Explanation`."""

REMARKS = "财政意见"
REMARKED: Mapping[str, str] = {
    "table": "表",
    "row": "行",
    "name": "栏目",
    "text": "意见",
    "source": "来源",
    "date": "日期",
    "before": "修改前",
    "reason": "说明",
    "answered": "答复日期",
    "after": "修改后",
}
"""The keys of a remark, by the attribute of `Remark`."""
ANSWER = "答复"
"""未答复, 已改 or 不改."""

APPROVED = "批复目标"
APPROVED_ROW: Mapping[str, str] = {
    "level1": "一级指标",
    "level2": "二级指标",
    "indicator": "三级指标",
    "target": "目标",
    "weight": "分值",
    "source": "来源",
}
"""The keys of an approved indicator, by the attribute of `Approved`."""
LISTS = frozenset({EXPLANATIONS, REMARKS, APPROVED})
"""The sections of rows that are no table of the form; they stand in every file that needs them."""

Scalar = str | int | bool


@frozen
class Content:
    """All that a file must say of a sheet; keys that it says beyond that are left alone."""

    sections: Mapping[str, Mapping[str, Scalar]]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]


def content_of(sheet: Sheet) -> Content:
    """What the file of this sheet says, every key of its form included."""
    spec = sheet.spec
    sections: dict[str, Mapping[str, Scalar]] = {
        SPEC: {ID: spec.id, "year": spec.year, "revision": spec.revision, "hash": spec.hash},
        SHEET: {ID: sheet.id, DEMO: sheet.demo, STATE: sheet.life.stage.label, **_life(sheet)},
        FIELDS: {name: sheet.fields.get(name, "") for name in spec.fields},
    }
    tables = {
        table.name: tuple(
            dict(_row(table, row)) for row in sheet.tables.get(table.name, {}).values()
        )
        for table in spec.tables
    }
    lists = {
        EXPLANATIONS: tuple(_reasons(sheet)),
        REMARKS: tuple(_remarks(sheet)),
        APPROVED: tuple(_approved(sheet)),
    }
    return Content(sections, tables | lists)


def _life(sheet: Sheet) -> Mapping[str, str]:
    """What has happened to the sheet; a life goes on and never takes a word back."""
    recorded = ((key, str(getattr(sheet.life, name))) for name, key in LIFE.items())
    return {key: text for key, text in recorded if text}


def _reasons(sheet: Sheet) -> Iterator[Mapping[str, str]]:
    for reason in sheet.explanations.values():
        yield {ID: reason.id, **{key: getattr(reason, name) for name, key in EXPLAINED.items()}}


def _remarks(sheet: Sheet) -> Iterator[Mapping[str, str]]:
    for remark in sheet.remarks.values():
        texts = {key: getattr(remark, name) for name, key in REMARKED.items()}
        yield {ID: remark.id, **texts, ANSWER: remark.answer.label}


def _approved(sheet: Sheet) -> Iterator[Mapping[str, str]]:
    for number, approved in enumerate(sheet.approved, start=1):
        texts = {key: getattr(approved, name) for name, key in APPROVED_ROW.items()}
        yield {ID: str(number), **texts}


def _row(table: TableBlock, row: Row) -> Iterator[tuple[str, str]]:
    yield ID, row.id
    for column in table.columns:
        yield column.name, row.cells.get(column.name, "")
    if table.judged:
        yield RULED_VERDICT, row.ruling.verdict.value if row.ruling.verdict else ""
        yield RULED_DIRECTION, row.ruling.direction.value if row.ruling.direction else ""
        yield RULED_READING, row.ruling.reading
        yield from ((BASIS[part], text) for part, text in row.basis.parts())
