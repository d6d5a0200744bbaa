"""A sheet that came in a file is laid beside ours as far as the file can speak of it."""

import pytest

from selfeval_tui.sheet import Basis, Explanation, Row, Ruling, Sheet
from selfeval_tui.sheet.approving import approved_rows
from selfeval_tui.store.merge.beside import Holds, laid_beside, side_taken
from selfeval_tui.store.merge.incoming import there_already
from selfeval_tui.store.merge.merging import Side, resolve
from selfeval_tui.store.merge.parts import Kind
from selfeval_tui.text import VerdictCode
from tests.store.build import project

REACHED = "实际完成值"
PLANNED = "年初目标值"
NAME = "三级指标"


def rows(*lines: str) -> dict[str, Row]:
    """Rows written as 三级指标 年初目标值 实际完成值, with ids of their own."""
    cells = (dict(zip((NAME, PLANNED, REACHED), line.split(), strict=False)) for line in lines)
    return {f"n{at}": Row(f"n{at}", each) for at, each in enumerate(cells)}


def said(sheet: Sheet) -> list[tuple[str, ...]]:
    """What the indicator rows say."""
    return [
        tuple(row.cells.get(name, "") for name in (NAME, PLANNED, REACHED))
        for row in sheet.tables["指标"].values()
    ]


def as_theirs(ours: Sheet, came: Sheet, holds: Holds) -> Sheet:
    """All that came, as far as it says anything."""
    found = laid_beside(ours, came, holds)
    made = resolve(found, {each.key: side_taken(each, holds) for each in found.points})
    assert made is not None
    return made


@pytest.fixture
def ours() -> Sheet:
    """A sheet with a decision, a reason and what a row rests on."""
    sheet = project()
    row = sheet.row("指标", "r1")
    row.cells[REACHED] = "6次"
    row.ruling = Ruling(VerdictCode.met)
    row.basis = Basis(document="合同1号")
    reason = Explanation("e1", "IND-004", "", "", "项目名称", "", "有缘故", "2024-04-23")
    sheet.explanations["e1"] = reason
    return sheet


def test_what_no_page_holds_is_no_difference(ours: Sheet) -> None:
    """Reasons, decisions and 依据 are not gone because a page has none; nor are 年度 and 附件号."""
    came = project()
    came.tables["指标"] = rows("次数 ≥5次 6次")
    for name in ("年度", "附件号"):
        came.fields[name] = ""
    assert laid_beside(ours, came, Holds.PRINTED).points == ()
    assert {each.key.kind for each in laid_beside(ours, came).points} >= {Kind.EXPLANATION}


@pytest.mark.parametrize(
    ("ours", "theirs", "count"),
    [("", "95%", 0), ("", "95.2%", 0), ("", "94%", 1), ("95%", "", 0), ("94%", "", 1)],
)
def test_a_computed_value_that_one_of_both_leaves_out_is_no_difference(
    ours: str, theirs: str, count: int
) -> None:
    """It is printed where it was left blank, or not written where it follows; another one is."""
    mine = project()
    mine.row("资金", "合计").cells.update({"预算数": "5", "执行数": "4.76", "执行率": ours})
    came = mine.copy()
    came.fields["标题"] = "2023年度甲项目自评表"
    came.row("资金", "合计").cells["执行率"] = theirs
    assert len(laid_beside(mine, came, Holds.PRINTED).points) == count


def test_a_blank_on_a_page_clears_nothing(ours: Sheet) -> None:
    """It is told; all of theirs leaves what they do not have, and a row that only we have."""
    came = project()
    came.fields["单位名称"] = ""
    came.tables["指标"] = rows("人数 ≥2人 3人")
    found = laid_beside(ours, came, Holds.PRINTED)
    assert any(each.ours == "某局" for each in found.points)
    made = as_theirs(ours, came, Holds.PRINTED)
    assert made.fields["单位名称"] == "某局"
    assert sorted(said(made)) == [("人数", "≥2人", "3人"), ("次数", "≥5次", "6次")]


def test_a_decision_lapses_with_the_text_it_was_made_for(ours: Sheet) -> None:
    """And stays where that text stays."""
    came = project()
    came.tables["指标"] = rows("次数 ≥5次 6次")
    came.fields["单位名称"] = "另一局"
    assert as_theirs(ours, came, Holds.PRINTED).row("指标", "r1").ruling
    came.tables["指标"] = rows("次数 ≥5次 7次")
    made = as_theirs(ours, came, Holds.PRINTED)
    assert made.row("指标", "r1").cells[REACHED] == "7次"
    assert not made.row("指标", "r1").ruling


def test_approved_targets_touch_nothing_but_indicators_and_targets(ours: Sheet) -> None:
    """What was reached stays, rows that only we have stay, new ones stand where they were."""
    ours.tables["指标"]["r2"] = Row("r2", {NAME: "只有我们有", PLANNED: "是", REACHED: "是"})
    came = project(name="甲项目")
    came.fields["单位名称"] = "财政局"
    came.tables["指标"] = rows("新增 ≥1个", "次数 ≥8次 99次")
    made = as_theirs(ours, came, Holds.TARGETS)
    assert made.fields["单位名称"] == "某局"
    assert said(made) == [
        ("新增", "≥1个", ""),
        ("次数", "≥8次", "6次"),
        ("只有我们有", "是", "是"),
    ]
    assert made.explanations == ours.explanations


def test_the_same_targets_are_kept_once(ours: Sheet) -> None:
    """Nothing differs but that they are not kept yet; a second time nothing does."""
    came = project()
    came.tables["指标"] = rows("次数 ≥5次")
    (point,) = laid_beside(ours, came, Holds.TARGETS, "批复.docx").points
    assert point.key.kind is Kind.APPROVED
    ours.approved = approved_rows(came, "批复.docx")
    assert laid_beside(ours, came, Holds.TARGETS, "批复.docx").points == ()


def test_only_a_saved_sheet_clears_by_a_blank(ours: Sheet) -> None:
    """There a colleague did it; on a page it may only be missing."""
    (point, *_) = laid_beside(ours, project()).points
    assert side_taken(point, Holds.ALL) is Side.THEIRS
    assert side_taken(point, Holds.PRINTED) is Side.OURS


@pytest.mark.parametrize(
    ("year", "number", "holds", "known"),
    [
        ("", "", Holds.PRINTED, True),
        ("2023", "", Holds.PRINTED, True),
        ("2024", "", Holds.PRINTED, False),
        ("2023", "附件1-7", Holds.PRINTED, False),
        ("2023", "附件1-7", Holds.TARGETS, True),
        ("", "", Holds.ALL, False),
    ],
)
def test_a_page_without_year_or_number_is_known_by_its_project(
    year: str, number: str, holds: Holds, known: bool
) -> None:
    """As far as both say it, and where only one of our sheets fits."""
    came = project(number, " 甲项目")
    came.fields["年度"] = year
    mine = project()
    assert (there_already(came, [mine, project("附件1-2", "乙")], holds) is mine) is known
    assert there_already(came, [mine, project("附件1-9")], Holds.TARGETS) is None
