"""The clerk decides: proposals, 依据, the row's own verdict."""

import pytest
from textual.widgets import Input

from selfeval_tui.sheet import Address, Basis, Ruling
from selfeval_tui.text import Direction, VerdictCode
from selfeval_tui.tui.fill.panes import Detail
from selfeval_tui.tui.listing import Listing
from tests.tui.fill.build import demo_batch, field, indicator, money
from tests.tui.fill.harness import Desk, filling

ACTUAL, TARGET = "实际完成值", "年初目标值"


def _actual(desk: Desk, indicator_name: str) -> Address:
    rows = list(desk.sheet.tables["指标"].values())
    names = [row.cells["三级指标"] for row in rows]
    return indicator(desk.sheet, names.index(indicator_name), ACTUAL)


def _detail(desk: Desk) -> str:
    """The detail pane as one line."""
    return desk.screen.query_one(Detail).text.replace("\n", "")


def _dialog(desk: Desk) -> str:
    """What stands on the screen in front."""
    strips = desk.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


# An amount in another unit than its field's.


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("enter", "18.24"),
        ("tab", "182418.55元"),
        ("shift+tab", "182418.55元"),
        ("down", "182418.55元"),
        ("up", "182418.55元"),
        ("escape", "18.27"),
    ],
)
async def test_only_enter_takes_the_proposed_amount(key: str, kept: str) -> None:
    """182418.55元 in a field of 万元; every other way out keeps the text to the letter."""
    async with filling("附件1-1", size=(120, 36)) as desk:
        cell = money(desk.sheet, "预算数")
        await desk.go(cell)
        await desk.type("182418.55元")
        assert "= 18.241855 万元，按 18.24 填？" in _detail(desk)
        assert "回车按 18.24 填；Tab 照原样留" in _detail(desk)
        assert desk.typed(cell) == "18.27"
        await desk.press(key)
        assert desk.typed(cell) == kept


async def test_a_taken_amount_is_one_step() -> None:
    """Undo leads back to what stood there before, and the status line says what was done."""
    async with filling("附件1-1") as desk:
        cell = money(desk.sheet, "预算数")
        await desk.go(cell)
        await desk.type("182418.55元")
        await desk.press("enter")
        assert "“182418.55元”已按 18.24 填" in desk.text
        desk.batch.undo()
        assert desk.typed(cell) == "18.27"


@pytest.mark.parametrize("typed", ["18.2", "18.2万元", "约18元", "20万"])
async def test_without_another_unit_enter_takes_the_text(typed: str) -> None:
    """Nothing is proposed, nothing is changed."""
    async with filling("附件1-1", size=(120, 36)) as desk:
        cell = money(desk.sheet, "预算数")
        await desk.go(cell)
        await desk.type(typed)
        assert "填？" not in _detail(desk)
        await desk.press("enter")
        assert desk.typed(cell) == typed


async def test_an_amount_that_was_kept_is_not_converted_by_looking_at_it() -> None:
    """Two times Enter is how some walk down a column; Ctrl+U converts when the clerk wants it."""
    async with filling("附件1-1", size=(120, 36)) as desk:
        cell = money(desk.sheet, "预算数")
        desk.batch.set(cell, "182418.55元")
        await desk.go(cell)
        await desk.press("enter")
        assert "填？" not in _detail(desk)
        await desk.press("enter")
        assert desk.typed(cell) == "182418.55元"
        await desk.go(cell)
        assert "= 18.241855 万元，按 18.24 填？  按 Ctrl+U 填入" in _detail(desk)
        await desk.press("ctrl+u")
        assert desk.typed(cell) == "18.24"


# Proposals for the cell under the cursor.


async def test_the_share_of_a_survey_is_filled_in_by_one_key() -> None:
    """满意 96 of 有效 100, from 依据."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        cell = _actual(desk, "使用人员满意度")
        desk.batch.support(cell, Basis(satisfied="96", valid="100"))
        await desk.go(cell)
        assert "满意 96 ÷ 有效 100 = 96%" in _detail(desk)
        await desk.press("ctrl+u")
        assert desk.typed(cell) == "96%"
        assert "按 Ctrl+U 填入" not in _detail(desk)


async def test_a_share_that_cannot_be_told_says_why() -> None:
    """A survey without valid answers; the cell stays as it is."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        cell = _actual(desk, "使用人员满意度")
        desk.batch.support(cell, Basis(satisfied="96", valid="0"))
        before = desk.typed(cell)
        await desk.go(cell)
        await desk.press("ctrl+u")
        assert desk.typed(cell) == before
        for said in (_detail(desk), desk.rows[-3]):
            assert "问卷有效数是 0，算不出满意度" in said


