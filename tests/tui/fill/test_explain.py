"""The detail pane says how a cell is understood."""

from datetime import date

import pytest
from attrs import evolve

from selfeval_tui.checks import check
from selfeval_tui.sheet import Address, Approved, Basis, Batch, Ruling, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.text import Direction, VerdictCode
from selfeval_tui.tui.fill.explain import About, explain
from selfeval_tui.tui.glyphs import FANCY
from tests.sheet.build import figures
from tests.tui.fill.build import demo_batch, field, indicator, money, one


def _said(
    batch: Batch, address: Address, typed: str | None = None, today: date | None = None
) -> list[str]:
    preview = None if typed is None else batch.preview(address, typed)
    remarks = explain(About(batch, address, FANCY, preview, today))
    return ["".join(piece.text for piece in remark.pieces) for remark in remarks]


def test_an_actual_is_read_and_judged_with_its_arithmetic() -> None:
    """The row's indicator, the reading of both sides, the verdict, how to fill the cell."""
    batch = demo_batch()
    assert _said(batch, indicator(one(batch, "附件1-7"), 0, "实际完成值")) == [
        "租赁面积 · 实际完成值（B）  6字",
        "220平方米",
        "读作 目标 220 平方米 · 越高越好；实际 220 平方米",
        "判定 √ 达到  实际 220平方米 = 目标 220平方米，达到年初目标",
        "写实际完成的数值；定性指标写完成情况，不照抄目标值  例：96.5%",
    ]


def test_the_text_that_is_being_typed_is_judged() -> None:
    """Nothing is committed yet, the verdict is there already."""
    batch = demo_batch()
    address = indicator(one(batch, "附件1-7"), 0, "实际完成值")
    said = _said(batch, address, "一百八十平方米")
    assert said[0].endswith("7字")
    assert said[1] == "一百八十平方米"
    assert said[3].startswith("判定 × 未达到")
    assert batch.typed(address) == "220平方米"


def test_an_amount_shows_the_rate_that_follows() -> None:
    """The arithmetic is written with the figures of the row."""
    batch = demo_batch()
    said = _said(batch, money(one(batch, "附件1-7"), "执行数"), "5")
    assert "读作 5 万元" in said
    computed = next(line for line in said if line.startswith("算出"))
    assert computed == "算出 执行率 = 5 ÷ 5 = 100%；附件2 项目支出总额 = 310.42"


def test_an_amount_in_another_unit_is_converted() -> None:
    """元 are read as 万元 where the column is in 万元."""
    batch = demo_batch()
    assert "读作 18.27 万元" in _said(batch, money(one(batch, "附件1-1"), "预算数"), "182700元")


def test_an_amount_nobody_can_read_is_kept_and_said() -> None:
    """The clerk learns how to write it, and that nothing is lost."""
    batch = demo_batch()
    said = _said(batch, money(one(batch, "附件1-7"), "执行数"), "四点几")
    assert any("看不懂这个数" in line and "照原样保留" in line for line in said)
    assert any("执行率 = （缺数，算不出）" in line for line in said)


def test_a_rate_that_disagrees_states_both() -> None:
    """Which one is wrong is the clerk's to find."""
    batch = demo_batch()
    said = _said(batch, money(one(batch, "附件1-7"), "执行率"))
    assert "填写的与算出的不同：按B/A应为95.2%" in said
    assert "算出 执行率 = 4.76 ÷ 5 = 95.2%" in said


def test_standard_words_are_offered() -> None:
    """The 二级指标 that belong to the row's 一级指标."""
    batch = demo_batch()
    said = _said(batch, indicator(one(batch, "附件1-7"), 0, "二级指标"))
    assert "常用 数量指标 质量指标 时效指标 成本指标" in said


def test_an_empty_field_says_what_belongs_there() -> None:
    """Help and example stand there before anything is typed."""
    batch = demo_batch()
    address = field(one(batch, "附件1-7"), "填报日期")
    batch.set(address, "")
    said = _said(batch, address)
    assert said[0] == "填报日期  未填"
    assert said[-1] == "填表的日期，在所评价年度结束之后  例：2024年4月23日"


def test_the_notes_are_shown_whole() -> None:
    """What the form prints is read in the detail pane."""
    batch = demo_batch()
    said = _said(batch, field(one(batch, "附件1-7"), "备注"))
    assert said[0].startswith("备注")
    assert "满意度指标暂可不作为必评指标" in said[1]


@pytest.mark.parametrize("column", ["三级指标", "年初目标值", "实际完成值"])
def test_the_budget_stands_beside_the_promise_to_keep_to_it(column: str) -> None:
    """附件1-1 promises 元 where its budget row says 万元."""
    batch = demo_batch()
    said = _said(batch, indicator(one(batch, "附件1-1"), 5, column))
    assert "对照 预算数 18.27万元 = 182700元；执行数 18.24万元 = 182400元" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "改进措施及结果应用方案  未填，限 10 字"),
        ("加强预算管理", "改进措施及结果应用方案  已写 6/10字"),
        ("一、加强\n预算管理\n", "改进措施及结果应用方案  已写 8/10字"),
        (
            "合理编制预算，加快支付。",
            "改进措施及结果应用方案  已写 12/10字  超出 2 字；不会截断，请自行压缩",
        ),
    ],
)
def test_characters_are_counted_against_the_limit(text: str, told: str) -> None:
    """While one types and afterwards; nothing is cut."""
    spec, name = load_spec("ezhou-gedian/project"), "改进措施及结果应用方案"
    limited = evolve(spec, fields={**spec.fields, name: evolve(spec.fields[name], limit=10)})
    sheet = new_sheet(limited)
    batch = Batch([sheet])
    assert _said(batch, field(sheet, name), text)[0] == told
    batch.set(field(sheet, name), text)
    assert _said(batch, field(sheet, name))[0] == told
    assert batch.typed(field(sheet, name)) == text


