"""The problems of a sheet beside what they are about."""

import pytest

from selfeval_tui.sheet import Batch
from selfeval_tui.tui.check.reason import ReasonDialog
from selfeval_tui.tui.fill.panes import Detail
from selfeval_tui.tui.fill.problems import ProblemPane
from tests.tui.fill.build import demo_batch, field, indicator, money, one
from tests.tui.fill.harness import SIZES, Desk, filling

ACTUAL = "实际完成值"


def _pane(desk: Desk) -> list[str]:
    return desk.screen.query_one(ProblemPane).text.splitlines()


@pytest.mark.parametrize("size", SIZES)
async def test_the_pane_is_as_high_as_the_window_allows(size: tuple[int, int]) -> None:
    """On the smallest window the status line has to do; nothing ever covers the grid."""
    async with filling("附件2", size=size) as desk:
        await desk.until(lambda: "警告" in desk.text)
        heights = {20: 0, 24: 2, 36: 5, 50: 9}
        assert desk.screen.query_one(ProblemPane).size.height == heights[size[1]]
        assert desk.grid.size.height >= 10


async def test_the_heaviest_comes_first_and_equal_ones_are_one_line() -> None:
    """With the count; what does not fit is counted in the last line."""
    async with filling("附件2", size=(120, 36)) as desk:
        await desk.until(lambda: bool(_pane(desk)))
        shown = _pane(desk)
        assert shown[0].startswith(" : 警告 IND-002 共 3 处，如") or "共 4 处" in shown[0]
        assert len(shown) == 5
        assert "自查（F9）里全部列出" in shown[-1]


async def test_the_cells_problem_is_explained_and_its_line_is_marked() -> None:
    """填报, 应为, 相差, 怎么办 with the code; the mark stands in the gutter of the line."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        await desk.go(money(desk.sheet, "执行率"))
        await desk.until(lambda: "BUD-001" in desk.text)
        joined = "".join(desk.screen.query_one(Detail).text.split())
        for words in ("错误BUD-001", "填报94%", "应为95.2%", "相差1.2个百分点", "怎么办核对"):
            assert words in joined
        assert " ! 年度财政资金总额" in desk.text
        assert next(row for row in _pane(desk) if "BUD-001" in row).startswith(">! 错误")
        assert "错误 1 · 警告 1" in desk.text


async def test_problems_follow_each_key() -> None:
    """In the detail, below the grid and in the count; Esc brings back what was found before."""
    async with filling("附件1-7", size=(120, 36)) as desk:
        await desk.go(money(desk.sheet, "执行率"))
        await desk.until(lambda: "错误 1" in desk.text)
        await desk.press("9", "6", "%")
        await desk.until(lambda: "填 96%" in desk.text)
        assert next(row for row in _pane(desk) if "BUD-001" in row).startswith(">! 错误")
        await desk.press("backspace", "backspace", "5", ".", "2", "%")
        await desk.until(lambda: "错误" not in desk.text)
        assert desk.typed(money(desk.sheet, "执行率")) == "94%"
        await desk.press("escape")
        await desk.until(lambda: "填 94%" in desk.text and "错误 1" in desk.text)


async def test_what_is_explained_is_told_at_its_cell() -> None:
    """With the reason, so that nobody mends what was kept on purpose."""
    async with filling("附件1-2", size=(120, 36)) as desk:
        await desk.go(money(desk.sheet, "执行率"))
        await desk.until(lambda: "已说明 BUD-005" in desk.text)
        joined = "".join(desk.screen.query_one(Detail).text.split())
        assert "不到90%说明表上的原因分析写明了原因" in joined


async def test_a_commit_is_checked_at_once() -> None:
    """The mended cell loses its mark and its line, another one gets them."""
    async with filling("附件1-7") as desk:
        await desk.until(lambda: "错误 1" in desk.text)
        desk.batch.set(money(desk.sheet, "执行率"), "95.2%")
        await desk.until(lambda: "错误 1" not in desk.text)
        desk.batch.set(money(desk.sheet, "执行数"), "7")
        await desk.until(lambda: "BUD-003" in desk.text)
        desk.batch.undo()
        await desk.until(lambda: "BUD-003" not in desk.text)


async def test_while_typing_nothing_old_is_said_of_the_cell() -> None:
    """The reading of the new text stands there instead."""
    async with filling("附件1-7") as desk:
        await desk.go(money(desk.sheet, "执行率"))
        await desk.until(lambda: "怎么办" in desk.text)
        await desk.type("95")
        assert "怎么办" not in desk.text
        await desk.press("escape")
        assert "怎么办" in desk.text


async def test_a_click_on_a_problem_goes_from_cell_to_cell() -> None:
    """A group of several leads round its cells."""
    async with filling("附件1-3", size=(120, 36)) as desk:
        await desk.until(lambda: "共 4 处" in desk.text)
        line = next(n for n, row in enumerate(_pane(desk)) if "IND-004" in row)
        reached = []
        for _click in range(5):
            await desk.pilot.click(ProblemPane, offset=(10, line))
            await desk.pilot.pause()
            reached.append(desk.cell)
        assert len(set(reached)) == 4
        assert reached[0] == reached[4]
        assert reached[0] == indicator(desk.sheet, 0, ACTUAL)


async def test_a_sheet_without_problems_says_so() -> None:
    """And where the gaps are listed."""
    batch = Batch([one(demo_batch(), "附件1-7")])
    async with filling(batch=batch) as desk:
        batch.set(money(desk.sheet, "执行率"), "95.2%")
        batch.set(indicator(desk.sheet, 6, ACTUAL), "96%")
        await desk.until(lambda: "没有查出问题" in desk.text)


async def test_a_reason_is_written_at_the_cell() -> None:
    """By the list of commands or the menu, wherever there is something to explain."""
    async with filling("附件1-7") as desk:
        await desk.until(lambda: "错误 1" in desk.text)
        await desk.go(field(desk.sheet, "主管部门"))
        assert not desk.area.offers("explain")
        await desk.go(money(desk.sheet, "执行率"))
        assert desk.area.offers("explain")
        await desk.area.do("explain")
        await desk.until(lambda: isinstance(desk.app.screen, ReasonDialog))
        await desk.press(*"按合同约定结算", "enter")
        await desk.until(lambda: "错误 1" not in desk.text)
        assert [each.text for each in desk.sheet.explanations.values()] == ["按合同约定结算"]


async def test_a_problem_of_the_year_is_explained_at_its_first_cell() -> None:
    """A gap between the numbers, at the number of the first sheet."""
    async with filling("附件1-1") as desk:
        number = field(desk.sheet, "附件号")
        await desk.go(number)
        assert not desk.area.offers("explain")
        desk.batch.set(field(one(desk.batch, "附件1-8"), "附件号"), "附件1-9")
        await desk.until(lambda: "YEAR-004" in desk.text)
        await desk.area.do("explain")
        await desk.until(lambda: isinstance(desk.app.screen, ReasonDialog))
        await desk.press(*"附件1-8不公开", "enter")
        await desk.until(lambda: "已说明 YEAR-004" in desk.text)
        assert [each.text for each in desk.sheet.explanations.values()] == ["附件1-8不公开"]
