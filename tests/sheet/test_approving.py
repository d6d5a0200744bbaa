"""An approved 绩效目标表 fills indicators and targets only, and is undone as one step."""

from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Approved, Batch, Life, Row, Ruling, Sheet, new_sheet
from selfeval_tui.sheet.approved import paired
from selfeval_tui.sheet.approving import approved_rows, approved_sheet
from selfeval_tui.sheet.arrange import copy_of
from selfeval_tui.sheet.bring_back import bring_back, compare
from selfeval_tui.spec import load_spec
from selfeval_tui.text import VerdictCode
from tests.sheet.build import cell, project, with_rows

DAY = "2024-04-23"
FILE = "绩效目标表.docx"
FRAME = ("产出指标", "数量指标")
NAMES = ("一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值")


def table(*rows: tuple[str, ...], form: str = "ezhou-gedian/project") -> Sheet:
    """A sheet with rows: 一级, 二级, 三级指标, 年初目标值, 实际完成值; ids r1, r2 …."""
    sheet = new_sheet(load_spec(form), starter=False)
    for number, texts in enumerate(rows, start=1):
        cells = dict(zip(NAMES, texts, strict=False))
        sheet.tables["指标"][f"r{number}"] = Row(f"r{number}", cells)
    return sheet


def read(*rows: tuple[str, str]) -> Sheet:
    """An approved table: indicators with targets."""
    sheet = table(*((*FRAME, name, target) for name, target in rows))
    sheet.tables["指标"] = {f"a{id_}": Row(f"a{id_}", row.cells) for id_, row in _rows(sheet)}
    return sheet


def _rows(sheet: Sheet) -> list[tuple[str, Row]]:
    return list(sheet.tables["指标"].items())


def said(sheet: Sheet, *names: str) -> list[tuple[str, ...]]:
    """The texts of the rows in some columns."""
    wanted = names or NAMES[2:]
    return [tuple(row.cells.get(name, "") for name in wanted) for _, row in _rows(sheet)]


def test_the_approved_targets_of_a_sheet_are_one_step() -> None:
    """Undone and done again, and refused by a finalised sheet, which is opened again first."""
    sheet = with_rows(project("5", "4"), ("次数", "", "12次"))
    batch = Batch([sheet])
    approved = approved_rows(read(("次数", "12次"), ("人数", "≥5人")), FILE)
    batch.approve(sheet.id, approved)
    assert [(each.indicator, each.target, each.source) for each in sheet.approved] == [
        ("次数", "12次", FILE),
        ("人数", "≥5人", FILE),
    ]
    batch.undo()
    assert sheet.approved == ()
    batch.redo()
    assert sheet.approved == approved
    batch.live(sheet.id, Life().finalise(DAY, "0", "1", "2"))
    batch.approve(sheet.id, ())
    assert sheet.approved == approved


def test_what_is_laid_beside_a_sheet_differs_in_indicators_and_targets_alone() -> None:
    """Money, actual values, reasons and rows of our own are not the table's business."""
    ours = with_rows(project("5", "4"), ("次数", "10次", "9次"), ("别的", "1", "1"))
    ours.row("指标", "r1").ruling = Ruling(VerdictCode.met)
    laid = approved_sheet(ours, read(("人数", "≥5人"), ("次数", "12次"), ("户数", "3户")), FILE)
    assert said(laid) == [
        ("人数", "≥5人", ""),
        ("次数", "12次", "9次"),
        ("户数", "3户", ""),
        ("别的", "1", "1"),
    ]
    assert laid.row("指标", "r1").ruling == ours.row("指标", "r1").ruling
    assert (laid.id, laid.fields, laid.tables["资金"]) == (
        ours.id,
        ours.fields,
        ours.tables["资金"],
    )
    assert said(ours)[0] == ("次数", "10次", "9次")


def test_the_same_target_in_other_signs_is_no_difference() -> None:
    """And an approved table without a target takes none away."""
    ours = with_rows(project(), ("率", "≧95％", ""), ("次数", "12次", ""))
    laid = approved_sheet(ours, read(("率", "不低于95%"), ("次数", "")), FILE)
    assert said(laid) == said(ours)


def test_a_row_of_the_form_that_waits_takes_the_approved_indicator() -> None:
    """That of the same 二级指标, once."""
    ours = table((*FRAME, "", ""), ("产出指标", "质量指标", "", ""))
    laid = approved_sheet(ours, read(("次数", "12次"), ("人数", "5人")), FILE)
    assert said(laid, "二级指标", "三级指标") == [
        ("数量指标", "次数"),
        ("数量指标", "人数"),
        ("质量指标", ""),
    ]
    assert next(iter(laid.tables["指标"])) == "r1"


