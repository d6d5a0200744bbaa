"""按清单新建: a pasted list of projects becomes sheets, or changes those that are there."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.widgets import Button, Input

from selfeval_tui.sheet import money_cell
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.tui.clipboard.exchange import Exchange
from selfeval_tui.tui.create.listed import ListArea, ListScreen
from selfeval_tui.tui.create.plan import PlanScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.ticklist import TickList
from tests.tui.steps import SIZES, Walk, app_on, reach, rows, text, until

LIST = (
    "项目名称\t预算数\t执行数\t项目类别\r\n"
    "智慧大厅\t1,827,000\t1824185.5\t市直专项\r\n"
    "窗口服务\t５００００\t\t\r\n"
    "合计\t1877000\t\t\r\n"
)


async def _list(pilot: Walk, content: str) -> ListScreen:
    """From 总览 to the list with something pasted."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("ctrl+n")
    form = await reach(pilot, Where.FORM)
    form.query_one("#create-list", Button).press()
    screen = await reach(pilot, Where.LIST)
    assert isinstance(screen, ListScreen)
    assert isinstance(screen.focused, ListArea)
    pilot.app.post_message(events.Paste(content))
    await until(pilot, lambda: "还没有内容" not in text(pilot.app))
    return screen


async def _plan(pilot: Walk, screen: ListScreen) -> PlanScreen:
    screen.query_one("#list-make", Button).press()
    plan = await reach(pilot, Where.PLAN)
    assert isinstance(plan, PlanScreen)
    return plan


def _money(app: SelfevalApp, sheet: int) -> list[str]:
    found = app.session.batch.sheets[sheet]
    cells = [money_cell(found, role) for role in (Role.BUDGET, Role.SPENT)]
    return [app.session.batch.typed(cell) for cell in cells if cell]


async def test_a_list_becomes_sheets_in_one_step(own_folder: Path) -> None:
    """In 元, with a header and a 合计 line: two sheets, numbered, the unit's name filled in."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, LIST)
        screen.query_one("#list-unit", Listing).cursor = 1
        await until(pilot, lambda: "读到 2 个项目；1 处没看懂，如第 4 行：是合计行" in text(app))
        await _plan(pilot, screen)
        shown = text(app)
        assert "建  附件1-9   预算数    182.7  执行数 182.41855  智慧大厅" in shown
        assert "附件1-10" in shown
        assert "第 4 行" in shown
        assert len(app.session.batch.sheets) == 9
        await pilot.press("end", "enter", "enter", "enter", "enter")
        await reach(pilot, Where.OVERVIEW)
        sheets = app.session.batch.sheets
        assert len(sheets) == 11
        assert [sheet.with_role(Role.PROJECT_NAME) for sheet in sheets[8:10]] == [
            "智慧大厅",
            "窗口服务",
        ]
        assert _money(app, 8) == ["182.7", "182.41855"]
        assert _money(app, 9) == ["5", ""]
        assert sheets[8].fields["项目类别"] == "市直专项"
        assert sheets[8].with_role(Role.UNIT_NAME) == sheets[0].with_role(Role.UNIT_NAME)
        assert sheets[8].with_role(Role.YEAR) == "2023"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(app.session.batch.sheets) == 9)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: len(app.session.batch.sheets) == 11)
        await pilot.press("ctrl+s")
    assert len(Workspace(own_folder).load().sheets) == 11


async def test_amounts_are_rounded_only_where_the_clerk_says_so(own_folder: Path) -> None:
    """182.41855 is written unless two decimals are chosen."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, LIST)
        screen.query_one("#list-unit", Listing).cursor = 1
        plan = await _plan(pilot, screen)
        assert "1 个金额换算后超过两位小数" in text(app)
        plan.query_one("#plan-digits", Listing).cursor = 1
        await until(pilot, lambda: "执行数   182.42  智慧大厅" in text(app))
        plan.query_one("#plan-make", Button).press()
        await reach(pilot, Where.OVERVIEW)
        assert _money(app, 8) == ["182.7", "182.42"]


async def test_pasting_again_shows_the_differences_and_takes_what_is_ticked(
    own_folder: Path,
) -> None:
    """Two cells of 附件1-1 and one of 附件1-2 differ; only the ticked one changes."""
    content = (
        "深圳特发公司第三方费用\t18.3\t18.2\n"
        "政务服务统一购买服务费用\t452.24\t275.7\n"
        "年度招商引资保障经费\t5\t0.83\n"
    )
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, content)
        await until(pilot, lambda: "其中 3 个已有表" in text(app))
        plan = await _plan(pilot, screen)
        shown = text(app)
        assert "改  预算数 18.27 → 18.3  附件1-1" in shown
        assert "改  执行数 275.67 → 275.7  附件1-2" in shown
        assert "1 个项目已有表，内容相同" in shown
        assert plan.query_one("#plan-make", Button).disabled
        await pilot.press("down", "space")
        await until(pilot, lambda: "改 1 格" in text(app))
        plan.query_one("#plan-make", Button).press()
        await reach(pilot, Where.OVERVIEW)
        assert _money(app, 0) == ["18.27", "18.2"]
        assert _money(app, 1) == ["452.24", "275.67"]
        assert len(app.session.batch.sheets) == 9


