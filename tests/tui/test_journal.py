"""What was being typed when the program was ended from outside, and what becomes of it."""

from pathlib import Path

import pytest
from textual.widgets import Static

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.store.unsaved.journal import Found, drop, find_journals
from selfeval_tui.store.window.lock import Holder, WorkspaceLock
from selfeval_tui.tui.journal import keeping
from selfeval_tui.tui.journal.words import ELSEWHERE
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.conftest import NOW, MemoryBoard, clock
from tests.tui.steps import Walk, app_on, cell, reach, text, until
from tests.tui.test_saving import on_full_disk

TYPED = "实测219平方米"
TITLE = "上次没有正常退出"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests do not wait for the fraction of a second that a clerk never notices."""
    monkeypatch.setattr(keeping, "SOON", 0.001)
    monkeypatch.setattr(keeping, "LATER", 0.05)


def left(root: Path) -> tuple[Found, ...]:
    """The journals that lie in a workspace."""
    return find_journals(Workspace(root)).journals


def typed_in(root: Path) -> set[str]:
    """The texts that they hold."""
    return {typing.text for each in left(root) for typing in each.record.typings}


async def begin_typing(pilot: Walk, app: SelfevalApp, keys: str = TYPED) -> Address:
    """Begin a text in an 实际完成值, and leave it open."""
    await reach(pilot, Where.OVERVIEW)
    at = cell(app.session, 6, Role.ACTUAL)
    app.fill(at.sheet, at)
    await reach(pilot, Where.GRID)
    await pilot.press(*keys)
    return at


async def asked(pilot: Walk) -> str:
    """Wait for the question; what it says."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.pause()
    return "\n".join(str(each.render()) for each in pilot.app.screen.query(Static))


async def crashed_while_typing(root: Path, keys: str = TYPED) -> Address:
    """A program that ends in the midst of a text."""
    app = app_on(root)
    async with app.run_test(size=(120, 36)) as pilot:
        at = await begin_typing(pilot, app, keys)
        await until(pilot, lambda: keys in typed_in(root))
    return at


async def test_a_text_being_typed_is_kept_and_goes_when_it_is_saved(own_folder: Path) -> None:
    """The file holds the text while the editor is open; after Enter and 已保存 it is gone."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        at = await begin_typing(pilot, app)
        await until(pilot, lambda: TYPED in typed_in(own_folder))
        (found,) = left(own_folder)
        (typing,) = found.record.typings
        assert typing.address == at
        assert "附件1-7" in typing.where
        await pilot.press("enter")
        await until(pilot, lambda: not left(own_folder))
        assert Workspace(own_folder).load().sheets[6].typed(at) == TYPED


async def test_a_text_that_was_given_up_is_forgotten(own_folder: Path) -> None:
    """Esc means no: nothing of it stays on the disk."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await begin_typing(pilot, app)
        await until(pilot, lambda: TYPED in typed_in(own_folder))
        await pilot.press("escape")
        await until(pilot, lambda: not left(own_folder))


async def test_a_clean_end_leaves_nothing(own_folder: Path) -> None:
    """Ctrl+Q commits the open text, saves it and takes the file away."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        at = await begin_typing(pilot, app)
        await until(pilot, lambda: TYPED in typed_in(own_folder))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert left(own_folder) == ()
    assert Workspace(own_folder).load().sheets[6].typed(at) == TYPED


async def test_the_next_start_offers_it_and_puts_it_back_as_one_step(own_folder: Path) -> None:
    """The window says where, what stands there and what was typed; undo takes it out again."""
    at = await crashed_while_typing(own_folder)
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        said = await asked(pilot)
        before = app.session.batch.typed(at)
        assert all(each in said for each in (TITLE, "附件1-7", "实际完成值", before, TYPED))
        await pilot.press("enter")
        await until(pilot, lambda: not left(own_folder))
        assert Workspace(own_folder).load().sheets[6].typed(at) == TYPED
        await reach(pilot, Where.GRID)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.session.batch.typed(at) == before


async def test_it_is_kept_until_somebody_decides(own_folder: Path) -> None:
    """Esc decides nothing: it is offered again; 不要 ends it."""
    at = await crashed_while_typing(own_folder)
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(pilot)
        await pilot.press("escape")
        await pilot.pause()
        before = app.session.batch.typed(at)
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        assert TYPED in await asked(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: not left(own_folder))
        assert app.session.batch.typed(at) == before


async def test_a_record_that_somebody_took_away_is_written_again(own_folder: Path) -> None:
    """A window that took over may have answered 不要; this one still has the text."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await begin_typing(pilot, app)
        await until(pilot, lambda: TYPED in typed_in(own_folder))
        (found,) = left(own_folder)
        drop(Workspace(own_folder), found)
        await until(pilot, lambda: TYPED in typed_in(own_folder))


