"""The drawn sheet follows the batch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Basis, Batch, Ruling, new_sheet, progress
from selfeval_tui.spec import load_spec
from selfeval_tui.text import Direction, VerdictCode
from selfeval_tui.tui.fill.actions.free_rows import delete_row, insert_row
from selfeval_tui.tui.fill.drawing import sheet_drawing
from selfeval_tui.tui.glyphs import FANCY, PLAIN, Glyphs
from tests.tui.fill.build import (
    demo_batch,
    drawing_of,
    field,
    follow,
    indicator,
    line_with,
    money,
    one,
    text_of,
)

ACTUAL = "实际完成值"


def test_a_typed_rate_that_disagrees_has_the_computed_one_beside_it() -> None:
    """附件1-7 prints 94 %, 4.76 of 5 is 95.2 %."""
    assert "94%（按B/A应为95.2%）" in line_with(
        drawing_of(demo_batch(), "附件1-7"), "年度财政资金总额"
    )


def test_a_rounded_rate_agrees() -> None:
    """附件1-1 prints 100 % for 99.84 %: that is how it is rounded."""
    assert line_with(drawing_of(demo_batch(), "附件1-1"), "年度财政资金总额").endswith("100%")


def test_an_empty_computed_cell_shows_what_is_computed() -> None:
    """Words say that the program supplied it."""
    batch = demo_batch()
    batch.set(money(one(batch, "附件1-7"), "执行率"), "")
    line = line_with(drawing_of(batch, "附件1-7"), "年度财政资金总额")
    assert line.endswith("95.2%（自动算出）")


def test_equal_neighbours_are_said_once() -> None:
    """一级 and 二级 stand in the first row of their run, as in the printed sheet."""
    drawing = drawing_of(demo_batch(), "附件1-3")
    first = next(n for n, line in enumerate(drawing.lines) if line.row and line.table == "指标")
    assert text_of(drawing, first).startswith("×  产出指标   数量指标    中央空调清洗数")
    assert text_of(drawing, first + 1).startswith("×                         厕所管道疏通及")
    assert text_of(drawing, first + 4).startswith("√             质量指标")


def test_the_first_row_of_a_window_says_its_group_again() -> None:
    """Whoever scrolls still sees which 一级指标 a row belongs to."""
    drawing = drawing_of(demo_batch(), "附件1-3")
    first = next(n for n, line in enumerate(drawing.lines) if line.row and line.table == "指标")
    assert text_of(drawing, first + 1, top=True).startswith("×  产出指标   数量指标")


def test_a_merged_text_that_changes_is_said_in_the_row_below() -> None:
    """The row below shows its own text once the one above says something else."""
    batch = demo_batch()
    sheet, drawing = one(batch, "附件1-3"), follow(batch, drawing_of(batch, "附件1-3"))
    first = next(n for n, line in enumerate(drawing.lines) if line.row and line.table == "指标")
    text_of(drawing, first + 1)
    batch.set(indicator(sheet, 0, "一级指标"), "其他")
    assert text_of(drawing, first + 1).startswith("×  产出指标   数量指标")


def test_a_changed_actual_changes_the_verdict_of_its_line_only() -> None:
    """Only the touched row and the heading of its section are painted again."""
    batch = demo_batch()
    sheet, drawing = one(batch, "附件1-7"), drawing_of(batch, "附件1-7")
    step = batch.set(indicator(sheet, 0, ACTUAL), "一百八十平方米")
    assert step is not None
    row = drawing.sheet_lines.rows[indicator(sheet, 0, "").of_row]
    heading = drawing.sheet_lines.sections[3].first
    assert drawing.apply(step) == frozenset({heading, row, row + 1})
    assert text_of(drawing, row).startswith("×")
    assert text_of(drawing, row).endswith("未达到")


def test_an_amount_on_another_sheet_repaints_the_sum() -> None:
    """附件2's 项目支出总额 stands beside the sum of all 执行数."""
    batch = demo_batch()
    drawing = follow(batch, drawing_of(batch, "附件2"))
    assert line_with(drawing, "项目支出总额").endswith("310.18")
    batch.set(money(one(batch, "附件1-7"), "执行数"), "5")
    assert line_with(drawing, "项目支出总额").endswith("310.18（自动算出310.42）")


def test_the_clerks_own_verdict_says_so() -> None:
    """人工 stands in front of a verdict that the clerk decided."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    batch.rule(indicator(sheet, 0, "").of_row, Ruling(VerdictCode.missed))
    assert line_with(drawing_of(batch, "附件1-7", 100), "租赁面积").endswith("人工：未达到")


@pytest.mark.parametrize(
    "ruling", [Ruling(direction=Direction.lower), Ruling(reading="≤300平方米")]
)
def test_a_reading_of_the_clerks_is_marked(ruling: Ruling) -> None:
    """人工 stands there too where only direction or reading are the clerk's."""
    batch = demo_batch()
    batch.rule(indicator(one(batch, "附件1-7"), 0, ACTUAL), ruling)
    assert line_with(drawing_of(batch, "附件1-7", 100), "租赁面积").endswith("人工：达到")