async def test_a_line_without_a_tick_makes_no_sheet_and_takes_no_number(own_folder: Path) -> None:
    """The numbers close up as soon as the tick is gone."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, "甲\t1\t1\n乙\t2\t2\n丙\t3\t3\n")
        plan = await _plan(pilot, screen)
        await pilot.press("down", "space")
        await until(pilot, lambda: "不建" in text(app))
        assert plan.query_one(TickList).ticked == {0, 2}
        plan.query_one("#plan-make", Button).press()
        await reach(pilot, Where.OVERVIEW)
        marks = [sheet.with_role(Role.ATTACHMENT) for sheet in app.session.batch.sheets[8:]]
        assert marks == ["附件1-9", "附件1-10", "附件2"]


async def test_a_console_that_pastes_by_typing_is_understood(own_folder: Path) -> None:
    """Tab parts the cells, Enter the lines; F2 goes on."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, "甲")
        await pilot.press("tab", *"20", "tab", "5", "enter", "乙", "tab", "3")
        assert screen.query_one(ListArea).text == "甲\t20\t5\n乙\t3"
        await until(pilot, lambda: "读到 2 个项目" in text(app))
        await pilot.press("f2")
        assert screen.focused is screen.query_one("#list-unit")


async def test_ctrl_v_pastes_what_the_system_has(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only what was copied inside the program; where there is nothing, it is said."""

    class Shared:
        text = "甲\t1\t1\r\n乙\t2\t2\r\n"

        def read(self) -> str:
            return self.text

        def write(self, text: str) -> bool:
            del text
            return False

    board = Shared()
    exchange = Exchange(lambda: board)
    monkeypatch.setattr("selfeval_tui.tui.clipboard.the_clipboard", lambda: exchange)
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, "丙\t3\t3\n")
        await pilot.press("ctrl+v")
        await until(pilot, lambda: "读到 3 个项目" in text(app))
        assert screen.query_one(ListArea).text.splitlines()[1] == "甲\t1\t1"
        board.text = ""
        await pilot.press("ctrl+v")
        await until(pilot, lambda: "剪贴板里没有文字" in text(app))


async def test_nothing_is_made_of_an_empty_list_or_without_a_year(own_folder: Path) -> None:
    """It is said, and the cursor stands where something is missing."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _list(pilot, "合计\t1\t1")
        screen.query_one("#list-make", Button).press()
        await until(pilot, lambda: "清单里还没有读出一个项目" in text(app))
        assert isinstance(screen.focused, ListArea)
        screen.query_one(ListArea).text = "甲\t1\t1"
        screen.query_one(f"#list-{Role.YEAR}", Input).value = "今年"
        await until(pilot, lambda: "读到 1 个项目" in text(app))
        screen.query_one("#list-make", Button).press()
        await until(pilot, lambda: "年度要写成四位数字" in text(app))
        await pilot.press("escape")
        await reach(pilot, Where.FORM)
        assert len(app.session.batch.sheets) == 9


@pytest.mark.parametrize("size", SIZES)
async def test_both_screens_fit_any_terminal(own_folder: Path, size: tuple[int, int]) -> None:
    """Sixty projects, and all questions and buttons in sight."""
    app = app_on(own_folder)
    content = "".join(
        f"第{number}号专项业务经费\t{number}.5\t{number}\n" for number in range(1, 61)
    )
    async with app.run_test(size=size) as pilot:
        screen = await _list(pilot, content)
        await until(pilot, lambda: "读到 60 个项目" in text(app))
        assert all(cell_len(row) <= size[0] for row in rows(app))
        wanted = ["按清单新建", "年度", "填报日期", "看看会建哪些表", "F2 下一项"]
        assert [word for word in wanted if word not in text(app)] == []
        await _plan(pilot, screen)
        assert all(cell_len(row) <= size[0] for row in rows(app))
        wanted = ["建  附件1-9", "建 60 张表", "空格 打勾", "Esc 返回"]
        assert [word for word in wanted if word not in text(app)] == []


async def test_a_form_without_projects_takes_no_list(own_folder: Path) -> None:
    """附件2 is one sheet; the button is not offered."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        assert "按清单一次建多张" in text(app)
        await pilot.press("down")
        await until(pilot, lambda: "按清单一次建多张" not in text(app))
