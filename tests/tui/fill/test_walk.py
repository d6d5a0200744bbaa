"""What is left to do, and what comes at the end of a sheet."""

from selfeval_tui.sheet import Address, Batch, Ruling, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.text import VerdictCode
from tests.tui.fill.build import demo_batch, field, indicator, money, one
from tests.tui.fill.harness import Desk, filling

ACTUAL = "实际完成值"
REASON, IMPROVEMENT = "偏差大或目标未完成原因分析", "改进措施及结果应用方案"


def _alone(name: str) -> Batch:
    """One sheet and no other."""
    return Batch([one(demo_batch(), name)])


def _wanted(desk: Desk) -> tuple[Address | None, str]:
    """The place that was asked for last, and what is said there."""
    return desk.app.wanted[-1].at, desk.app.wanted[-1].notice


async def test_ctrl_w_goes_to_the_next_empty_required_cell() -> None:
    """It says how many are left in this sheet."""
    async with filling(size=(120, 36)) as desk:
        gap = indicator(desk.sheet, 2, ACTUAL)
        desk.batch.set(gap, "")
        await desk.press("ctrl+w")
        assert desk.cell == gap
        assert "本表还差 1 格" in desk.text


async def test_ctrl_w_goes_on_in_the_next_sheet() -> None:
    """The notice names the sheet and how much it lacks."""
    async with filling("附件1-7") as desk:
        gap = field(one(desk.batch, "附件1-8"), "主管部门")
        desk.batch.set(gap, "")
        await desk.press("ctrl+w")
        assert _wanted(desk) == (gap, "附件1-8还差 1 格")


async def test_ctrl_w_says_when_all_is_filled() -> None:
    """The cursor stays."""
    async with filling(batch=_alone("附件1-7")) as desk:
        before = desk.cell
        await desk.press("ctrl+w")
        assert desk.cell == before
        assert "各表必填的格都填好了" in desk.text


async def test_f8_and_shift_f8_go_from_problem_to_problem() -> None:
    """Round and round; the notice says what it is and which of how many."""
    async with filling(batch=_alone("附件1-7"), size=(120, 36)) as desk:
        desk.batch.set(field(desk.sheet, "附件号"), "附件1-1")
        wrong, copied = money(desk.sheet, "执行率"), indicator(desk.sheet, 6, ACTUAL)
        await desk.press("f8")
        assert desk.cell == wrong
        assert "第 1 处，共 2 处：错误 BUD-001 执行率：填 94%" in desk.text
        await desk.press("f8")
        assert desk.cell == copied
        await desk.press("f8")
        assert desk.cell == wrong
        await desk.press("shift+f8")
        assert desk.cell == copied
        await desk.press("up")
        assert "共 2 处" not in desk.text


async def test_f8_stops_at_what_the_clerk_has_to_judge() -> None:
    """A row that nobody can judge but the clerk is a problem, too."""
    async with filling(batch=_alone("附件1-7")) as desk:
        unclear = indicator(desk.sheet, 4, ACTUAL)
        desk.batch.set(unclear, "还可以")
        desk.batch.set(money(desk.sheet, "执行率"), "95.2%")
        await desk.press("f8")
        assert desk.cell == unclear
        assert "请自行判断" in desk.text


async def test_f8_stops_at_a_row_that_the_clerk_called_partly_reached() -> None:
    """Until its reason is written, on the sheet or at the row."""
    async with filling(batch=_alone("附件1-7")) as desk:
        partly = indicator(desk.sheet, 4, ACTUAL)
        desk.batch.set(field(desk.sheet, "附件号"), "附件1-1")
        desk.batch.set(money(desk.sheet, "执行率"), "95.2%")
        desk.batch.set(indicator(desk.sheet, 6, ACTUAL), "96%")
        desk.batch.rule(partly, Ruling(VerdictCode.partly))
        await desk.press("f8")
        assert desk.cell == partly
        assert "需说明 IND-025" in desk.text
        desk.batch.set(field(desk.sheet, REASON), "设备到货晚，次年验收")
        await desk.press("f8")
        assert "各表都没有查出问题" in desk.text


