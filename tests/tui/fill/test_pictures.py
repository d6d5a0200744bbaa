"""Pictures of the situations a clerk would name; compare them by eye after a wanted change."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from tests.tui.fill.build import demo_batch, field, indicator, one
from tests.tui.fill.harness import Desk, FillApp

Compare = Callable[..., bool]
Prepare = Callable[[Pilot[None]], Awaitable[None]]
ACTUAL = "实际完成值"


def _app(name: str, *, demo: bool = True) -> FillApp:
    batch = demo_batch()
    return FillApp(batch, one(batch, name), demo=demo)


def _prepare(app: FillApp, deed: Callable[[Desk], Awaitable[None]]) -> Prepare:
    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await deed(Desk(pilot, app))

    return prepare


async def _typing(desk: Desk) -> None:
    await desk.go(indicator(desk.sheet, 0, ACTUAL))
    await desk.type("一百八十平方米")


async def _committed(desk: Desk) -> None:
    await _typing(desk)
    await desk.press("enter")


async def _far_down(desk: Desk) -> None:
    await desk.go(indicator(desk.sheet, 40, "三级指标"))


async def _choosing(desk: Desk) -> None:
    await desk.go(field(desk.sheet, "项目类别"))
    await desk.press("enter", "down")


async def _long(desk: Desk) -> None:
    await desk.go(field(desk.sheet, "偏差大或目标未完成原因分析"))
    await desk.press("enter", "enter")
    await desk.type("第二行的原因")


async def _nothing(_desk: Desk) -> None:
    pass


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_typing_an_actual(snap_compare: Compare, size: tuple[int, int]) -> None:
    """附件1-7: the verdict in the detail follows what is being typed."""
    app = _app("附件1-7")
    assert snap_compare(app, terminal_size=size, run_before=_prepare(app, _typing))


def test_a_committed_actual(snap_compare: Compare) -> None:
    """附件1-7: the row is marked, 95.2 % stands beside the printed 94 %."""
    app = _app("附件1-7")
    assert snap_compare(app, terminal_size=(120, 36), run_before=_prepare(app, _committed))


def test_far_down_in_the_departments_sheet(snap_compare: Compare) -> None:
    """附件2: header and group stay visible."""
    app = _app("附件2", demo=False)
    assert snap_compare(app, terminal_size=(80, 24), run_before=_prepare(app, _far_down))


def test_choosing_an_option(snap_compare: Compare) -> None:
    """附件1-3: the options in the wording of the form."""
    app = _app("附件1-3")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_prepare(app, _choosing))


def test_writing_a_reason(snap_compare: Compare) -> None:
    """附件1-3: the long editor at the foot of the grid."""
    app = _app("附件1-3")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_prepare(app, _long))


def test_a_large_window(snap_compare: Compare) -> None:
    """附件1-3 whole, sections left, detail right."""
    app = _app("附件1-3")
    assert snap_compare(app, terminal_size=(200, 50), run_before=_prepare(app, _nothing))
