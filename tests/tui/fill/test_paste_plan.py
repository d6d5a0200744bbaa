"""What a pasted block would write where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Batch, Sheet, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.text.pasted import Rows, read_pasted
from selfeval_tui.tui.amounts.lay import lay_amounts
from selfeval_tui.tui.fill.actions.paste_plan import PastePlan, carry_out_paste, plan_paste
from selfeval_tui.tui.fill.actions.pasting import preview
from selfeval_tui.tui.fill.block import Block
from selfeval_tui.tui.fill.lay import lay_lines
from selfeval_tui.tui.fill.lines import LineKind, Spot
from tests.tui.fill.build import demo_batch, field, indicator, money, one

ACTUAL, TARGET, NAME = "实际完成值", "年初目标值", "三级指标"


def _plan(batch: Batch, sheet: Sheet, at: Address, rows: Rows) -> PastePlan:
    lines = lay_lines(sheet)
    spot = lines.spots[at]
    return plan_paste(batch, lines, Block.between(spot, spot), rows)


def _paste(batch: Batch, sheet: Sheet, at: Address, text: str) -> PastePlan:
    plan = _plan(batch, sheet, at, read_pasted(text))
    carry_out_paste(batch, plan)
    return plan


def _column(sheet: Sheet, name: str) -> list[str]:
    return [row.cells.get(name, "") for row in sheet.tables["指标"].values()]


def _texts(batch: Batch) -> list[tuple[Address, str]]:
    return [(at, batch.typed(at)) for sheet in batch.sheets for at in sheet.addresses()]


@pytest.fixture
def batch() -> Batch:
    """The published sheets."""
    return demo_batch()


@pytest.fixture
def sheet(batch: Batch) -> Sheet:
    """附件1-7, with six indicators."""
    return one(batch, "附件1-7")


def test_cells_go_to_the_right_and_down(batch: Batch, sheet: Sheet) -> None:
    """From the cursor's cell on."""
    plan = _paste(batch, sheet, indicator(sheet, 1, TARGET), "甲\t乙\r\n丙\t丁\r\n")
    assert _column(sheet, TARGET)[1:3] == ["甲", "丙"]
    assert _column(sheet, ACTUAL)[1:3] == ["乙", "丁"]
    assert (plan.placed, len(plan.overwritten), plan.skipped) == (4, 4, 0)


def test_a_pasted_column_of_sixty_values_is_one_step(batch: Batch, sheet: Sheet) -> None:
    """The rows that the table lacks are added, and one undo takes all of it back."""
    before, rows = _texts(batch), len(sheet.tables["指标"])
    values = [str(number) for number in range(60)]
    plan = _paste(batch, sheet, indicator(sheet, 0, ACTUAL), "\r\n".join(values) + "\r\n")
    assert _column(sheet, ACTUAL) == values
    assert (plan.placed, len(plan.rows)) == (60, 60 - rows)
    step = batch.undo()
    assert step is not None
    assert step.name == "粘贴60格"
    assert step.at == indicator(sheet, 0, ACTUAL)
    assert _texts(batch) == before
    assert len(sheet.tables["指标"]) == rows
    assert not batch.can_undo


def test_added_rows_go_on_with_the_group(batch: Batch, sheet: Sheet) -> None:
    """一级指标 and 二级指标 are those of the last row."""
    last = len(sheet.tables["指标"]) - 1
    group = _column(sheet, "一级指标")[last], _column(sheet, "二级指标")[last]
    _paste(batch, sheet, indicator(sheet, last, NAME), "甲\t1\t2\n乙\t3\t4\n")
    assert _column(sheet, NAME)[last:] == ["甲", "乙"]
    assert (_column(sheet, "一级指标")[-1], _column(sheet, "二级指标")[-1]) == group


def test_merged_cells_of_a_spreadsheet_come_as_one_group(batch: Batch, sheet: Sheet) -> None:
    """A merged cell is copied as its text and blanks below it."""
    text = "产出指标\t数量指标\t甲\t1\t1\n\t\t乙\t2\t2\n\t质量指标\t丙\t3\t3\n"
    _paste(batch, sheet, indicator(sheet, 0, "一级指标"), text)
    assert _column(sheet, "一级指标")[:3] == ["产出指标"] * 3
    assert _column(sheet, "二级指标")[:3] == ["数量指标", "数量指标", "质量指标"]
    assert _column(sheet, NAME)[:3] == ["甲", "乙", "丙"]


