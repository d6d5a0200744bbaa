"""决算数据: made on 总览 or 新建, filled like a sheet, never handed in."""

from pathlib import Path

from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.sheet import Address
from selfeval_tui.sheet.create import filled_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.create.forms import complaint, proposals
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.session import Session
from tests.tui.conftest import clock
from tests.tui.steps import app_on, reach, text, until

SPEC = load_spec("ezhou-gedian/figures")


async def test_the_figures_stand_apart_on_the_overview(own_folder: Path) -> None:
    """Made once, opened again; not counted, without progress, not exported."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        await screen.do("figures")
        grid = await reach(pilot, Where.GRID)
        at = grid.help_address()
        assert at is not None
        assert at.name == "年初预算数"
        assert "决算数据" in text(app).splitlines()[0]
        assert "只供核对，不导出" in text(app).splitlines()[0]
        await pilot.press("f3")
        screen = await reach(pilot, Where.OVERVIEW)
        await screen.do("figures")
        await reach(pilot, Where.GRID)
        figures = [each for each in app.session.batch.sheets if not each.spec.printed]
        assert len(figures) == 1
        await pilot.press("f3")
        await reach(pilot, Where.OVERVIEW)
        assert "已填 0 项，只供核对，不导出" in text(app)
        assert "9张表（万元）" in text(app)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        assert "全部的表（9张）" in text(app)
        assert "决算数据" not in text(app)


async def test_a_rate_of_the_accounts_is_taken_with_one_key(own_folder: Path) -> None:
    """Formula, figures and value stand beside the row; nothing is filled by itself."""
    app = app_on(own_folder)
    async with app.run_test(size=(140, 50)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch = app.session.batch
        accounts = filled_sheet(SPEC, {Role.YEAR: "2023"})
        accounts.fields.update({"公用经费预算数": "11.08"})
        batch.add_sheet(accounts, len(batch.sheets))
        department = batch.printed[-1]
        rows = department.tables["指标"].values()
        row = next(each for each in rows if each.cells["三级指标"] == "公用经费控制率")
        at = Address(department.id, "实际完成值", "指标", row.id)
        app.fill(department.id, at)
        await reach(pilot, Where.GRID)
        await until(pilot, lambda: "决算数据里缺" in text(app))
        assert "公用经费决算数 ÷ 公用经费预算数" in text(app)
        batch.set(Address(accounts.id, "公用经费决算数"), "7.76")
        await until(pilot, lambda: "建议 按决算数据 7.76 ÷ 11.08 = 70%" in text(app))
        assert batch.typed(at) == "69%"
        await pilot.press("ctrl+u")
        assert batch.typed(at) == "70%"


def test_a_new_one_asks_for_no_number_and_comes_once_a_year(demo_session: Session) -> None:
    """Another year may have its own."""
    batch = demo_session.batch
    assert set(proposals(batch, SPEC, clock().date())) == {Role.YEAR, Role.UNIT_NAME}
    given = {Role.YEAR: "2023", Role.UNIT_NAME: "某局"}
    assert complaint(batch, given, SPEC) is None
    batch.add_sheet(filled_sheet(SPEC, given), 0)
    found = complaint(batch, given, SPEC)
    assert found == (Role.YEAR, "2023年度的决算数据已经有了，请在总览里打开它。")
    assert complaint(batch, given | {Role.YEAR: "2024"}, SPEC) is None


async def test_they_are_offered_as_a_form(own_folder: Path) -> None:
    """新建 asks for the year and the unit only."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        screen = await reach(pilot, Where.FORM)
        number = [each.id for each in screen._forms].index(SPEC.id)  # type: ignore[attr-defined]
        await pilot.press(*["down"] * number)
        row = screen.query_one("#ask-attachment", Input).parent
        assert isinstance(row, Widget)
        await until(pilot, lambda: not row.display)
        screen.create()  # type: ignore[attr-defined]
        await reach(pilot, Where.GRID)
        assert "决算数据" in text(app).splitlines()[0]
