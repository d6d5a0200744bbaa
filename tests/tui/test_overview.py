"""总览: each sheet in a line, the sums, the faults, and the way into a sheet."""

from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len

from selfeval_tui.sheet import Totals, totals
from selfeval_tui.sheet.summary import summarise
from selfeval_tui.spec.model import Role
from selfeval_tui.text import VerdictCode
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.overview.table import Table, lay_out
from selfeval_tui.tui.overview.words import agreement, sheet_sentences
from selfeval_tui.tui.session import Session
from tests.tui.steps import SIZES, app_on, cell, reach, rows, text, until

PUBLISHED = """
附件1-1  18.27  18.24      100%  51/51 - 1 深圳特发公司第三方费用
附件1-2 452.24 275.67       61%  51/51 - - 政务服务统一购买服务费用
附件1-3     20   5.44       27%  76/76 - - 新市民中心日常运转及创文费用
附件1-4      5   0.83       17%  51/51 - - 年度招商引资保障经费
附件1-5      3      3      100%  41/41 - - 现政务大厅互联网专线业务服务费
附件1-6      5   0.69       14%  51/51 - - 采购项目专家评审费等相关费用
附件1-7      5   4.76 94%→95.2%  46/46 1 - 建设政府采购市区一体化交易平台场所租赁费用
附件1-8    3.7   1.55       42%  41/41 - - 新建市民中心互联网专线系统新建工程
附件2                          240/240 - - 鄂州葛店经济技术开发区行政审批局本级
合计    512.21 310.18    60.56% 648/648 1 1 9张表（万元）
"""


def _table(session: Session, width: int) -> Table:
    batch, checking = session.batch, session.checking
    checking.begin()
    summaries = tuple(summarise(batch, sheet) for sheet in batch.sheets)
    found = {each.sheet: checking.problems(each.sheet) for each in summaries}
    return lay_out(summaries, summaries, found, totals(batch.sheets), width)


def test_every_sheet_is_a_line_with_its_figures(demo_session: Session) -> None:
    """The nine published sheets, their sums, their 错误 and 需说明, 94% beside 95.2%."""
    table = _table(demo_session, 120)
    shown = [line.plain.split() for line in (*table.rows, table.total)]
    assert shown == [line.split() for line in PUBLISHED.strip().splitlines()]


@pytest.mark.parametrize("width", [56, 68, 76, 120, 200])
def test_the_columns_fit_any_width(demo_session: Session, width: int) -> None:
    """Each line fills its place exactly; the figures are whole, only the name is cut."""
    table = _table(demo_session, width)
    for line in (table.header, *table.rows, table.total):
        assert cell_len(line.plain) == width
    assert "452.24" in table.rows[1].plain
    assert "94%→95.2%" in table.rows[6].plain


@pytest.mark.parametrize(
    ("spent", "department", "sentence"),
    [
        ("310.18", "310.18", "附件1执行数合计 310.18，附件2项目支出总额 310.18，两数一致。"),
        ("310.18", "315.8", "附件1执行数合计 310.18，附件2项目支出总额 315.8，相差 5.62，请核对。"),
        ("315.8", "310.18", "附件1执行数合计 315.8，附件2项目支出总额 310.18，相差 5.62，请核对。"),
        ("310.18", None, "附件1执行数合计 310.18，附件2项目支出总额还没有填。"),
        (None, "310.18", "附件1还没有填执行数。"),
    ],
)
def test_the_two_totals_stand_side_by_side(
    spent: str | None, department: str | None, sentence: str
) -> None:
    """The gap is told without saying which side is wrong."""
    found = Totals(
        budget=None,
        spent=Decimal(spent) if spent else None,
        department_total=Decimal(department) if department else None,
        department_label="项目支出总额",
    )
    assert agreement(found) == sentence


