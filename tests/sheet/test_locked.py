"""What is said of locked sheets, and by what a content is known again."""

import pytest

from selfeval_tui.sheet import Batch, Life, Row, Sheet
from selfeval_tui.sheet.arrange import copy_of
from selfeval_tui.sheet.bulk import renumbering, same_on_all
from selfeval_tui.sheet.checkcode import content_code
from selfeval_tui.sheet.listed import read_list
from selfeval_tui.sheet.locked import left_out, open_sheets, refusal
from selfeval_tui.sheet.matched import plan_list
from selfeval_tui.spec.model import Role
from selfeval_tui.store.order import in_order
from tests.sheet.build import cell, department, figures, money, project, with_rows

FINAL = Life().finalise("2024-04-23", "0123", "abcd", "ef01")


def numbered(*numbers: int) -> list[Sheet]:
    """Project sheets with these numbers."""
    sheets = [project("5", "1") for _ in numbers]
    for sheet, number in zip(sheets, numbers, strict=True):
        sheet.fields["附件号"] = f"附件1-{number}"
    return sheets


@pytest.mark.parametrize(
    ("life", "said"),
    [
        (Life(), "草稿"),
        (FINAL, "定稿 2024-04-23（0123）"),
        (FINAL.submit("2024-04-25", "纸质"), "已报送 2024-04-25（纸质）"),
        (FINAL.submit("2024-04-25", ""), "已报送 2024-04-25"),
        (FINAL.reopen("2024-05-06", "财政退回"), "退回修改 2024-05-06（财政退回）"),
    ],
)
def test_the_state_is_said_with_its_date(life: Life, said: str) -> None:
    """Since when, and how or why."""
    assert life.words == said


def test_a_refusal_says_which_sheet_and_what_to_do() -> None:
    """附件1-3 已定稿，要改请先“退回修改”."""
    batch = Batch(numbered(3, 4))
    for sheet in batch.sheets:
        batch.live(sheet.id, FINAL)
    first = batch.sheets[0]
    assert refusal(batch, {first.id}) == "附件1-3 已定稿，要改请先“退回修改”"
    batch.live(first.id, FINAL.submit("2024-04-25", "纸质"))
    assert refusal(batch, {first.id}) == "附件1-3 已报送，要改请先“退回修改”"


def test_many_locked_sheets_are_counted() -> None:
    """A line holds four names; nothing is said where none is locked."""
    batch = Batch(numbered(1, 2, 3, 4, 5, 6))
    assert left_out(batch, batch.sheets) == ""
    for sheet in batch.sheets[:5]:
        batch.live(sheet.id, FINAL)
    assert (
        left_out(batch, batch.sheets)
        == "附件1-1、附件1-2、附件1-3、附件1-4等 5 张表 已定稿，没有改。"
    )
    assert open_sheets(batch.sheets) == (batch.sheets[5],)


def test_a_copy_begins_as_a_draft() -> None:
    """What was explained and handed in was the other sheet."""
    batch = Batch(numbered(1))
    batch.live(batch.sheets[0].id, FINAL)
    copy = copy_of(batch, batch.sheets[0])
    assert (copy.life, copy.explanations) == (Life(), {})


def test_a_content_has_one_code() -> None:
    """Whatever ids its rows have, and whether or not it is locked."""
    one, other = (with_rows(project("5", "1"), ("清洗", "12次", "9次")) for _ in range(2))
    other.tables["指标"] = {"x": Row("x", other.row("指标", "r1").cells)}
    codes = {content_code(Batch([each]), each) for each in (one, other)}
    batch = Batch([one])
    one.life = FINAL.finalise("2024-04-23", "", one.spec.hash, "")
    assert codes == {content_code(batch, one)}


def test_each_text_counts_for_the_code() -> None:
    """A figure, a word, a cell that was emptied, two texts exchanged."""
    sheet = with_rows(project("5", "1"), ("清洗", "12次", "9次"))
    batch = Batch([sheet])
    codes = [content_code(batch, sheet)]
    for address, text in (
        (money(sheet, "执行数"), "1.0"),
        (cell(sheet, "r1", "实际完成值"), ""),
        (cell(sheet, "r1", "年初目标值"), "9次"),
        (cell(sheet, "r1", "实际完成值"), "12次"),
    ):
        batch.set(address, text)
        codes.append(content_code(batch, sheet))
    assert len(set(codes)) == len(codes)


def test_figures_are_never_handed_in() -> None:
    """They stand behind the sheets of their year."""
    accounts = figures()
    sheets = [accounts, department(), *numbered(2, 1)]
    for sheet in sheets:
        sheet.fields["年度"] = "2023"
    batch = Batch(sorted(sheets, key=in_order))
    assert batch.sheets[-1] is accounts
    assert accounts not in batch.printed
    assert len(batch.printed) == len(batch.sheets) - 1


def test_changing_many_leaves_locked_sheets_alone() -> None:
    """一起改 touches the others only."""
    batch = Batch(numbered(1, 2))
    first, second = batch.sheets
    batch.live(first.id, FINAL)
    changes = same_on_all(batch, batch.sheets, {Role.YEAR: "2024"})
    assert {each.address.sheet for each in changes} == {second.id}


@pytest.mark.parametrize(("numbers", "can"), [((1, 3), True), ((2, 3), False), ((3, 1), False)])
def test_numbers_stay_where_a_locked_sheet_would_get_another(
    numbers: tuple[int, int], *, can: bool
) -> None:
    """附件1-3 has gone out under its number; then the others keep theirs, too."""
    batch = Batch(numbered(*numbers))
    batch.live(batch.sheets[0].id, FINAL)
    found, said = renumbering(batch.sheets, wanted=True)
    assert found is can
    assert said == ("" if can else "附件号没有重编：已定稿的表要换号。")
    marks = {each.after for each in same_on_all(batch, batch.sheets, {}, renumber=found)}
    assert marks == ({"附件1-2"} if can else set())
    assert renumbering(batch.sheets, wanted=False) == (False, "")


def test_a_list_does_not_change_a_locked_sheet() -> None:
    """Its line is told with the reason."""
    sheet = project("5", "1")
    sheet.life = FINAL
    listed = read_list((("项目名称", "预算数"), ("甲项目", "6")), sheet.spec, "万元")
    plan = plan_list(listed, [sheet], sheet.spec, "2023")
    assert plan.changes == ()
    (refused,) = plan.refused
    assert refused.why == "这张表已经定稿，没有改；要改请先“退回修改”"