async def test_after_taking_over_nobody_speaks_of_a_bad_end(own_folder: Path) -> None:
    """The window before may still be open: what is typed there is offered as what it is."""
    await crashed_while_typing(own_folder)
    me = Holder("other", "小王", "PC-2", 7, NOW, NOW)
    WorkspaceLock(own_folder, clock, me=me).take()
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+s")
        await asked(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: TYPED in text(app))
        said = await asked(pilot)
        assert ELSEWHERE in said
        assert TITLE not in said


async def test_a_text_without_a_cell_can_be_copied(
    own_folder: Path, clipboard: MemoryBoard
) -> None:
    """The row was deleted since: the text is shown, says why, and goes to the clipboard."""
    at = await crashed_while_typing(own_folder)
    workspace = Workspace(own_folder)
    sheet = workspace.load().sheets[6]
    del sheet.tables[at.table][at.row]
    workspace.save(sheet)
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        said = await asked(pilot)
        assert "放不回去：这一格已经没有了" in said
        assert "放回（可以撤销）" not in text(app)
        await pilot.press("enter")
        await until(pilot, lambda: clipboard.text == TYPED)
        assert "已复制" in await asked(pilot)
        assert typed_in(own_folder) == {TYPED}


async def test_steps_that_could_not_be_saved_are_offered(own_folder: Path) -> None:
    """The disk of the workspace was full, and then the power went: the step is found again."""
    app, disk = on_full_disk(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        at = cell(app.session, 6, Role.ACTUAL)
        app.session.batch.set(at, TYPED)
        await until(pilot, lambda: any(each.record.sheets for each in left(own_folder)))
        assert disk.full
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        said = await asked(pilot)
        assert "1处修改没有存上" in said
        assert TYPED in said
        await pilot.press("enter")
        await until(pilot, lambda: not left(own_folder))
        assert Workspace(own_folder).load().sheets[6].typed(at) == TYPED


async def test_a_damaged_record_is_told_and_kept(own_folder: Path) -> None:
    """It is moved to 回收站, and the program goes on."""
    await crashed_while_typing(own_folder)
    (found,) = left(own_folder)
    found.path.write_bytes(found.path.read_bytes()[:40])
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        assert "已损坏" in await asked(pilot)
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
    assert len(list((own_folder / "saved" / "回收站").glob("*.json"))) == 1


async def _reason(pilot: Walk, app: SelfevalApp) -> None:
    from selfeval_tui.tui.check.reason import ReasonDialog

    app.push_screen(ReasonDialog("写说明", "执行率填的是 94%，应为 95.2%"))
    await pilot.pause()


async def _list(pilot: Walk, app: SelfevalApp) -> None:
    from selfeval_tui.tui.create.listed import ListScreen

    app.push_screen(ListScreen(app.session, app.session.batch.sheets[0].spec))
    await pilot.pause()


async def _new(pilot: Walk, app: SelfevalApp) -> None:
    from selfeval_tui.tui.create.screen import CreateScreen

    app.push_screen(CreateScreen(app.session))
    await pilot.pause()
    app.screen.query_one("#ask-project_name").focus()


async def _remarks(pilot: Walk, app: SelfevalApp) -> None:
    from selfeval_tui.tui.remarks.take import TakeScreen

    app.push_screen(TakeScreen(app.session))
    await pilot.pause()


@pytest.mark.parametrize(
    ("go", "where"),
    [(_reason, "写说明"), (_list, "按清单新建"), (_new, "新建"), (_remarks, "记下财政意见")],
)
async def test_texts_of_forms_are_kept_too(own_folder: Path, go: object, where: str) -> None:
    """A reason, a pasted list, a new sheet's name: typed outside the grid, kept all the same."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert callable(go)
        await go(pilot, app)
        await pilot.press(*"abc")
        await until(pilot, lambda: typed_in(own_folder) == {"abc"})
        (found,) = left(own_folder)
        assert found.record.typings[0].where.startswith(where)


async def test_nothing_is_written_where_nothing_is_typed(own_folder: Path) -> None:
    """Looking around leaves no file."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await begin_typing(pilot, app, "")
        await pilot.press("down", "up", "f2")
        await until(pilot, lambda: app.desk.keeping[0]._timer is None)
        assert left(own_folder) == ()