def test_a_table_of_another_family_is_taken_by_what_its_columns_mean() -> None:
    """财政部's 年度指标值 and 分值 as well."""
    other = new_sheet(load_spec("mof-2020/project"), starter=False)
    cells = {"三级指标": "次数", "年度指标值": "12次", "分值": "10"}
    other.tables["指标"]["x"] = Row("x", cells)
    assert approved_rows(other, FILE) == (Approved("", "", "次数", "12次", "10", FILE),)
    laid = approved_sheet(with_rows(project(), ("次数", "", "9次")), other, FILE)
    assert said(laid) == [("次数", "12次", "9次")]


def test_rows_of_one_name_are_told_apart_by_their_levels() -> None:
    """The order does not matter, and a level that was put in other words does not either."""
    approved = [Approved(*FRAME, "率", "1"), Approved("产出指标", "质量指标", "率", "2")]
    rows = [("产出指标", "质量指标", "率"), ("产出指标（50分）", "数量指标", "率")]
    assert paired(rows, approved) == {0: 1, 1: 0}
    assert paired([("", "", "率"), ("", "", "别的")], approved) == {0: 0}
    assert paired([(*FRAME, "")], [Approved(*FRAME, "", "1")]) == {}


LEVELS = st.sampled_from(("", "甲", "乙"))
NAMED = st.tuples(LEVELS, LEVELS, LEVELS)


@given(st.lists(NAMED), st.lists(NAMED))
def test_each_row_is_paired_once_and_by_its_name(
    rows: list[tuple[str, str, str]], names: list[tuple[str, str, str]]
) -> None:
    """As many as can be; nothing without a name."""
    found = paired(rows, [Approved(*each, "1") for each in names])
    assert len(set(found.values())) == len(found)
    assert all(rows[row][2] == names[number][2] != "" for number, row in found.items())
    for name in ("甲", "乙"):
        counts = [sum(each[2] == name for each in several) for several in (rows, names)]
        assert sum(rows[row][2] == name for row in found.values()) == min(counts)


TEXTS = st.sampled_from(("", "次数", "人数", "12次", "≥5人"))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=4),
)
def test_nothing_but_names_and_targets_ever_differs(
    rows: list[tuple[str, str, str]], approved: list[tuple[str, str]]
) -> None:
    """Whatever was approved: each actual value stays in its row, and no row goes."""
    ours = with_rows(project("5", "4"), *rows)
    laid = approved_sheet(ours, read(*approved), FILE)
    theirs = laid.tables["指标"]
    assert all(
        theirs[id_].cells.get("实际完成值", "") == row.cells.get("实际完成值", "")
        for id_, row in _rows(ours)
    )
    assert (laid.fields, laid.tables["资金"]) == (ours.fields, ours.tables["资金"])


def test_control_characters_are_taken_out_of_what_was_approved() -> None:
    """A file could not keep them."""
    sheet = project()
    batch = Batch([sheet])
    batch.approve(sheet.id, [Approved("", "", "次\x07数", "1")])
    assert sheet.approved[0].indicator == "次数"


def test_what_was_approved_goes_with_a_sheet_and_not_with_a_copy_for_another_project() -> None:
    """It is the first one's."""
    sheet = project()
    batch = Batch([sheet])
    batch.approve(sheet.id, approved_rows(read(("次数", "12次")), FILE))
    assert sheet.copy().approved == sheet.approved != ()
    assert copy_of(batch, sheet).approved == ()


def test_an_earlier_version_leaves_what_was_approved_since() -> None:
    """As it leaves the bureau's remarks; but the versions are told to differ."""
    sheet = with_rows(project(), ("次数", "12次", ""))
    batch = Batch([sheet])
    before = sheet.copy()
    batch.approve(sheet.id, approved_rows(read(("次数", "12次")), FILE))
    batch.set(cell(sheet, "r1", "实际完成值"), "9次")
    assert compare(sheet.copy(), sheet).same
    bring_back(batch, sheet.id, before, "恢复")
    present = batch.sheet(sheet.id)
    assert said(present) == [("次数", "12次", "")]
    assert len(present.approved) == 1
    assert compare(before, present).words == "只有判定、说明或状态不同"