def test_what_a_row_rests_on_is_told_on_each_of_its_cells() -> None:
    """依据 belongs to the row."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    batch.support(indicator(sheet, 0, ""), Basis(document="租赁合同"))
    for column in ("年初目标值", "实际完成值"):
        assert "依据 合同号或文件号：租赁合同" in _said(batch, indicator(sheet, 0, column))


@pytest.mark.parametrize(
    ("ruling", "told"),
    [
        (Ruling(direction=Direction.lower), "目标 220 平方米 · 越低越好（人工）"),
        (Ruling(reading="≤300平方米"), "目标 ≤ 300 平方米 · 越低越好（人工）"),
        (Ruling(VerdictCode.partly), "目标 220 平方米 · 越高越好；"),
    ],
)
def test_a_reading_of_the_clerks_says_so(ruling: Ruling, told: str) -> None:
    """Until another target or actual is typed: then the program reads again."""
    batch = demo_batch()
    actual = indicator(one(batch, "附件1-7"), 0, "实际完成值")
    batch.rule(actual, ruling)
    assert told in _said(batch, actual)[2]
    assert "（人工）" not in "".join(_said(batch, actual, "250平方米"))


def test_a_proposal_names_its_key() -> None:
    """What it is, how it comes about, which key fills it in; not while one types."""
    batch = demo_batch()
    day = field(one(batch, "附件1-7"), "填报日期")
    told = "建议 今天 2024年5月6日  按 Ctrl+U 填入"
    assert told in _said(batch, day, today=date(2024, 5, 6))
    assert told not in _said(batch, day, "2024年", today=date(2024, 5, 6))


def test_a_rate_shows_how_it_follows_from_the_accounts() -> None:
    """Formula, figures, value; what is missing is named, and who has no accounts is told."""
    batch = demo_batch()
    department = one(batch, "附件2")
    at = indicator(department, 0, "实际完成值")
    names = "决算 公用经费决算数 ÷ 公用经费预算数"
    assert f"{names}（在总览里新建“决算数据”，填了就能算）" in _said(batch, at)
    accounts = figures(公用经费预算数="11.08")
    batch.add_sheet(accounts, 0)
    assert f"{names}，决算数据里缺：公用经费决算数" in _said(batch, at)
    batch.set(Address(accounts.id, "公用经费决算数"), "7.76")
    said = _said(batch, at, today=date(2024, 5, 6))
    assert f"{names} = 7.76 ÷ 11.08 = 70%" in said
    assert "建议 按决算数据 7.76 ÷ 11.08 = 70%  按 Ctrl+U 填入" in said
    batch.set(Address(accounts.id, "公用经费预算数"), "0")
    assert f"{names} = 7.76 ÷ 0，除数是 0，算不出" in _said(batch, at)
    assert not any(line.startswith("决算") for line in _said(batch, at.beside("年初目标值")))


@pytest.mark.parametrize("column", ["年初目标值", "实际完成值"])
def test_another_approved_target_stands_beside_the_row_s(column: str) -> None:
    """While somebody types it as well; one that says the same in other signs is not repeated."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    at = indicator(sheet, 0, column)
    batch.approve(sheet.id, [Approved("", "", "租赁面积", "≥250平方米")])
    assert "批复 ≥250平方米" in _said(batch, at)
    batch.set(at.beside("年初目标值"), "不低于250平方米")
    assert not any(line.startswith("批复") for line in _said(batch, at))
    typed = "批复 ≥250平方米" in _said(batch, at, "240平方米")
    assert typed is (column == "年初目标值")


def test_an_approved_target_is_not_told_twice() -> None:
    """The finding lays it beside what was typed."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    at = indicator(sheet, 0, "年初目标值")
    batch.approve(sheet.id, [Approved("", "", "租赁面积", "≥250平方米")])
    found = [each for each in check(batch) if each.code == "IND-026"]
    remarks = explain(About(batch, at, FANCY, findings=tuple(found)))
    said = ["".join(piece.text for piece in remark.pieces) for remark in remarks]
    assert any("对照 ≥250平方米" in line for line in said)
    assert not any(line.startswith("批复") for line in said)


@pytest.mark.parametrize("name", ["附件1-1", "附件1-4", "附件2"])
def test_every_published_cell_can_be_explained(name: str) -> None:
    """No cell of the published sheets is without a word."""
    batch = demo_batch()
    sheet = one(batch, name)
    for address in sheet.addresses():
        assert _said(batch, address)
        assert _said(batch, address, "≥95%")
