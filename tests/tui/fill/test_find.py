"""Ctrl+F: finding and replacing, asserted on the batch."""

from textual.widgets import Input

from selfeval_tui.sheet import Batch
from selfeval_tui.tui.differences import DifferencesDialog
from selfeval_tui.tui.fill.finding import SearchDialog
from selfeval_tui.tui.listing import Listing
from tests.tui.fill.build import demo_batch, field, indicator, one
from tests.tui.fill.harness import Desk, filling

INDICATOR = "三级指标"


async def _ask(
    desk: Desk, wanted: str, by: str = "", *, everywhere: bool = False, deed: int = 0
) -> None:
    """Fill the dialog and press Enter."""
    await desk.press("ctrl+f")
    dialog = desk.app.screen
    assert isinstance(dialog, SearchDialog)
    dialog.query_one("#wanted", Input).value = wanted
    dialog.query_one("#by", Input).value = by
    dialog.query_one("#scope", Listing).cursor = int(everywhere)
    dialog.query_one("#deed", Listing).cursor = deed
    await desk.press("enter")


async def test_find_goes_from_cell_to_cell_and_round() -> None:
    """Which of how many is said; Enter in the dialog and F12 look for the same again."""
    async with filling(batch=Batch([one(demo_batch(), "附件1-7")]), size=(120, 36)) as desk:
        await _ask(desk, "租")
        assert desk.cell == field(desk.sheet, "标题")
        await desk.press("ctrl+f", "enter")
        assert desk.cell == field(desk.sheet, "项目名称")
        assert "第 2 处，共 4 处" in desk.text
        await desk.press("f12")
        assert desk.cell == indicator(desk.sheet, 0, INDICATOR)
        await desk.press("f12", "f12")
        assert desk.cell == field(desk.sheet, "标题")
        assert "第 1 处，共 4 处" in desk.text


async def test_find_says_how_many_there_are_while_one_types() -> None:
    """Full width and capitals make no difference."""
    async with filling() as desk:
        await desk.press("ctrl+f")
        await desk.press("９", "５")
        assert "共 " in "\n".join(s.text for s in desk.app.screen._compositor.render_strips())
        assert isinstance(desk.app.screen, SearchDialog)
        await desk.press("escape")
        assert not isinstance(desk.app.screen, SearchDialog)


async def test_find_looks_through_all_sheets() -> None:
    """The next sheet's cell is asked for, and counted among all."""
    async with filling("附件1-7") as desk:
        other = one(desk.batch, "附件1-8")
        desk.batch.set(field(other, "项目实施单位"), "独一无二局")
        await _ask(desk, "独一无二", everywhere=True)
        assert desk.app.wanted[-1].at == field(other, "项目实施单位")
        assert desk.app.wanted[-1].notice == "第 1 处，共 1 处"


async def test_nothing_found_is_said() -> None:
    """The cursor stays; an empty text is asked for again."""
    async with filling() as desk:
        before = desk.cell
        await _ask(desk, "")
        assert isinstance(desk.app.screen, SearchDialog)
        await desk.press("escape")
        await _ask(desk, "找不到的字")
        assert desk.cell == before
        assert "没有找到“找不到的字”" in desk.text


async def test_one_cell_is_replaced_and_the_next_one_shown() -> None:
    """Only where the cursor stands, then the next place is shown."""
    async with filling(batch=Batch([one(demo_batch(), "附件1-7")]), size=(120, 36)) as desk:
        name = field(desk.sheet, "项目名称")
        await desk.go(field(desk.sheet, "标题"))
        await _ask(desk, "租赁", "租用", deed=1)
        assert desk.cell == name
        assert "租用" in desk.typed(field(desk.sheet, "标题"))
        assert "租用" not in desk.typed(name)
        await _ask(desk, "租赁", "租用", deed=1)
        assert "租用" in desk.typed(name)
        assert desk.cell == indicator(desk.sheet, 0, INDICATOR)
        assert "已替换这一格；第" in desk.text


async def test_replacing_everywhere_shows_the_differences_first() -> None:
    """Esc changes nothing, Enter all of it, one undo takes it back."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        unit = [field(sheet, "单位名称") for sheet in desk.batch.sheets]
        before = [desk.typed(each) for each in unit]
        await _ask(desk, "审批局", "政务局", everywhere=True, deed=2)
        assert isinstance(desk.app.screen, DifferencesDialog)
        await desk.press("escape")
        assert [desk.typed(each) for each in unit] == before
        await _ask(desk, "审批局", "政务局", everywhere=True, deed=2)
        await desk.press("enter")
        assert all("政务局" in desk.typed(each) for each in unit)
        assert "已替换" in desk.text
        desk.batch.undo()
        assert [desk.typed(each) for each in unit] == before
        assert not desk.batch.can_undo


async def test_where_nothing_may_be_replaced_nothing_is_asked() -> None:
    """The printed notes hold the word, but nobody typed it."""
    async with filling(batch=Batch([one(demo_batch(), "附件1-7")])) as desk:
        desk.batch.set(field(desk.sheet, "备注"), "")
        await _ask(desk, "结余结转", "结转", deed=2)
        assert desk.app.screen is desk.screen
        assert "没有可以替换的" in desk.text
