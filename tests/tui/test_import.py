"""导入: read first, tell what was found, keep only what the clerk wants."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from threading import Event

import pytest
from openpyxl import Workbook
from textual.events import MouseScrollDown
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from selfeval_tui.files.incoming import Incoming, read_any
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.history.shelf import read_kept, versions_of
from selfeval_tui.store.kept.version import Version
from selfeval_tui.tui.import_ import screen as import_screen
from selfeval_tui.tui.import_.found import FoundList
from selfeval_tui.tui.import_.reading import clean_path
from selfeval_tui.tui.import_.screen import ImportScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.merging.dialog import MergeDialog
from tests.files.bureau import empty_form
from tests.tui.steps import Walk, app_on, reach, text, until


@pytest.fixture
def neutral(tmp_path: Path) -> Path:
    """A folder with the nine sheets in the neutral form."""
    with as_file(files("form_specs") / "ezhou-gedian" / "demo") as folder:
        return Path(shutil.copytree(folder, tmp_path / "别处"))


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/表.toml", "/a/表.toml"),
        ("  /a/表.toml  ", "/a/表.toml"),
        ("'/a/我的 表.toml'", "/a/我的 表.toml"),
        ('"/a/表.toml"', "/a/表.toml"),
        ("“/a/表.toml”", "/a/表.toml"),
        ("file:///a/表.toml", "/a/表.toml"),
        ("file:///a/%E8%A1%A8.toml", "/a/表.toml"),
        ("~没有这个人/表.toml", "~没有这个人/表.toml"),
    ],
)
def test_a_path_may_be_typed_pasted_or_dragged(typed: str, path: str) -> None:
    """Quotes and the prefix that file managers add are no part of it."""
    assert clean_path(typed) == Path(path)


async def read(pilot: Walk, path: Path) -> ImportScreen:
    """On 总览: read what a path names, and wait until that is done."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("ctrl+r")
    screen = await reach(pilot, Where.IMPORT)
    assert isinstance(screen, ImportScreen)
    screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await until(pilot, lambda: "读到 " in told(screen) or "没有读到" in told(screen))
    return screen


def told(screen: Screen[None], part: str = "#import-said") -> str:
    """What one part of the screen says."""
    return str(screen.query_one(part, Static).visual)


async def test_nothing_is_kept_before_the_clerk_says_so(neutral: Path, tmp_path: Path) -> None:
    """Reading shows; leaving keeps nothing; the button keeps all nine."""
    root = tmp_path / "自评"
    app = app_on(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("end", "enter")
        screen = await reach(pilot, Where.IMPORT)
        screen.query_one(Input).value = f"'{neutral}'"
        await pilot.press("enter")
        await until(pilot, lambda: "读到 9 张表" in told(screen))
        assert app.session.batch.sheets == ()
        assert not root.exists()
        await pilot.press("escape")
        await reach(pilot, Where.START)
        assert app.session.batch.sheets == ()
        await pilot.press("enter")
        screen = await reach(pilot, Where.IMPORT)
        screen.query_one(Input).value = str(neutral)
        await pilot.press("enter")
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 9
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(Workspace(root).load().sheets) == 9)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: app.session.batch.sheets == ())