async def test_a_target_is_taken_over_without_its_comparator() -> None:
    """The actual repeats ≥95%: until the clerk says so it is 与目标值相同，未见实际数."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        cell = _actual(desk, "使用人员满意度")
        desk.batch.set(cell, "≥95%")
        await desk.go(cell)
        assert "与目标值相同，未见实际数" in _detail(desk)
        assert "与目标值相同就填 95%" in _detail(desk)
        await desk.press("ctrl+u")
        assert desk.typed(cell) == "95%"
        verdict = desk.batch.verdict(cell)
        assert verdict is not None
        assert verdict.code is VerdictCode.met


@pytest.mark.parametrize("key", ["ctrl+u", "ctrl+semicolon"])
async def test_today_goes_into_a_date(key: str) -> None:
    """Written as the other dates of the unit; nothing is proposed where it stands already."""
    batch = demo_batch()
    cell = field(batch.sheets[0], "填报日期")
    batch.set(cell, "")
    async with filling(batch=batch) as desk:
        await desk.go(cell)
        await desk.press(key)
        assert desk.typed(cell) == "2024年4月23日"


async def test_keys_say_where_they_mean_nothing() -> None:
    """No proposal for a name, no date in an amount, no verdict outside the indicators."""
    async with filling("附件1-7") as desk:
        await desk.go(field(desk.sheet, "项目名称"))
        for key, said in (
            ("ctrl+u", "没有可填入的建议"),
            ("ctrl+semicolon", "不是日期格"),
            ("f7", "移到指标的一行上"),
            ("ctrl+b", "移到指标的一行上"),
        ):
            await desk.press(key)
            assert said in desk.text
            assert desk.app.screen is desk.screen


# 依据.


async def test_what_a_row_rests_on_is_typed_and_shown() -> None:
    """Ctrl+B, four parts; the row is marked and the detail says what it rests on."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        cell = _actual(desk, "租赁面积")
        await desk.go(cell)
        await desk.press("ctrl+b")
        assert "依据：租赁面积" in _dialog(desk)
        for text in ("租赁合同", "验收单", "96", "100"):
            await desk.press(*text, "tab")
        await desk.press("enter")
        basis = Basis("租赁合同", "验收单", "96", "100")
        assert desk.sheet.row("指标", cell.row).basis == basis
        assert "依据 合同号或文件号：租赁合同；验收单等佐证材料：验收单" in _detail(desk)
        assert "§ 220平方米" in desk.text


async def test_leaving_the_dialog_keeps_what_stood_there() -> None:
    """Esc writes nothing; Enter without a change is no step."""
    async with filling("附件1-7") as desk:
        cell = _actual(desk, "租赁面积")
        desk.batch.support(cell, Basis(document="租赁合同"))
        await desk.go(cell)
        steps: list[object] = []
        desk.batch.listen(steps.append)
        await desk.press("ctrl+b", *"ABC", "escape")
        await desk.press("ctrl+b", "enter")
        assert steps == []
        assert desk.sheet.row("指标", cell.row).basis == Basis(document="租赁合同")


# 人工判定.


@pytest.mark.parametrize(
    ("digit", "ruling"),
    [
        ("1", Ruling()),
        ("2", Ruling(VerdictCode.met)),
        ("3", Ruling(VerdictCode.partly)),
        ("4", Ruling(VerdictCode.missed)),
        ("5", Ruling(direction=Direction.higher)),
        ("6", Ruling(direction=Direction.lower)),
        ("7", Ruling(direction=Direction.equal)),
    ],
)
async def test_a_digit_decides_at_once(digit: str, ruling: Ruling) -> None:
    """F7 and one key; undo takes it back."""
    async with filling("附件1-7") as desk:
        cell = _actual(desk, "租赁面积")
        await desk.go(cell)
        await desk.press("f7", digit)
        assert desk.app.screen is desk.screen
        assert desk.sheet.row("指标", cell.row).ruling == ruling
        assert ("人工：" in desk.text) is bool(ruling)
        desk.batch.undo()
        assert desk.sheet.row("指标", cell.row).ruling == Ruling()


async def test_a_decision_is_shown_until_the_actual_changes() -> None:
    """人工 in the grid and in the detail; a changed actual is judged anew."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        cell = _actual(desk, "租赁面积")
        await desk.go(cell)
        await desk.press("f7", "3")
        assert "人工：部" in desk.text
        assert "人工判定为“部分达到”" in _detail(desk)
        await desk.press("f7")
        assert desk.app.screen.query_one(Listing).cursor == 2
        await desk.press("1")
        assert "人工：" not in desk.text
        await desk.press("f7", "3", "2", "2", "0", "enter")
        assert desk.sheet.row("指标", cell.row).ruling == Ruling()


async def test_looking_at_a_decision_changes_nothing() -> None:
    """The present state is preselected; Enter and Esc leave it."""
    async with filling("附件1-7") as desk:
        cell = _actual(desk, "租赁面积")
        both = Ruling(VerdictCode.met, Direction.lower, "≤300平方米")
        desk.batch.rule(cell, both)
        await desk.go(cell)
        steps: list[object] = []
        desk.batch.listen(steps.append)
        await desk.press("f7", "enter")
        await desk.press("f7", "down", "escape")
        assert steps == []
        assert desk.sheet.row("指标", cell.row).ruling == both


async def test_a_target_nobody_can_read_is_read_as_the_clerk_says() -> None:
    """The typed target stays; each line of the dialog says what would follow."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        cell = indicator(desk.sheet, 0, ACTUAL)
        desk.batch.set(cell.beside(TARGET), "三百平方米上下为宜")
        await desk.go(cell)
        await desk.press("f7")
        desk.app.screen.query_one(Input).focus()
        await desk.type("≤300平方米")
        assert "由程序判定：√ 达到" in _dialog(desk)
        assert "目标读作 ≤ 300 平方米 · 越低越好" in _dialog(desk)
        await desk.press("enter")
        assert desk.sheet.row("指标", cell.row).ruling == Ruling(reading="≤300平方米")
        assert desk.typed(cell.beside(TARGET)) == "三百平方米上下为宜"
        assert "（人工）" in _detail(desk)
