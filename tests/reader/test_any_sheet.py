"""Whatever was typed is printed and read back, and no filled cell goes unaccounted for."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.reader.reading import PageUnread
from selfeval_tui.reader.recognise import recognise
from selfeval_tui.sheet import Row, Sheet, new_id, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Field, Kind, Role, TableBlock
from tests.reader.drawing import printed, read, read_all

FORMS = tuple(spec_id for spec_id in spec_ids() if load_spec(spec_id).printed)
LABELS = (
    "项目名称", "主管部门", "三级指标", "年初目标值（A）", "实际完成值", "一级指标", "总分", "备注",
    "备注：", "得分", "预算数", "年度财政资金总额", "合计", "小计", "单位名称：甲", "填报日期：",
    "附件1-2", "绩效指标", "2023年度甲自评表", "年度绩效目标", "100", "改进措施及结果应用方案",
    "填报人：张三", "目标值", "指标性质",
)  # fmt: skip
TEXTS = (
    "≥95%", "12", "5.50", "95%", "无", "甲", "1、部门预算项目 ☑", "□", "45405", "　　一是\n二是",
    "—", "产出指标", "数量指标", "某局", "2024年4月23日", "≥", "%", "甲" * 30,
)  # fmt: skip
LONG = "一是预算编制不够精准；\n二是工作未按计划开展。" * 80
SINGLE = frozenset({Role.ATTACHMENT, Role.TITLE, Role.UNIT_NAME, Role.DATE, Role.PROJECT_NAME})


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A filled sheet of any form; what was typed may look like a label."""
    sheet = new_sheet(load_spec(draw(st.sampled_from(FORMS))), starter=False)
    for field in sheet.spec.fields.values():
        if not field.calc and (text := draw(_of(field))):
            sheet.fields[field.name] = text
    for table in sheet.spec.tables:
        if table.free:
            cells = draw(st.lists(_cells(table, frozenset()).filter(bool), max_size=6))
            rows = [Row(new_id(), each) for each in cells]
            sheet.tables[table.name] = {row.id: row for row in rows}
        for row in table.rows:
            sheet.row(table.name, row.id).cells.update(draw(_cells(table, frozenset(row.fixed))))
    return sheet


def _of(field: Field) -> st.SearchStrategy[str]:
    if field.role is Role.YEAR:
        return st.sampled_from(("2023", "二〇二三"))
    if field.kind is Kind.CHOICE and field.options:
        return st.sampled_from(("", *field.options))
    texts = st.sampled_from(("", *TEXTS, *LABELS)).filter(lambda each: not each or each.strip())
    if field.role in SINGLE:
        return texts.map(lambda each: " ".join(each.split()))
    return texts | st.just(LONG) if field.kind is Kind.LONG else texts


def _cells(table: TableBlock, fixed: frozenset[str]) -> st.SearchStrategy[dict[str, str]]:
    columns = {each.name: _of(each) for each in table.columns if each.name not in fixed}
    return st.fixed_dictionaries(columns).map(
        lambda cells: {
            name: text for name, text in cells.items() if text and not table.column(name).calc
        }
    )


def said(sheet: Sheet) -> object:
    """What was typed, but for what the form computes or prints itself."""
    spec = sheet.spec
    fields = {
        name: text
        for name, text in sheet.fields.items()
        if not spec.fields[name].calc and text != spec.fields[name].default
    }
    return spec.id, fields, [_rows(sheet, table) for table in spec.tables]


def _rows(sheet: Sheet, table: TableBlock) -> object:
    return table.name, [
        {name: text for name, text in row.cells.items() if not table.column(name).calc}
        for row in sheet.tables[table.name].values()
    ]


@settings(deadline=None, max_examples=40)
@given(sheets())
def test_what_we_printed_comes_back(sheet: Sheet) -> None:
    """Texts that look like labels, empty cells and reasons of a page included."""
    found = read(printed(sheet))
    assert said(found.sheet) == said(sheet)
    assert not found.not_understood


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Labels and texts anywhere, some merged."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    label, text = st.sampled_from(LABELS), st.sampled_from(TEXTS)
    for row in range(draw(st.integers(1, 14))):
        for col in range(draw(st.integers(1, 8))):
            rows, cols = draw(st.sampled_from(((1, 1), (1, 1), (1, 2), (2, 1), (3, 1), (1, 8))))
            places = {(row + r, col + c) for r in range(rows) for c in range(cols)}
            if taken.isdisjoint(places) and draw(st.booleans()):
                taken |= places
                goes_on = draw(st.integers(0, 9)) == 0
                # Texts are told apart by where they stand.
                said = draw(label | text.map(f"{row}行{col}列{{}}".format) | text)
                cells.append(Cell(row, col, said, f"{row},{col}", rows, cols, goes_on))
    form = draw(st.sampled_from(("", "", "", *FORMS)))
    return Grid("表", tuple(cells), form, draw(st.sampled_from(("", "2023"))))


def _told(grid: Grid) -> Iterator[str]:
    """Where every text stood that was read, is a label, or is left over."""
    for anchors in recognise(grid):
        yield from (cell.origin for cell in anchors.labels)
    for found in read_all(grid):
        if not isinstance(found, PageUnread):
            yield from (each.origin for each in found.read)
            yield from (each.origin for each in found.not_understood)


def _texts(grid: Grid) -> Iterator[str]:
    for found in read_all(grid):
        if not isinstance(found, PageUnread):
            yield from (each.text for each in found.read)
            yield from (each.text for each in found.not_understood)


@settings(deadline=None, max_examples=120)
@given(grids())
def test_no_filled_cell_is_dropped_silently(grid: Grid) -> None:
    """It is a label, it was read, or it is listed."""
    if any(isinstance(each, PageUnread) for each in read_all(grid)):
        return
    missing = {cell.origin: cell.text for cell in grid.filled()}
    for origin in _told(grid):
        missing.pop(origin, None)
    # A cell below the first one of a text is told with that one.
    told = "\0".join(_texts(grid))
    assert not {origin: text for origin, text in missing.items() if text.strip() not in told}


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_form_has_all_its_places(form: str) -> None:
    """So that they can be filled: nothing is missing, and nothing is read."""
    sheet = new_sheet(load_spec(form), starter=False)
    for marked in (True, False):
        grid = printed(sheet, marked=marked)
        (anchors,) = recognise(grid)
        assert anchors.spec.id == form
        assert not anchors.missing
        found = read(grid)
        assert not found.not_understood
        assert not any(row.cells for _, row in found.sheet.rows())
