"""The windows around the grid: title, detail, status."""

import pytest
from textual import events

from selfeval_tui.sheet import Batch
from selfeval_tui.tui.fill.panes import Detail
from tests.tui.fill.build import demo_batch, field, indicator, money, one
from tests.tui.fill.harness import SIZES, Desk, filling

NOTE = "改进措施及结果应用方案"
ACTUAL = "实际完成值"


async def _long(desk: Desk) -> Detail:
    """A text that no detail pane holds at once."""
    desk.batch.set(field(desk.sheet, NOTE), "".join(f"第{number}条。" for number in range(400)))
    await desk.go(field(desk.sheet, NOTE))
    return desk.screen.query_one(Detail)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_cell_is_read_to_its_end_by_a_key(size: tuple[int, int]) -> None:
    """Page by page; each line of the text comes past, and how many follow is said."""
    async with filling(size=size) as desk:
        detail = await _long(desk)
        assert "还有 " in detail.text
        pages = [detail.text]
        while "还有 " in pages[-1].rpartition("\n")[2] or len(pages) == 1:
            await desk.press("shift+pagedown")
            pages.append(detail.text)
        seen = "".join(pages).replace("\n", "")
        assert all(f"{number}条" in seen for number in range(0, 400, 7))
        assert "第399条。" in pages[-1].replace("\n", "")
        for _page in pages:
            await desk.press("shift+pageup")
        assert detail.text == pages[0]


async def test_a_long_cell_is_read_with_the_wheel() -> None:
    """Down and up again; another cell is told from its beginning."""
    async with filling(size=(120, 36)) as desk:
        detail = await _long(desk)
        before = detail.text
        await desk.pilot._post_mouse_events([events.MouseScrollDown], "Detail")
        await desk.pilot.pause()
        assert detail.text != before
        await desk.pilot._post_mouse_events([events.MouseScrollUp], "Detail")
        await desk.pilot.pause()
        assert detail.text == before
        await desk.press("shift+pagedown", "up", "down")
        assert detail.text == before


async def test_the_title_says_whose_year_it_is_where_there_is_room() -> None:
    """At 120 columns the year stands at the right, at 80 the name has the line."""
    async with filling("附件1-3", size=(120, 36)) as desk:
        assert desk.rows[0].startswith(" 附件1-3")
        assert desk.rows[0].endswith("本单位2023年度自评")
    async with filling("附件1-7", size=(80, 24)) as desk:
        assert "本单位" not in desk.rows[0]
        assert desk.rows[0].endswith("第7张，共9张")


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_number_or_name_never_hides_the_rest(size: tuple[int, int]) -> None:
    """5 000 characters in 附件号 and 项目名称: place, status and keys stay in sight."""
    async with filling("附件1-7", size=size, demo=True) as desk:
        for name in ("附件号", "项目名称"):
            desk.batch.set(field(desk.sheet, name), "附件" * 2500)
        await desk.pilot.pause()
        assert "示例" in desk.rows[0]
        assert "第7张，共9张" in desk.rows[0]
        assert "已填" in desk.text
        assert desk.rows[-1].endswith("更多")


async def test_a_long_number_leaves_room_in_the_offer() -> None:
    """What to press is told although the other sheet's 附件号 is endless."""
    async with filling("附件1-7") as desk:
        other = one(desk.batch, "附件1-8")
        desk.batch.set(field(other, "附件号"), "附件" * 2500)
        desk.batch.set(field(other, "主管部门"), "")
        await desk.go(field(desk.sheet, NOTE))
        await desk.press("tab")
        assert "再按一次 Tab 到 附件附件" in desk.text
        assert "还差 1 格" in desk.text


async def test_a_click_on_a_count_leads_to_what_it_counts() -> None:
    """已填 to the next gap, 错误 to the next problem."""
    async with filling(batch=Batch([one(demo_batch(), "附件1-7")])) as desk:
        gap, bad = indicator(desk.sheet, 3, ACTUAL), indicator(desk.sheet, 1, ACTUAL)
        desk.batch.set(gap, "")
        desk.batch.set(bad, "50%")
        desk.batch.set(money(desk.sheet, "执行率"), "95.2%")
        await desk.until(lambda: "需说明 1" in desk.text)
        for words, to in (("已填", gap), ("需说明 1", bad)):
            row = next(n for n, row in enumerate(desk.rows) if row.startswith(" 已填"))
            at = desk.rows[row].index(words)
            width = sum(2 if ord(each) > 255 else 1 for each in desk.rows[row][:at])
            await desk.pilot.click("Status", offset=(width + 1, 0))
            await desk.pilot.pause()
            assert desk.cell == to
            await desk.press("ctrl+home")
