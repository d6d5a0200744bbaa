"""Every screen in every size, look and set of marks: complete, readable, nothing over the edge."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
from attrs import frozen
from textual.css.query import NoMatches

from selfeval_tui.sheet import Address
from selfeval_tui.store.settings import FILE
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.glyphs import FANCY, PLAIN, Glyphs
from selfeval_tui.tui.keyline import KeyLine
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.theme import COLOURS
from tests.tui.seen import SENTENCES, ambiguous, front, strips, width, written
from tests.tui.steps import Walk, app_on, reach, rows, text, until
from tests.tui.test_theme import READABLE, contrast

SIZES = [(80, 24), (120, 36), (200, 50)]

Go = Callable[[Walk], Awaitable[None]]


@frozen
class Stop:
    """One screen on the way."""

    name: str
    go: Go


def press(*keys: str) -> Go:
    """Press keys and let the screen settle."""

    async def go(pilot: Walk) -> None:
        for key in keys:
            await pilot.press(key)
        await pilot.pause()

    return go


def to(where: Where, *keys: str) -> Go:
    """Press keys and wait for a full screen."""

    async def go(pilot: Walk) -> None:
        await pilot.press(*keys)
        await reach(pilot, where)

    return go


def asked(kind: type, *keys: str) -> Go:
    """Press keys and wait for a small window."""

    async def go(pilot: Walk) -> None:
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
        await pilot.pause()

    return go


STOPS = (
    Stop("总览", to(Where.OVERVIEW)),
    Stop("设置", to(Where.SETTINGS, "ctrl+w")),
    Stop("设置的文字", press("end", "tab")),
    Stop("开始", to(Where.START, "escape", "ctrl+d")),
    Stop("新建", to(Where.FORM, "escape", "ctrl+n")),
    Stop("新建的文字", press("tab", "tab", "绩", "效")),
    Stop("导入", to(Where.IMPORT, "escape", "ctrl+r")),
    Stop("帮助", to(Where.HELP, "f1")),
    Stop("筛选", asked(Dialog, "escape", "escape", "ctrl+f")),
    Stop("一起改", asked(Dialog, "escape", "ctrl+a")),
    Stop("回收站", to(Where.FORM, "escape", "ctrl+x")),
    Stop("各表金额", to(Where.GRID, "escape", "ctrl+b")),
    Stop("再到总览", to(Where.OVERVIEW, "f3")),
    Stop("填报", to(Where.GRID, "home", "down", "down", "enter")),
    Stop("填报的指标", press("ctrl+down", "ctrl+down", "ctrl+down", "down", "end")),
    Stop("选中几格", press("shift+down", "shift+left")),
    Stop("依据", asked(Dialog, "escape", "ctrl+b")),
    Stop("人工判定", asked(Dialog, "escape", "f7")),
    Stop("预览", to(Where.PREVIEW, "escape", "ctrl+f4")),
    Stop("回到指标", to(Where.GRID, "escape")),
    Stop("输入时", press("≥", "9")),
    Stop("选一项时", press("escape", "ctrl+home", *["down"] * 8, "enter", "down")),
    Stop("写长文字时", press("escape", "ctrl+end", "enter", "长")),
    Stop("命令", asked(Dialog, "escape", "ctrl+p")),
    Stop("查找替换", asked(Dialog, "escape", "ctrl+f")),
    Stop("填报的帮助", to(Where.HELP, "escape", "f1")),
    Stop("财政意见", to(Where.REMARKS, "escape", "shift+f9")),
    Stop("记下财政意见", to(Where.TAKE, "ctrl+n")),
    Stop("记下的意见", press(*"1-7:", "执", "行", "率", "f2", "tab")),
    Stop("说的是哪一格", asked(Dialog, "enter")),
    Stop("记下了意见", to(Where.REMARKS, "escape", "tab", "enter")),
    Stop("答复", asked(Dialog, "f7")),
    Stop("历史", to(Where.HISTORY, "escape", "escape", "ctrl+f5")),
    Stop("历史的改动", press("down", "space", "tab")),
    Stop("自查", to(Where.CHECK, "escape", "f9")),
    Stop("自查的筛选", asked(Dialog, "ctrl+f")),
    Stop("自查的全部", press("end", "enter")),
    Stop("展开同类", press("home", "down", "down", "space", "down")),
    Stop("写说明", asked(Dialog, "home", "f7")),
    Stop("自查的帮助", to(Where.HELP, "escape", "f1")),
    Stop("导出", to(Where.EXPORT, "escape", "f4")),
    Stop("询问", asked(Question, "enter")),
    Stop("导出之后", to(Where.EXPORTED, "enter")),
)


async def walk(pilot: Walk) -> AsyncIterator[str]:
    """From screen to screen."""
    for stop in STOPS:
        await stop.go(pilot)
        yield stop.name


@pytest.fixture
def place(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The nine sheets under a short path, as the clerk's own is."""
    monkeypatch.chdir(own_folder.parent)
    return Path(own_folder.name)


def set_up(place: Path, theme: str, glyphs: str) -> None:
    """What the clerk has chosen."""
    chosen = f'theme = "{theme}"\nglyphs = "{glyphs}"\n'
    (place / FILE).write_text(chosen, encoding="utf-8")


