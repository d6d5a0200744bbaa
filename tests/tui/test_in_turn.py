"""Keys that come faster than the screen follows do what they would do one by one."""

from pathlib import Path
from shutil import copytree

from textual import events
from textual.widgets import Input

from selfeval_tui.tui.keys import Where
from tests.tui.steps import app_on, place, reach, until

KEYS = ("甲", "项", "目", "tab", "2", "0", "2", "4", "tab", "某", "单", "位", "shift+tab", "5")


async def _typed(folder: Path, *, at_once: bool) -> list[str]:
    app = app_on(folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: place(app.screen) is Where.FORM)
        fields = list(app.screen.query(Input))
        fields[0].focus()
        await pilot.pause()
        for key in KEYS:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
            if not at_once:
                await pilot.pause()
        await until(pilot, lambda: any("5" in each.value for each in fields))
        return [each.value for each in fields]


async def test_fast_keys_land_in_their_fields(own_folder: Path) -> None:
    """新建: texts with Tab between them, all of them there before the screen moved."""
    other = copytree(own_folder, own_folder.with_name("另一个"))
    slowly = await _typed(own_folder, at_once=False)
    assert sum(part in value for part in ("甲项目", "某单位", "5") for value in slowly) == 3
    assert await _typed(other, at_once=True) == slowly
