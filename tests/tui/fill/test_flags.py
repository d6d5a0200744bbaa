"""A field that takes several options."""

import pytest
from attrs import evolve

from selfeval_tui.layout.content import ticks
from selfeval_tui.sheet import Batch, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Kind
from tests.tui.fill.build import field
from tests.tui.fill.harness import Desk, filling

NAME = "项目类别"
FIRST, SECOND, THIRD = "部门预算项目", "市直专项", "市对下转移支付项目"
_SPEC = load_spec("ezhou-gedian/project")
FLAGS = evolve(_SPEC.fields[NAME], kind=Kind.FLAGS)


def _batch(text: str) -> Batch:
    sheet = new_sheet(evolve(_SPEC, fields={**_SPEC.fields, NAME: FLAGS}))
    sheet.fields[NAME] = text
    return Batch([sheet])


async def _after(desk: Desk, *keys: str) -> str:
    cell = field(desk.sheet, NAME)
    await desk.go(cell)
    await desk.press(*keys)
    return desk.typed(cell)


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("", ("enter", "space", "enter"), FIRST),
        ("", ("enter", "down", "space", "up", "space", "enter"), f"{FIRST}\n{SECOND}"),
        ("", ("3", "1", "enter"), f"{FIRST}\n{THIRD}"),
        (f"{FIRST}\n{SECOND}", ("enter", "1", "tab"), SECOND),
        (f"{SECOND}、{THIRD}", ("enter", "1", "enter"), f"{FIRST}\n{SECOND}\n{THIRD}"),
        (f"{FIRST}\n别的", ("enter", "2", "enter"), f"{FIRST}\n{SECOND}\n别的"),
        (FIRST, ("enter", "1", "enter"), ""),
        (FIRST, ("enter", "2", "escape"), FIRST),
        (f"{FIRST}\n别的", ("enter", "delete"), ""),
    ],
)
async def test_options_are_ticked(before: str, keys: tuple[str, ...], after: str) -> None:
    """The space bar or a digit ticks, Enter takes; a line for each, in the order of the form."""
    async with filling(batch=_batch(before)) as desk:
        assert await _after(desk, *keys) == after


@pytest.mark.parametrize("text", [f" {THIRD}、{FIRST}", "都不是", f"{SECOND}\n"])
async def test_what_is_only_looked_at_stays_to_the_letter(text: str) -> None:
    """No tick changed, nothing changed."""
    async with filling(batch=_batch(text)) as desk:
        assert await _after(desk, "enter", "down", "enter") == text


async def test_ticks_are_seen_and_printed() -> None:
    """What is kept is what the workbook ticks; a click ticks too."""
    async with filling(batch=_batch("")) as desk:
        await _after(desk, "enter", "space")
        assert "空格 打勾" in desk.text
        assert f"■ 1、{FIRST}" in desk.text
        await desk.pilot.click(offset=desk.place_of(f"□ 2、{SECOND}"))
        await desk.pilot.pause()
        assert f"■ 2、{SECOND}" in desk.text
        await desk.press("enter")
        printed = ticks(FLAGS, desk.typed(field(desk.sheet, NAME)))
        assert printed == f"1、{FIRST} ☑ 2、{SECOND} ☑ 3、{THIRD} □"
