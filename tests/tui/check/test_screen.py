"""自查 on the screen: all problems of the year, and what the keys do with them."""

from pathlib import Path

import pytest

from selfeval_tui.checks import Severity, State, check
from selfeval_tui.sheet import Address, Batch, Life
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.tui.check.reason import NO_REASON, ReasonDialog
from selfeval_tui.tui.check.screen import CheckScreen
from selfeval_tui.tui.check.view import Kind
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.conftest import MemoryBoard
from tests.tui.steps import Walk, app_on, cell, reach, text, until

WHY = "按合同约定据实结算"


async def _check(pilot: Walk, key: str = "f9") -> CheckScreen:
    await reach(pilot, Where.OVERVIEW)
    await pilot.press(key)
    screen = await reach(pilot, Where.CHECK)
    assert isinstance(screen, CheckScreen)
    return screen


async def _ask(pilot: Walk) -> Dialog[object]:
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReasonDialog))
    assert isinstance(pilot.app.screen, Dialog)
    return pilot.app.screen


def _only(app: SelfevalApp, number: int) -> None:
    """Keep one sheet, numbered as the first."""
    batch = app.session.batch
    kept = batch.sheets[number]
    for sheet in batch.sheets:
        if sheet is not kept:
            batch.remove_sheet(sheet.id)
    batch.set(Address(kept.id, "附件号"), "附件1-1")


@pytest.mark.parametrize("key", ["f9", "ctrl+circumflex_accent", "ctrl+6"])
async def test_f9_lists_the_problems_of_the_year(own_folder: Path, key: str) -> None:
    """The heaviest first, with the counts above and all that is to be said below."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _check(pilot, key)
        ranks = [entry.first.severity.rank for entry in screen.listed]
        assert ranks == sorted(ranks)
        assert screen.listed[0].first.code == "BUD-001"
        for words in (
            "错误 1 · 需说明 1", "已说明 21", "填报 94%，应为 95.2%，相差 1.2个百分点",
            "怎么办 核对预算数和执行数", "2023/附件1-7/资金[1]/执行率",
        ):  # fmt: skip
            assert words in text(app)


async def test_enter_goes_to_the_cell_and_f9_comes_back_to_the_problem(own_folder: Path) -> None:
    """The notice says why; the cell's problem is the chosen one on the way back."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await _check(pilot)
        await pilot.press("down", "down")
        chosen = screen.chosen
        assert chosen is not None
        await pilot.press("enter")
        filling = await reach(pilot, Where.GRID)
        assert filling.place == chosen.first.at[0]
        await until(pilot, lambda: chosen.first.code in text(app))
        await pilot.press("f9")
        again = await reach(pilot, Where.CHECK)
        assert isinstance(again, CheckScreen)
        assert again.chosen is not None
        assert again.chosen.first.code == chosen.first.code


async def test_f9_takes_along_what_is_being_typed(own_folder: Path) -> None:
    """The text is committed, and checked with the rest; Esc leads back to the sheet."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press(*["down"] * 6, "enter")
        filling = await reach(pilot, Where.GRID)
        filling.go_to(cell(app.session, 6, Role.RATE))
        await pilot.press("9", "5", ".", "2", "%", "f9")
        screen = await reach(pilot, Where.CHECK)
        assert isinstance(screen, CheckScreen)
        assert "BUD-001" not in {entry.first.code for entry in screen.listed}
        await pilot.press("escape")
        await reach(pilot, Where.GRID)


async def test_a_reason_is_written_in_place(own_folder: Path) -> None:
    """坚持填报: a text that says nothing is refused, a reason settles it, undo takes it back."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _check(pilot)
        dialog = await _ask(pilot)
        assert "坚持填报" in text(app)
        await pilot.press(*"同上", "enter")
        assert app.screen is dialog
        assert NO_REASON in text(app).replace("\n    ", "")
        await pilot.press("backspace", "backspace", *WHY, "enter")
        await until(pilot, lambda: app.screen is screen)
        assert "坚持填报 1" in text(app)
        assert "BUD-001" not in {entry.first.code for entry in screen.listed}
        await pilot.press("tab")
        assert screen.listed[0].first.state is State.kept
        assert f"坚持填报 {WHY}" in text(app)
        await pilot.press("ctrl+z", "shift+tab")
        await until(pilot, lambda: screen.listed[0].first.code == "BUD-001")
        assert isinstance(app.screen, CheckScreen)


async def test_one_reason_for_the_whole_group(own_folder: Path) -> None:
    """Standing on a group, that is what is proposed; Space shows its problems one by one."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await _check(pilot)
        number = next(n for n, entry in enumerate(screen.listed) if len(entry.group) == 4)
        group = screen.listed[number]
        await pilot.press(*["down"] * number, "space", "down", "down")
        assert screen.chosen is not None
        assert screen.chosen.single == group.group[1]
        await pilot.press("space")
        assert screen.chosen == group
        await _ask(pilot)
        await pilot.press(*WHY, "enter")
        await until(pilot, lambda: app.screen is screen)
        left = {(each.code, each.sheet) for entry in screen.listed for each in entry.findings}
        assert group.key[1::-1] not in left


async def test_a_lapsed_reason_is_proposed_again(own_folder: Path) -> None:
    """The value was changed: the old text stands in the window, with its date."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _check(pilot)
        await _ask(pilot)
        await pilot.press(*WHY, "enter")
        await until(pilot, lambda: app.screen is screen)
        app.session.batch.set(cell(app.session, 6, Role.SPENT), "4.5")
        await until(pilot, lambda: screen.listed[0].first.code == "BUD-001")
        screen.query_one("#check-list").cursor = 0  # type: ignore[attr-defined]
        await until(pilot, lambda: f"原说明 {WHY}" in text(app))
        await _ask(pilot)
        assert WHY in text(app)
        assert "2024-04-23 写的" in text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        assert "坚持填报 1" in text(app)