def test_an_empty_table_takes_a_whole_block() -> None:
    """The line that says that there is no row is where it begins."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    batch = Batch([sheet])
    lines = lay_lines(sheet)
    number = next(n for n, line in enumerate(lines.lines) if line.kind is LineKind.EMPTY)
    block = Block.between(Spot(number, 1), Spot(number, 1))
    rows = read_pasted("产出指标\t数量指标\t甲\t≥1次\t1次\n\t\t乙\t2\t2\n\n")
    plan = plan_paste(batch, lines, block, rows)
    carry_out_paste(batch, plan)
    assert _column(sheet, "一级指标") == ["产出指标", "产出指标"]
    assert _column(sheet, ACTUAL) == ["1次", "2"]
    assert (plan.placed, plan.skipped) == (8, 0)


def test_blank_rows_beyond_the_end_add_nothing(batch: Batch, sheet: Sheet) -> None:
    """A column that was selected too far down in the spreadsheet."""
    rows = len(sheet.tables["指标"])
    plan = _paste(batch, sheet, indicator(sheet, rows - 1, ACTUAL), "1\n\n \n\n")
    assert len(sheet.tables["指标"]) == rows
    assert (plan.placed, plan.skipped) == (1, 0)


def test_what_does_not_fit_to_the_right_is_reported(batch: Batch, sheet: Sheet) -> None:
    """Neither wrapped nor dropped silently."""
    plan = _paste(batch, sheet, indicator(sheet, 0, ACTUAL), "1\t多\t余\n2\n")
    assert (plan.placed, plan.skipped) == (2, 2)
    assert _column(sheet, ACTUAL)[:2] == ["1", "2"]


def test_a_computed_cell_is_passed_over(batch: Batch, sheet: Sheet) -> None:
    """The rate belongs to the arithmetic; the cells after it keep their places."""
    typed = batch.typed(money(sheet, "执行率"))
    plan = _paste(batch, sheet, money(sheet, "预算数"), "6\t5\t99%\n")
    assert batch.typed(money(sheet, "预算数")) == "6"
    assert batch.typed(money(sheet, "执行数")) == "5"
    assert batch.typed(money(sheet, "执行率")) == typed
    assert (plan.placed, plan.skipped) == (2, 1)


def test_what_stands_in_a_computed_cell_already_is_no_loss(batch: Batch, sheet: Sheet) -> None:
    """A block copied from the same form brings its rates along."""
    typed = batch.typed(money(sheet, "执行率"))
    assert _plan(batch, sheet, money(sheet, "预算数"), (("6", "5", typed),)).skipped == 0


def test_a_fixed_table_gets_no_rows(batch: Batch, sheet: Sheet) -> None:
    """What lies below the money row is reported."""
    plan = _paste(batch, sheet, money(sheet, "预算数"), "6\n7\n8\n")
    assert batch.typed(money(sheet, "预算数")) == "6"
    assert (plan.placed, plan.skipped) == (1, 2)


def test_a_column_goes_down_over_fields(batch: Batch, sheet: Sheet) -> None:
    """As far as their section reaches."""
    at = field(sheet, "项目名称")
    lines = lay_lines(sheet)
    line = lines.spots[at].line
    below = lines.lines[line + 1].boxes[2].address
    assert below is not None
    plan = _paste(batch, sheet, at, "新名称\n下一格\n")
    assert batch.typed(at) == "新名称"
    assert batch.typed(below) == "下一格"
    assert plan.placed == 2


def test_a_blank_cell_empties_the_one_it_comes_over(batch: Batch, sheet: Sheet) -> None:
    """As in Excel; the preview counts it as overwritten."""
    plan = _paste(batch, sheet, indicator(sheet, 0, TARGET), "\t1\n")
    assert _column(sheet, TARGET)[0] == ""
    assert len(plan.overwritten) == 2


def test_a_single_text_fills_the_selected_block(batch: Batch, sheet: Sheet) -> None:
    """Each cell of it gets the same text."""
    lines = lay_lines(sheet)
    start, end = lines.spots[indicator(sheet, 0, TARGET)], lines.spots[indicator(sheet, 2, ACTUAL)]
    plan = plan_paste(batch, lines, Block.between(start, end), (("是",),))
    carry_out_paste(batch, plan)
    assert _column(sheet, TARGET)[:3] == _column(sheet, ACTUAL)[:3] == ["是"] * 3
    assert plan.placed == 6


def test_the_same_texts_change_nothing(batch: Batch, sheet: Sheet) -> None:
    """Pasting what was copied from here is no step."""
    at = indicator(sheet, 0, ACTUAL)
    plan = _paste(batch, sheet, at, batch.typed(at))
    assert not plan.changes
    assert plan.placed == 1
    assert not batch.can_undo


def test_what_the_form_prints_takes_nothing(batch: Batch, sheet: Sheet) -> None:
    """The notes are no cells to fill."""
    plan = _plan(batch, sheet, field(sheet, "备注"), (("甲",), ("乙",)))
    assert not plan.changes
    assert plan.skipped == 2


def test_a_column_goes_down_over_the_amounts_of_all_sheets(batch: Batch) -> None:
    """Each line is another sheet; what tells them apart is neither written nor missed."""
    lines = lay_amounts(batch)
    sheets = batch.sheets[:3]
    marks = [each.fields["附件号"] for each in sheets]
    spot = lines.spots[field(sheets[0], "附件号")]
    rows = tuple((mark, "7", "6", "1%") for mark in marks)
    plan = plan_paste(batch, lines, Block.between(spot, spot), rows)
    carry_out_paste(batch, plan)
    assert [batch.typed(money(each, "预算数")) for each in sheets[1:]] == ["7", "7"]
    assert (plan.placed, plan.skipped) == (6, 3)
    told = list(preview(batch, plan))
    assert any(line.startswith("附件1-2 预算数：") for line in told)


TEXTS = st.text(st.sampled_from('甲1.%≥ \n"'), max_size=4)
ROWS = st.lists(st.lists(TEXTS, min_size=1, max_size=7).map(tuple), min_size=1, max_size=12)


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(["附件1-7", "附件2"]), rows=ROWS.map(tuple), data=st.data())
def test_undo_takes_any_paste_back(name: str, rows: Rows, data: st.DataObject) -> None:
    """Wherever it begins and whatever it holds."""
    batch = demo_batch()
    sheet = one(batch, name)
    before = _texts(batch)
    at = data.draw(st.sampled_from(sorted(lay_lines(sheet).spots, key=str)))
    plan = _plan(batch, sheet, at, rows)
    carry_out_paste(batch, plan)
    for each in plan.cells:
        assert batch.typed(each.address) == each.after
    assert batch.can_undo == plan.changes
    batch.undo()
    assert _texts(batch) == before