async def test_f8_leaves_out_what_is_not_filled_yet() -> None:
    """A new sheet is no wall of red; 自查 lists its gaps."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"))
    async with filling(batch=Batch([sheet])) as desk:
        before = desk.cell
        await desk.press("f8")
        assert desk.cell == before
        assert "没填的必填格在自查（F9）时列出" in desk.text


async def test_f8_looks_through_the_other_sheets() -> None:
    """A problem of a later sheet is asked for with its cell."""
    async with filling(batch=Batch(demo_batch().sheets[6:8])) as desk:
        await desk.go(indicator(desk.sheet, 6, ACTUAL))
        await desk.press("f8")
        at, notice = _wanted(desk)
        assert at is not None
        assert at.sheet != desk.sheet.id
        assert "共" in notice


async def test_f8_says_when_there_is_nothing_to_look_at() -> None:
    """The cursor stays."""
    async with filling(batch=_alone("附件1-7")) as desk:
        desk.batch.set(field(desk.sheet, "附件号"), "附件1-1")
        desk.batch.set(money(desk.sheet, "执行率"), "95.2%")
        desk.batch.set(indicator(desk.sheet, 6, ACTUAL), "96%")
        before = desk.cell
        await desk.press("f8")
        assert desk.cell == before
        assert "各表都没有查出问题" in desk.text


async def test_the_end_of_a_sheet_offers_the_next_unfinished_one() -> None:
    """The first Tab says so, the second one goes to its first empty cell."""
    async with filling("附件1-7") as desk:
        gap = field(one(desk.batch, "附件1-4"), "项目名称")
        desk.batch.set(gap, "")
        await desk.go(field(desk.sheet, IMPROVEMENT))
        await desk.press("tab")
        assert "已到表尾；再按一次 Tab 到 附件1-4（还差 1 格）" in desk.text
        assert desk.app.wanted == []
        await desk.press("tab")
        assert _wanted(desk) == (gap, "还差 1 格")


async def test_the_offer_is_forgotten_when_the_cursor_moves() -> None:
    """Tab elsewhere and back says it again instead of leaving."""
    async with filling("附件1-7") as desk:
        desk.batch.set(field(one(desk.batch, "附件1-4"), "项目名称"), "")
        await desk.go(field(desk.sheet, IMPROVEMENT))
        await desk.press("tab", "shift+tab", "tab", "tab")
        assert desk.app.wanted == []
        assert "再按一次 Tab" in desk.text


async def test_finishing_the_last_text_offers_the_next_sheet_too() -> None:
    """Tab and Enter out of the editor say so; only another Tab leaves."""
    for key in ("tab", "f2"):
        async with filling("附件1-7") as desk:
            gap = field(one(desk.batch, "附件1-4"), "项目名称")
            desk.batch.set(gap, "")
            await desk.go(field(desk.sheet, IMPROVEMENT))
            await desk.type("改")
            await desk.press(key)
            assert desk.typed(field(desk.sheet, IMPROVEMENT)) == "改"
            assert "再按一次 Tab 到 附件1-4" in desk.text
            await desk.press("tab")
            assert _wanted(desk)[0] == gap


async def test_a_gap_in_this_sheet_is_told_first() -> None:
    """Where no other sheet lacks anything, Tab goes back to the gap."""
    async with filling(batch=_alone("附件1-7"), size=(120, 36)) as desk:
        gap = indicator(desk.sheet, 3, ACTUAL)
        desk.batch.set(gap, "")
        await desk.go(field(desk.sheet, IMPROVEMENT))
        await desk.press("tab")
        assert "再按一次 Tab 到本表没填的一格（还差 1 格）" in desk.text
        await desk.press("tab")
        assert desk.cell == gap


async def test_nothing_is_offered_where_all_is_filled() -> None:
    """Tab at the end stays where it is, however often it is pressed."""
    async with filling(batch=_alone("附件1-7")) as desk:
        last = field(desk.sheet, IMPROVEMENT)
        await desk.go(last)
        await desk.press("tab", "tab", "tab")
        assert desk.cell == last
        assert "已到表尾，各表必填的格都填好了" in desk.text