async def test_filters_by_key_and_by_window(own_folder: Path) -> None:
    """Severity, sheet and kind; what is listed is said."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _check(pilot)
        await pilot.press("right")
        assert {entry.first.severity for entry in screen.listed} == {Severity.error}
        assert "只看错误" in text(app)
        await pilot.press("left", "f6", "f6")
        second = app.session.batch.sheets[1].id
        assert {entry.first.sheet for entry in screen.listed} == {second}
        await pilot.press("f5", "f5", "tab")
        assert all(entry.first.state is State.explained for entry in screen.listed)
        await pilot.press("ctrl+f")
        await until(pilot, lambda: isinstance(app.screen, Dialog))
        await pilot.press("home", "tab", "down", "down", "enter")
        await until(pilot, lambda: app.screen is screen)
        assert [entry.first.code for entry in screen.listed] == ["IND-001", "YEAR-001"][:1]


async def test_skipped_ones_say_what_is_missing(own_folder: Path) -> None:
    """On wish only."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _check(pilot)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "")
        await pilot.press("tab", "tab")
        assert Kind.SKIPPED in text(app)
        assert all(entry.first.state is State.skipped for entry in screen.listed)


async def test_a_problem_is_copied_as_a_line_for_a_chat(
    own_folder: Path, clipboard: MemoryBoard
) -> None:
    """One, or all that are listed, each a line."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _check(pilot)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "已复制 1 句" in text(app))
        assert clipboard.text == "附件1-7 执行率：填94%，按4.76÷5应为95.2%，请核实。"
        await pilot.press("ctrl+a")
        await until(pilot, lambda: "已复制 1 句" not in text(app))
        count = sum(len(entry.findings) for entry in screen.listed)
        assert clipboard.text.count("\n") == count - 1


async def test_nothing_found_says_so_plainly(own_folder: Path) -> None:
    """自查通过, also where only hints are left."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        _only(app, 6)
        batch, session = app.session.batch, app.session
        batch.set(cell(session, 0, Role.RATE), "95.2%")
        screen = await _check(pilot)
        assert "自查通过：没有错误，也没有需说明的；另有 警告 1" in text(app)
        batch.set(cell(session, 0, Role.ACTUAL, 6), "96%")
        assert not [entry for entry in screen.listed if entry.first.severity is Severity.warn]


async def test_blank_cells_are_told_from_the_first_check_on(own_folder: Path) -> None:
    """On the sheet itself they are said only after F9."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        gap = cell(app.session, 0, Role.ACTUAL)
        app.session.batch.set(gap, "")
        await pilot.press("enter")
        filling = await reach(pilot, Where.GRID)
        assert isinstance(filling, FillScreen)
        assert "IND-011" not in text(app)
        await pilot.press("f9")
        await reach(pilot, Where.CHECK)
        assert "IND-011" in text(app)
        await pilot.press("escape")
        await reach(pilot, Where.GRID)
        await until(pilot, lambda: "IND-011" in text(app))


async def test_a_sheet_that_cannot_be_read_is_no_pass(own_folder: Path) -> None:
    """What was not read was not checked."""
    broken = own_folder / "saved" / "2023" / "附件1-9 坏了.toml"
    broken.write_text("format = 1\n[sheet\n", encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await _check(pilot)
        assert "有 1 个文件没有读出来，没有查" in text(app)
        assert "自查通过" not in text(app)


async def test_undo_that_would_change_a_locked_sheet_says_which_and_goes_on_when_reopened(
    own_folder: Path,
) -> None:
    """It waits for 退回修改 and is not lost."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch, rate = app.session.batch, cell(app.session, 6, Role.RATE)
        batch.set(rate, "95.2%")
        life = Life().finalise("2024-04-23", "0123", "abcd", "ef01")
        batch.live(rate.sheet, life)
        await _check(pilot)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "附件1-7 已定稿，要改请先“退回修改”" in text(app))
        assert batch.typed(rate) == "95.2%"
        batch.live(rate.sheet, life.reopen("2024-05-06", "财政退回"))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: batch.typed(rate) == "94%")


async def test_a_problem_of_the_year_is_explained_where_it_is_listed(own_folder: Path) -> None:
    """A gap between the numbers; the reason is kept, saved and read again."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch = app.session.batch
        batch.set(Address(batch.sheets[7].id, "附件号"), "附件1-9")
        screen = await _check(pilot)
        codes = [entry.first.code for entry in screen.listed]
        await pilot.press(*["down"] * codes.index("YEAR-004"))
        await _ask(pilot)
        await pilot.press(*WHY, "enter")
        await until(pilot, lambda: app.screen is screen)
        assert "YEAR-004" not in {entry.first.code for entry in screen.listed}
        await pilot.press("ctrl+s")
    loaded = Batch(Workspace(own_folder).load().sheets)
    (gap,) = (each for each in check(loaded) if each.code == "YEAR-004")
    assert (gap.state, gap.settled) == (State.explained, WHY)
