"""各表金额: 预算数 and 执行数 of all sheets in one table."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events

from selfeval_tui.sheet import Batch, Sheet, money_cell, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.amounts.lay import has_amounts, lay_amounts
from selfeval_tui.tui.amounts.screen import AmountsScreen
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.glyphs import FANCY
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.steps import SIZES, Walk, app_on, reach, rows, text, until


def _lines(batch: Batch, width: int = 100) -> list[str]:
    drawing = Drawing(batch, lambda: lay_amounts(batch), FANCY)
    drawing.resize(width)
    return [drawing.strip(number).text.strip() for number in range(len(drawing.lines))]


def _typed(app: SelfevalApp, sheet: int, role: Role) -> str:
    cell = money_cell(app.session.batch.sheets[sheet], role)
    assert cell is not None
    return app.session.batch.typed(cell)


async def _open(pilot: Walk) -> AmountsScreen:
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("ctrl+b")
    await until(pilot, lambda: isinstance(pilot.app.screen, AmountsScreen))
    await pilot.pause()
    assert isinstance(pilot.app.screen, AmountsScreen)
    return pilot.app.screen


def test_every_sheet_with_a_money_table_is_a_line(demo_session: Session) -> None:
    """附件2 has none; the rate is shown with what is computed."""
    lines = _lines(demo_session.batch)
    assert len(lines) == 9
    assert lines[0].split() == ["附件号", "预算数（万元）", "执行数（万元）", "执行率", "项目名称"]
    assert lines[7].split()[:4] == ["附件1-7", "5", "4.76", "94%（按B/A应为95.2%）"]


def test_the_unit_stands_in_each_line_where_there_are_two() -> None:
    """Amounts in 元 and in 万元 are never under one heading."""
    sheets: list[Sheet] = [
        new_sheet(load_spec(f"{each}/project")) for each in ("hubei", "mof-2020")
    ]
    yuan = sheets[1]
    assert has_amounts(yuan)
    batch = Batch(sheets)
    assert "单位" not in _lines(batch)[0]
    assert "预算数（万元）" in _lines(batch)[0]


async def test_typing_goes_down_the_column_and_is_undone_here(own_folder: Path) -> None:
    """Enter commits and goes to the next sheet; Ctrl+Z stays in this table."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _open(pilot)
        await pilot.press(*"20.5", "enter", *"500", "enter")
        assert _typed(app, 0, Role.BUDGET) == "20.5"
        assert _typed(app, 1, Role.BUDGET) == "500"
        assert "预算数 562.2" in text(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: _typed(app, 1, Role.BUDGET) == "452.24")
        assert app.screen is screen
        await pilot.press("f3")
        await reach(pilot, Where.OVERVIEW)


async def test_a_block_from_a_spreadsheet_is_pasted_over_several_sheets(own_folder: Path) -> None:
    """Two columns of three rows are six cells of three sheets, and one step."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await _open(pilot)
        app.post_message(events.Paste("1\t0.5\r\n2\t1.5\r\n3\t2.5\r\n"))
        await pilot.pause()
        if _typed(app, 0, Role.BUDGET) != "1":
            await pilot.press("enter")
        await until(pilot, lambda: _typed(app, 2, Role.SPENT) == "2.5")
        typed = [(_typed(app, n, Role.BUDGET), _typed(app, n, Role.SPENT)) for n in range(3)]
        assert typed == [("1", "0.5"), ("2", "1.5"), ("3", "2.5")]
        await pilot.press("ctrl+z")
        await until(pilot, lambda: _typed(app, 0, Role.BUDGET) == "18.27")
        assert _typed(app, 2, Role.SPENT) == "5.44"


async def test_names_and_rates_are_read_and_not_typed_over(own_folder: Path) -> None:
    """The name is filled on the sheet; the rate follows from the two amounts."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _open(pilot)
        before = [dict(sheet.fields) for sheet in app.session.batch.sheets]
        await pilot.press("end", *"甲", "enter")
        assert not screen.area.editing
        assert before == [dict(sheet.fields) for sheet in app.session.batch.sheets]


async def test_f6_goes_down_a_line_and_tab_to_the_next_amount(own_folder: Path) -> None:
    """The next sheet is the next line here."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _open(pilot)
        sheets = app.session.batch.sheets
        await pilot.press("f6")
        assert screen.area.grid.address == money_cell(sheets[1], Role.BUDGET)
        await pilot.press("tab")
        assert screen.area.grid.address == money_cell(sheets[1], Role.SPENT)
        await pilot.press("tab")
        assert screen.area.grid.address == money_cell(sheets[2], Role.BUDGET)


async def test_the_sums_and_the_agreement_with_the_unit_follow(own_folder: Path) -> None:
    """As soon as an amount is committed."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await _open(pilot)
        assert "两数一致" in text(app)
        await pilot.press("right", *"20", "enter")
        await until(pilot, lambda: "相差 1.76，请核对" in text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_the_table_fits_any_terminal(demo_folder: Path, size: tuple[int, int]) -> None:
    """All sheets, the sums and the way back are in sight."""
    app = app_on(demo_folder)
    async with app.run_test(size=size) as pilot:
        await _open(pilot)
        shown = rows(app)
        assert all(cell_len(row) <= size[0] for row in shown)
        wanted = [*(f"附件1-{number}" for number in range(1, 9)), "合计：预算数 512.21", "F3 总览"]
        assert [word for word in wanted if word not in "\n".join(shown)] == []


async def test_without_a_money_table_there_is_no_such_table(tmp_path: Path) -> None:
    """A year with 附件2 alone has no amounts to fill here."""
    from selfeval_tui.store import Workspace

    sheet = new_sheet(load_spec("ezhou-gedian/department"))
    sheet.fields["年度"] = "2023"
    Workspace(tmp_path).save(sheet)
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        assert "各表金额" not in text(app)
        await pilot.press("ctrl+b")
        await pilot.pause()
        assert app.screen is screen