@pytest.mark.parametrize(("glyphs", "mark"), [(FANCY, "◇"), (PLAIN, "/")])
def test_a_half_kept_promise_has_a_mark_of_its_own(glyphs: Glyphs, mark: str) -> None:
    """部分达到 is only ever said by a person."""
    batch = demo_batch()
    batch.rule(indicator(one(batch, "附件1-7"), 0, ACTUAL), Ruling(VerdictCode.partly))
    line = line_with(drawing_of(batch, "附件1-7", 100, glyphs), "租赁面积")
    assert line.startswith(mark)
    assert line.endswith("人工：部分达到")


@pytest.mark.parametrize(("glyphs", "mark"), [(FANCY, "§ "), (PLAIN, "+ ")])
def test_an_actual_that_rests_on_something_is_marked(glyphs: Glyphs, mark: str) -> None:
    """The mark comes and goes with 依据, and the line is painted again."""
    batch = demo_batch()
    drawing = follow(batch, drawing_of(batch, "附件1-7", 100, glyphs))
    address = indicator(one(batch, "附件1-7"), 0, ACTUAL)
    assert f"{mark}220平方米" not in line_with(drawing, "租赁面积")
    batch.support(address, Basis(document="租赁合同"))
    assert f"{mark}220平方米" in line_with(drawing, "租赁面积")
    batch.undo()
    assert f"{mark}220平方米" not in line_with(drawing, "租赁面积")


def test_a_row_that_is_not_filled_has_no_verdict() -> None:
    """A new sheet is not a wall of judgements."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"))
    drawing = sheet_drawing(Batch([sheet]), sheet.id, FANCY)
    drawing.resize(79)
    assert line_with(drawing, "数量指标") == "   产出指标   数量指标"


@pytest.mark.parametrize(("glyphs", "mark"), [(FANCY, "×"), (PLAIN, "X")])
def test_marks_come_from_the_one_table(glyphs: object, mark: str) -> None:
    """An old console gets ASCII marks."""
    assert glyphs in {FANCY, PLAIN}
    drawing = drawing_of(demo_batch(), "附件1-3", glyphs=FANCY if glyphs is FANCY else PLAIN)
    assert line_with(drawing, "中央空调").startswith(mark)


def test_plain_marks_are_ascii() -> None:
    """With the plain set the program itself draws nothing of ambiguous width."""
    sheet = new_sheet(load_spec("ezhou-gedian/department"))
    drawing = sheet_drawing(Batch([sheet]), sheet.id, PLAIN)
    drawing.resize(60)
    painted = "".join(text_of(drawing, number) for number in range(len(drawing.lines)))
    assert not set("…√×≈○■□·│") & set(painted)


class _Walk:
    """One random walk of edits over 附件1-7 and 附件2."""

    def __init__(self, width: int) -> None:
        self.batch = demo_batch()
        self.drawings = [drawing_of(self.batch, name, width) for name in ("附件1-7", "附件2")]
        for drawing in self.drawings:
            follow(self.batch, drawing)
            for number in range(len(drawing.lines)):
                drawing.strip(number)

    def do(self, deed: str, where: int, text: str) -> None:
        """One deed somewhere on one of the two sheets."""
        drawing = self.drawings[where % 2]
        addresses = list(drawing.sheet_lines.spots)
        address = addresses[where // 2 % len(addresses)]
        if deed == "set" and address.name:
            self.batch.set(address, text)
        elif deed == "rule" and address.table == "指标" and address.row:
            self.batch.rule(address.of_row, Ruling(VerdictCode.met if text else None))
        elif deed == "insert":
            insert_row(self.batch, address)
        elif deed == "delete":
            delete_row(self.batch, address)
        elif deed == "undo":
            self.batch.undo()
        elif deed == "redo":
            self.batch.redo()


_deeds = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "set", "rule", "insert", "delete", "undo", "redo"]),
        st.integers(0, 2000),
        st.sampled_from(["", "5", "≥95%", "产出指标", "数量指标", "不足12次", "甲\n乙", "4.8万元"]),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(_deeds, st.sampled_from([60, 79, 132]))
def test_no_edit_leaves_an_old_line_on_the_screen(
    deeds: list[tuple[str, int, str]], width: int
) -> None:
    """After any edits every kept line is what painting anew would give, and so are the counts."""
    walk = _Walk(width)
    for deed in deeds:
        walk.do(*deed)
    for drawing in walk.drawings:
        anew = sheet_drawing(walk.batch, drawing.lines[1].sheet, FANCY)
        anew.resize(width)
        assert drawing.sheet_lines == anew.sheet_lines
        for number in range(len(anew.lines)):
            assert drawing.strip(number).text == anew.strip(number).text
        assert drawing.tally.progress == progress(walk.batch.sheet(drawing.lines[1].sheet))


def test_a_filled_section_is_marked() -> None:
    """The heading's mark follows what is typed."""
    batch = demo_batch()
    sheet, drawing = one(batch, "附件1-7"), follow(batch, drawing_of(batch, "附件1-7"))
    assert line_with(drawing, "基本信息") == "√  基本信息"
    batch.set(field(sheet, "主管部门"), "")
    assert line_with(drawing, "基本信息") == "○  基本信息"