@pytest.mark.parametrize(("size", "theme"), product(SIZES, COLOURS))
async def test_every_screen_is_complete_and_readable(
    place: Path, size: tuple[int, int], theme: str
) -> None:
    """Rows fit the width, keys are in sight, nothing covers another, all can be read."""
    set_up(place, theme, "fancy")
    app = app_on(place)
    wrong: list[str] = []
    async with app.run_test(size=size) as pilot:
        async for name in walk(pilot):
            wrong.extend(f"{name}: {each}" for each in faults(pilot, size, theme))
    assert wrong == []


def faults(pilot: Walk, size: tuple[int, int], theme: str) -> list[str]:
    """What is wrong with the screen in front."""
    app = pilot.app
    drawn = strips(app)
    found = [] if len(drawn) == size[1] else [f"{len(drawn)} rows"]
    found += [f"too wide: {strip.text}" for strip in drawn if strip.cell_length != size[0]]
    found += [] if rows(app)[0].strip() else ["no title above"]
    found += keys_out_of_sight(pilot)
    found += overflowing(pilot)
    found += sorted(
        {
            f"{each.ink.hex} on {each.ground.hex}: {each.text}"
            for each in written(app)
            if contrast(each.ink, each.ground) < READABLE[theme]
        }
    )
    return found


def keys_out_of_sight(pilot: Walk) -> list[str]:
    """The hints that are not on the screen, and a screen without hints."""
    try:
        keyline = pilot.app.screen.query_one(KeyLine)
    except NoMatches:
        return ["no keys"]
    hints = [f"{hint.key.shown_as} {hint.key.label}" for hint in keyline._hints(keyline.size.width)]
    shown = text(pilot.app)
    return [f"no {hint}" for hint in hints if hint not in shown] + ([] if hints else ["no hints"])


def overflowing(pilot: Walk) -> list[str]:
    """What lies under the keys or beyond the edge."""
    screen = pilot.app.screen
    keyline, region = screen.query_one(KeyLine), front(pilot.app)
    parts = [] if isinstance(screen, Dialog | Question) else screen.children
    over = [part for part in parts if part.display and part is not keyline]
    found = [
        f"{part} under the keys"
        for part in over
        if part.region.bottom > keyline.region.y and part.region
    ]
    if not screen.region.contains_region(region) or screen.max_scroll_y or screen.max_scroll_x:
        found.append(f"{region} of {screen.region}, scrolls {screen.max_scroll_y}")
    return found


@pytest.mark.parametrize(("size", "theme"), zip(SIZES, COLOURS, strict=True))
async def test_the_plain_marks_are_as_wide_everywhere(
    place: Path, size: tuple[int, int], theme: str
) -> None:
    """Whatever a console makes of ambiguous characters: only typed texts and sentences have any."""
    set_up(place, theme, "plain")
    app = app_on(place)
    wrong: list[str] = []
    async with app.run_test(size=size) as pilot:
        await reach(pilot, Where.OVERVIEW)
        typed = ambiguous("".join(_texts(pilot)))
        async for name in walk(pilot):
            wrong.extend(
                f"{name}: {row}" for row in rows(app) if ambiguous(row) - SENTENCES - typed
            )
            wrong.extend(f"{name}: {each}" for each in faults(pilot, size, theme))
            frame = [rows(app)[0], *_key_rows(pilot)]
            wrong.extend(
                f"{name}: {row}" for row in frame if width(row, wide=True) != width(row, wide=False)
            )
    assert wrong == []


def _texts(pilot: Walk) -> list[str]:
    """Everything that was typed into the sheets."""
    batch = pilot.app.session.batch  # type: ignore[attr-defined]
    return [
        *(value for sheet in batch.sheets for value in sheet.fields.values()),
        *(
            value
            for sheet in batch.sheets
            for table in sheet.tables.values()
            for row in table.values()
            for value in row.cells.values()
        ),
    ]


def _key_rows(pilot: Walk) -> list[str]:
    region = pilot.app.screen.query_one(KeyLine).region
    return rows(pilot.app)[region.y : region.bottom]


async def test_on_the_overview_the_name_cannot_push_a_figure(place: Path) -> None:
    """A name with “ and ≥ stands last in its line."""
    set_up(place, "dark", "plain")
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        sheet = app.session.batch.sheets[0]
        app.session.batch.set(Address(sheet.id, "项目名称"), "“甲”≥乙")
        await until(pilot, lambda: "“甲”≥乙" in text(app))
        row = next(row for row in rows(app) if "“甲”≥乙" in row)
        before, _, after = row.partition("“甲”≥乙")
        assert not ambiguous(before)
        assert not after.strip()
        assert "18.27" in before


@pytest.mark.parametrize("glyphs", [FANCY, PLAIN], ids=["fancy", "plain"])
def test_marks_are_one_cell_each(glyphs: Glyphs) -> None:
    """As Textual counts; the plain ones on every console."""
    for character in "".join(glyphs):
        assert width(character, wide=glyphs is PLAIN) == 1