async def test_a_sheet_is_told_with_all_that_was_read_of_it(
    neutral: Path, own_folder: Path
) -> None:
    """The form, how many cells, each text; what the form does not know, and what differs."""
    path = neutral / "1-7.toml"
    changed = path.read_text(encoding="utf-8").replace('"4.76"', '"4.77"')
    path.write_text('"陌生栏目" = "甲"\n' + changed, encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await read(pilot, path)
        said = told(screen, "#import-report")
        assert "表样：项目自评表（鄂州" in said
        assert "读到 46 格；指标 7 行" in said
        assert "没有读懂、没有读入 1 处\n  陌生栏目  甲  表样上没有这一栏" in said
        assert "与这里不同 1 处\n  2023/附件1-7/资金[1]/执行数" in said
        assert "这里 4.76  来的 4.77" in said
        assert "指标[1].年初目标值  " in said
        assert "1处不同" in text(app)


async def test_only_what_is_ticked_is_kept(neutral: Path, tmp_path: Path) -> None:
    """A broken file and two files of one sheet are told; they harm no other."""
    (neutral / "坏.toml").write_text("甲 = 1\n", encoding="utf-8")
    shutil.copy(neutral / "1-7.toml", neutral / "1-7 副本.toml")
    app = app_on(tmp_path / "自评")
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("end", "enter")
        screen = await reach(pilot, Where.IMPORT)
        screen.query_one(Input).value = str(neutral)
        await pilot.press("enter")
        await until(pilot, lambda: "读到 10 张表。另有 1 处没有读到表。" in told(screen))
        found = screen.query_one(FoundList)
        found.focus()
        await pilot.press("end")
        await until(pilot, lambda: "“坏.toml”" in told(screen, "#import-report"))
        await pilot.press("space", "up")
        assert len(found.ticked) == 10
        for number in range(found.count):
            found.cursor = number
            await pilot.pause()
            if "同一张表" in told(screen, "#import-report"):
                break
        await pilot.press("space")
        assert len(found.ticked) == 9
        screen.query_one(Button).focus()
        for count in (10, 9):
            await pilot.press("space")
            # On the button, and on the line of keys.
            await until(pilot, lambda: text(app).count(f"（{count}张）") == 2)  # noqa: B023
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        names = [sheet.with_role(Role.ATTACHMENT) for sheet in app.session.batch.sheets]
    assert len(set(names)) == len(names) == 9


async def test_what_cannot_be_read_is_said_on_the_screen(tmp_path: Path, own_folder: Path) -> None:
    """A missing file, a file of another kind, an empty folder: where, and what to do."""
    (tmp_path / "表.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "空").mkdir()
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, tmp_path / "没有.xlsx")
        for name, said in (("表.pdf", "是 PDF"), ("没有.xlsx", "没有这个文件")):
            screen.query_one(Input).value = str(tmp_path / name)
            screen.query_one(Input).focus()
            await pilot.press("enter")
            await until(pilot, lambda said=said: said in told(screen, "#import-report"))  # type: ignore[misc]
            assert screen.query_one(Button).disabled
        for name, said in (("空", "里没有 .xlsx"), ("长" * 300, "名字太长")):
            screen.query_one(Input).value = str(tmp_path / name)
            screen.query_one(Input).focus()
            await pilot.press("enter")
            await until(pilot, lambda said=said: said in told(screen))  # type: ignore[misc]


async def test_reading_can_be_stopped(
    neutral: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen answers while a file is read; what was read before stays to be taken."""
    go_on, seen = Event(), Event()

    def slow(path: Path, *, demo: bool) -> Incoming | Fault:
        if path.name == "1-2.toml":
            seen.set()
            go_on.wait()
        return read_any(path, demo=demo)

    monkeypatch.setattr(import_screen, "read_any", slow)
    for each in neutral.glob("*.toml"):
        changed = each.read_text(encoding="utf-8").replace("行政审批局", "另一个局")
        each.write_text(changed, encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+r")
        screen = await reach(pilot, Where.IMPORT)
        screen.query_one(Input).value = str(neutral)
        await pilot.press("enter")
        await until(pilot, seen.is_set)
        assert "正在读 2/9：1-2.toml。Esc 停下。" in told(screen)
        assert screen.query_one(Button).disabled
        await pilot.press("escape")
        await until(pilot, lambda: "停下了，没有读完。读到 1 张表" in told(screen))
        go_on.set()
        assert screen.query_one(FoundList).count == 1
        assert not screen.query_one(Button).disabled
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)


async def test_equal_sheets_are_asked_about(neutral: Path, own_folder: Path) -> None:
    """There is nothing to take, so it is not ticked; whoever ticks it may keep both."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, neutral / "1-7.toml")
        assert "内容一样，不用存" in told(screen, "#import-report")
        assert screen.query_one(Button).disabled
        await until(pilot, lambda: screen.focused is screen.query_one(FoundList))
        await pilot.press("space", "tab", "tab", "enter")
        await until(pilot, lambda: "原来的表不会被覆盖" in text(app))
        await pilot.press("enter")
        await reach(pilot, Where.IMPORT)
        assert len(app.session.batch.sheets) == 9
        await pilot.press("enter")
        await until(pilot, lambda: "原来的表不会被覆盖" in text(app))
        await pilot.press("down", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 10


async def test_a_colleagues_sheet_is_laid_beside_ours_and_merged_as_one_step(
    own_folder: Path, neutral: Path, tmp_path: Path
) -> None:
    """With a new sheet beside it: one undo takes all back, and history keeps what was before."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch = app.session.batch
        theirs, ours = batch.sheets[6].copy(), batch.sheets[6]
        theirs.fields["单位名称"] = "同事写的"
        theirs.fields["备注"] = "同事的备注"
        assert not ours.fields.get("备注")
        path = Workspace(tmp_path / "同事").save(theirs)
        new = (neutral / "1-1.toml").read_text(encoding="utf-8").replace("附件1-1", "附件1-9")
        (path.parent / "新.toml").write_text(new, encoding="utf-8")
        screen = await read(pilot, path.parent)
        screen.query_one(FoundList).cursor = 1
        await until(pilot, lambda: "逐处比较后并入" in told(screen, "#import-report"))
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.press("enter")
        await until(pilot, lambda: "要怎样存" in text(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        await until(pilot, lambda: "两边不同，请选一边" in text(app))
        await pilot.press("enter", "right", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert batch.sheet(ours.id).fields["单位名称"] == "同事写的"
        assert batch.sheet(ours.id).fields["备注"] == "同事的备注"
        assert len(batch.sheets) == 10
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(versions_of(Workspace(own_folder).saved, ours.id)))
        (before,) = map(read_kept, versions_of(Workspace(own_folder).saved, ours.id))
        assert isinstance(before, Version)
        assert before.sheet.fields["单位名称"] == ours.fields["单位名称"] != "同事写的"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(batch.sheets) == 9)
        assert batch.sheet(ours.id).fields["单位名称"] != "同事写的"
        assert not batch.sheet(ours.id).fields.get("备注")


async def test_approved_targets_are_laid_beside_the_sheet_of_their_project(
    own_folder: Path, tmp_path: Path
) -> None:
    """What was reached stays; the targets are kept with the sheet, and one undo forgets them."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        ours = app.session.batch.sheets[6]
        before = ours.copy()
        project = ours.with_role(Role.PROJECT_NAME)
        book = Workbook()
        assert book.active is not None
        for row in (
            ("2023年度项目绩效目标表",),
            ("项目名称", project),
            ("一级指标", "二级指标", "三级指标", "指标值"),
            ("产出指标", "数量指标", "租赁面积", "300平方米"),
        ):
            book.active.append(row)
        book.save(tmp_path / "批复.xlsx")
        screen = await read(pilot, tmp_path / "批复.xlsx")
        assert "只取指标和目标值" in told(screen, "#import-report")
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.press("enter")
        await until(pilot, lambda: "（2 处不同）" in text(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        await pilot.press("ctrl+right", "enter")
        await reach(pilot, Where.OVERVIEW)
        made = app.session.batch.sheet(ours.id)
        (first, *rest) = made.tables["指标"].values()
        assert (first.cells["年初目标值"], first.cells["实际完成值"]) == ("300平方米", "220平方米")
        assert len(rest) == 6
        assert [each.target for each in made.approved] == ["300平方米"]
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not app.session.batch.sheet(ours.id).approved)
        assert app.session.batch.sheet(ours.id) == before


async def test_two_versions_of_one_sheet_are_not_merged_at_once(
    own_folder: Path, neutral: Path
) -> None:
    """Which one counts is for the clerk to say."""
    changed = (neutral / "1-7.toml").read_text(encoding="utf-8")
    for each in neutral.glob("*.toml"):
        each.unlink()
    for name, spent in (("一", "4.77"), ("二", "4.78")):
        (neutral / f"{name}.toml").write_text(changed.replace('"4.76"', f'"{spent}"'), "utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, neutral)
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.press("enter")
        await until(pilot, lambda: "只给其中一份打勾" in text(app))
        assert "逐处比较，选定" not in text(app)
        await pilot.press("escape")
        await reach(pilot, Where.IMPORT)


async def test_the_mouse_ticks_and_scrolls(neutral: Path, own_folder: Path) -> None:
    """A click on the tick takes it away; the wheel moves what was read."""
    for each in neutral.glob("*.toml"):
        changed = each.read_text(encoding="utf-8").replace("行政审批局", "另一个局")
        each.write_text(changed, encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, neutral)
        found, detail = screen.query_one(FoundList), screen.query_one("#import-found")
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.click(found, offset=(2, 1))
        await until(pilot, lambda: 1 not in found.ticked)
        assert "（8张）" in str(screen.query_one(Button).label)
        detail.post_message(MouseScrollDown(detail, 5, 5, 0, 1, 0, False, False, False))
        await until(pilot, lambda: detail.scroll_offset.y > 0)
        await pilot.click(found, offset=(40, 2), times=2)
        await until(pilot, lambda: screen.focused is detail)
        await pilot.press("end")
        await until(pilot, lambda: detail.scroll_offset.y == detail.max_scroll_y)


async def test_an_empty_form_is_not_ticked(own_folder: Path, tmp_path: Path) -> None:
    """It is told as what it is; there is nothing to keep of it."""
    form = tmp_path / "空表.xlsx"
    form.write_bytes(empty_form())
    async with app_on(own_folder).run_test(size=(120, 36)) as pilot:
        screen = await read(pilot, form)
        assert told(screen) == "没有读到表。另有 1 张空表。"
        assert "空表，没有可读入的内容" in told(screen, "#import-report")
        ticks = screen.query_one(FoundList)
        ticks.action_tick()
        assert not ticks.ticked
        assert screen.query_one(Button).disabled