def test_without_a_department_sheet_no_amount_of_it_is_named() -> None:
    """附件2 comes last; until then it is only said to be missing."""
    found = Totals(budget=None, spent=Decimal("310.18"), department_total=None)
    assert agreement(found) == "附件1执行数合计 310.18，附件2还没有填。"


def test_the_chosen_sheet_is_described_in_words(demo_session: Session) -> None:
    """The arrow of the table is spelled out below it."""
    batch = demo_session.batch
    seventh = summarise(batch, batch.sheets[6])
    assert list(sheet_sentences(seventh)) == [
        "预算数 5万元，执行数 4.76万元；执行率填的是 94%，按 执行数÷预算数 应为 95.2%。",
        "必填 46 格，已填 46 格。",
        "指标 7 行：达到 6，与目标值相同，未见实际数 1。",
    ]
    assert seventh.count(VerdictCode.missed) == 0


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_clipped_on_any_terminal(demo_folder: Path, size: tuple[int, int]) -> None:
    """All nine sheets, the sums and the keys are in sight."""
    app = app_on(demo_folder)
    async with app.run_test(size=size) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shown = rows(app)
        assert all(cell_len(row) <= size[0] for row in shown)
        wanted = [f"附件1-{number}" for number in range(1, 9)] + ["附件2", "合计", "648/648"]
        wanted += ["项目名称", "两数一致", "示例", "Ctrl+Q 退出", "F1 帮助", "回车 打开"]
        assert [word for word in wanted if word not in "\n".join(shown)] == []


async def test_enter_opens_the_sheet_under_the_cursor(demo_folder: Path) -> None:
    """Six lines down lies 附件1-7."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press(*["down"] * 6, "enter")
        screen = await reach(pilot, Where.GRID)
        assert screen.sheet_id == app.session.batch.sheets[6].id


async def test_a_double_click_opens_and_a_single_one_only_chooses(demo_folder: Path) -> None:
    """As in Excel: a click moves, a second one opens."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        listing = screen.query_one(Listing)
        await pilot.click(listing, offset=(20, 2))
        assert listing.cursor == 2
        await reach(pilot, Where.OVERVIEW)
        await pilot.click(listing, offset=(20, 3), times=2)
        filling = await reach(pilot, Where.GRID)
        assert filling.sheet_id == app.session.batch.sheets[3].id


async def test_a_click_on_a_key_does_what_the_key_does(demo_folder: Path) -> None:
    """The hints at the foot are buttons."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        row = next(number for number, line in enumerate(rows(app)) if "F1 帮助" in line)
        column = cell_len(rows(app)[row].split("F1")[0])
        await pilot.click(offset=(column + 1, row))
        await reach(pilot, Where.HELP)


async def test_files_that_cannot_be_read_are_listed_with_what_to_do(own_folder: Path) -> None:
    """A damaged file is named with its line, and the other sheets open all the same."""
    broken = own_folder / "saved" / "2023" / "附件1-9 坏了.toml"
    broken.write_text('format = 1\n[sheet\nid = "x"\n', encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shown = text(app)
        assert "有 1 个文件没有读出来" in shown
        assert "附件1-9 坏了.toml" in shown
        assert "第 2 行" in shown
        assert "648/648" in shown


async def test_the_counts_of_problems_follow_the_first_frame_and_each_change(
    demo_folder: Path,
) -> None:
    """错误 2 where a second sheet goes wrong; the chosen sheet says all its severities."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: "待处理的问题：需说明 1，警告 4，提示 1。" in text(app))
        app.session.batch.set(cell(app.session, 0, Role.RATE), "50%")
        await until(pilot, lambda: "待处理的问题：错误 1，需说明 1" in text(app))
        total = next(row for row in rows(app) if row.startswith("   合计"))
        assert total.split()[5:7] == ["2", "1"]


async def test_the_overview_follows_a_change(demo_folder: Path) -> None:
    """An emptied cell shows in the counts as soon as the clerk returns."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "")
        await until(pilot, lambda: "45/46" in text(app))
        assert "647/648" in text(app)
