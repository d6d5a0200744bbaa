"""Sheets to send out and to bring back: any texts, many rows, empty cells, long reasons."""

from collections.abc import Mapping

from hypothesis import strategies as st

from selfeval_tui.sheet import Row, Sheet, new_id, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Column, Field, Kind, Role, TableBlock

PRINTED = tuple(spec_id for spec_id in spec_ids() if load_spec(spec_id).printed)
_SIGNS = (
    "一二三目标指标成本率及时完成项目资金运转万元次台套≥≤≧≦＞%‰（）()《》“”、，。；：:-—/+=·"
    "0123456789ABCxyz ☑√□■&<>'\""
)
_KNOWN = [
    "≤3次", "≧95%", "20万元", "不足12次", "1,234.50", "5.50", "0", "95.2%", "-3", "=1+1", "_x0041_",
    "2024年4月23日", "1台电脑4台打印机", "无", "+1", "@a", "00123", "1E5", "　　一是及时\n二是规范",
]  # fmt: skip
_TICKED = frozenset({Kind.CHOICE, Kind.FLAGS})
_SINGLE = frozenset({Role.ATTACHMENT, Role.TITLE, Role.UNIT_NAME, Role.DATE, Role.PROJECT_NAME})
"""Roles that are printed in one line, most of them behind a label."""


def typed() -> st.SearchStrategy[str]:
    """What a clerk may type into a cell, blanks and line ends at its edges included."""
    text = st.text(st.sampled_from(_SIGNS + "\n"), min_size=1, max_size=40)
    known = st.sampled_from(_KNOWN)
    # A lone colon behind a label is taken for the label's own.
    return (text | known).filter(lambda each: bool(each.strip("：: 　\n")))


def reasons() -> st.SearchStrategy[str]:
    """Texts from a word to several pages."""
    return typed() | st.builds(
        lambda piece, times: piece * times, typed(), st.sampled_from((1, 30, 150))
    )


def line(text: str) -> str:
    """A text as it stands behind a printed label: one line without blanks at its edges."""
    return " ".join(text.split())


@st.composite
def sheets(draw: st.DrawFn, spec_id: str) -> Sheet:
    """A filled sheet of one form."""
    spec = load_spec(spec_id)
    sheet = new_sheet(spec, starter=False)
    for field in spec.fields.values():
        if text := draw(_of_field(field)):
            sheet.fields[field.name] = text
    for table in spec.tables:
        for row in table.rows:
            sheet.row(table.name, row.id).cells.update(draw(_cells(table, row.fixed)))
        if table.free:
            rows = [Row(new_id(), cells) for cells in draw(_rows(table))]
            sheet.tables[table.name] = {row.id: row for row in rows}
    return sheet


def _of_field(field: Field) -> st.SearchStrategy[str]:
    if field.role is Role.YEAR:
        return st.sampled_from(("2023", "2019", "二〇二三"))
    if field.kind is Kind.CHOICE:
        return st.sampled_from(("", *field.options))
    if field.kind is Kind.FLAGS:
        return st.sets(st.sampled_from(field.options)).map(
            lambda chosen: "\n".join(each for each in field.options if each in chosen)
        )
    if field.role in _SINGLE:
        return st.just("") | typed().map(line)
    return st.just("") | (reasons() if field.kind is Kind.LONG else typed())


def _rows(table: TableBlock) -> st.SearchStrategy[list[dict[str, str]]]:
    count = st.sampled_from((1, 2, 3, 5, 13, 60)).flatmap(
        lambda most: st.lists(_cells(table, {}).filter(bool), min_size=1, max_size=most)
    )
    return count | st.lists(_cells(table, {}).filter(bool), min_size=60, max_size=60)


def _cells(table: TableBlock, fixed: Mapping[str, str]) -> st.SearchStrategy[dict[str, str]]:
    free = [column for column in table.columns if column.name not in fixed]
    texts = {column.name: st.just("") | _of_column(column) for column in free}
    return st.fixed_dictionaries(texts).map(
        lambda cells: {name: text for name, text in cells.items() if text}
    )


def _of_column(column: Column) -> st.SearchStrategy[str]:
    if column.role in {Role.LEVEL1, Role.LEVEL2}:
        return st.sampled_from(("产出指标", "数量指标", "效益指标（10分）", "质 量", "满意度"))
    if column.kind in _TICKED:
        return st.sampled_from(column.options)
    return typed()


def said(sheet: Sheet, *, computed: bool = False) -> object:
    """Everything a sheet says, to compare it with one that came back.

    Args:
        sheet: The sheet.
        computed: Whether the typed values of computed fields count; what is printed there may be
            the computed value.
    """
    spec = sheet.spec
    fields = {
        name: text
        for name, text in sheet.fields.items()
        if text and _counts(spec.fields[name], text, computed=computed)
    }
    return spec.id, fields, [_table(sheet, table, computed=computed) for table in spec.tables]


def _table(sheet: Sheet, table: TableBlock, *, computed: bool) -> object:
    return table.name, [
        {
            name: text
            for name, text in row.cells.items()
            if text and _counts(table.column(name), text, computed=computed)
        }
        for row in sheet.tables.get(table.name, {}).values()
    ]


def _counts(field: Field, text: str, *, computed: bool) -> bool:
    # What repeats the form's own words (备注) is as good as blank.
    return (computed or not field.calc) and text != field.default


def hard_sheet(spec_id: str) -> Sheet:
    """A sheet of sixty rows on several pages, with gaps, line ends and reasons of a page."""
    spec = load_spec(spec_id)
    sheet = new_sheet(spec, starter=False)
    for field in spec.fields.values():
        if field.calc or field.role is Role.NOTES:
            continue
        if field.kind is Kind.CHOICE:
            sheet.fields[field.name] = field.options[-1]
        elif field.role is Role.YEAR:
            sheet.fields[field.name] = "2023"
        elif field.kind is Kind.LONG:
            sheet.fields[field.name] = (
                "　　一是预算编制不够精准，偏差较大；\n二是工作未按计划开展。" * 60
            )
        elif field.kind is Kind.MONEY:
            sheet.fields[field.name] = "1,234.50"
        else:
            sheet.fields[field.name] = f"{field.name}的内容"
    for table in spec.tables:
        for row in table.rows:
            cells = {each.name: "5.50" for each in table.columns if each.name not in row.fixed}
            sheet.row(table.name, row.id).cells.update(cells)
        if table.free:
            made = [Row(new_id(), _hard_cells(table, number)) for number in range(60)]
            sheet.tables[table.name] = {row.id: row for row in made}
    return sheet


def _hard_cells(table: TableBlock, number: int) -> dict[str, str]:
    texts = {
        Role.LEVEL1: ("产出指标", "效益指标", "满意度指标")[number // 20],
        Role.LEVEL2: f"第{number // 5}类指标",
        Role.INDICATOR: f"指标{number}的完成情况" * (1 + number % 3),
        Role.TARGET: ("≥95%", "≤3次", "及时", "20")[number % 4],
        Role.ACTUAL: ("96.5%", "", "1台电脑\n4台打印机", "20")[number % 4],
    }
    found = {each.name: texts.get(each.role, "") for each in table.columns if each.role}
    return {name: text for name, text in found.items() if text}
