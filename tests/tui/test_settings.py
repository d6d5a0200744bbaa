"""设置: what is changed counts at once and is saved; what the file says wrongly is told."""

from pathlib import Path

import pytest
from textual.widgets import Input

from selfeval_tui.store.settings import DEFAULTS, FILE, SETTINGS, read_settings, value_of
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.glyphs import FANCY, PLAIN, choose, here
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.theme import COLOURS
from tests.tui.steps import Walk, app_on, reach, text, until

NAMES = [setting.name for setting in SETTINGS]


async def open_settings(pilot: Walk, name: str) -> None:
    """From 总览 to the values of one setting."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("ctrl+w")
    await reach(pilot, Where.SETTINGS)
    await pilot.press(*["down"] * NAMES.index(name), "tab")


def ground(pilot: Walk) -> str:
    """The ground of the screen in front."""
    return pilot.app.screen.styles.background.hex6.lower()


async def test_every_setting_is_offered_with_its_explanation(own_folder: Path) -> None:
    """Each with what it is now; nothing is written by looking."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "glyphs")
        await pilot.press("shift+tab")
        for setting in SETTINGS:
            assert setting.label in text(app)
            assert setting.explanation[:12] in text(app)
            assert setting.means(setting.default) in text(app)
            await pilot.press("down")
            await pilot.pause()
    assert not (own_folder / FILE).exists()


async def test_another_look_counts_at_once_and_stays(own_folder: Path) -> None:
    """The colours change under the eyes, and are there after the next start."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "theme")
        assert ground(pilot) == COLOURS["dark"].ground
        await pilot.press("down")
        await until(pilot, lambda: ground(pilot) == COLOURS["light"].ground)
        await pilot.press("down")
        await until(pilot, lambda: ground(pilot) == COLOURS["contrast"].ground)
        await pilot.press("up", "up")
        await until(pilot, lambda: ground(pilot) == COLOURS["dark"].ground)
        await pilot.press("down")
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: ground(pilot) == COLOURS["light"].ground)
    assert read_settings(own_folder)[0].theme == "light"
    again = app_on(own_folder)
    async with again.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert ground(pilot) == COLOURS["light"].ground


async def test_looking_changes_nothing(own_folder: Path) -> None:
    """Whatever is set stays set while the screen opens and the cursor passes."""
    (own_folder / FILE).write_text('theme = "contrast"\nglyphs = "plain"\n', encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "glyphs")
        await pilot.press("shift+tab", "down", "down", "up", "down", "up", "up", "escape")
        await reach(pilot, Where.OVERVIEW)
        assert (app.session.settings.theme, app.session.settings.glyphs) == ("contrast", "plain")


async def test_other_marks_count_at_once(own_folder: Path) -> None:
    """总览 is drawn with the plain set behind the settings."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert f"94%{FANCY.arrow}95.2%" in text(app)
        await open_settings(pilot, "glyphs")
        await pilot.press("down", "down")
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)
        assert f"94%{PLAIN.arrow}95.2%" in text(app)
        assert here() is PLAIN


async def test_a_sheet_under_the_settings_is_drawn_again_at_the_same_cell(
    own_folder: Path,
) -> None:
    """Whoever comes from a sheet returns to it and to the cell."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        await pilot.press("down", "down")
        assert isinstance(app.screen, FillScreen)
        address = app.screen.area.grid.address
        app.on_frame_settings_wanted()
        await reach(pilot, Where.SETTINGS)
        await pilot.press("tab", "down", "down", "escape")
        await reach(pilot, Where.GRID)
        assert isinstance(app.screen, FillScreen)
        assert app.screen.area.grid.address == address
        assert FANCY.done not in text(app)


@pytest.mark.parametrize("leave", ["enter", "tab", "escape", "f3"])
async def test_a_text_counts_when_it_is_left(own_folder: Path, leave: str) -> None:
    """Whichever way; blanks around it are no part of it."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "title_font")
        app.screen.query_one(Input).value = ""
        await pilot.press(*" 黑体 ", leave)
        await until(pilot, lambda: app.session.settings.title_font == "黑体")
    assert read_settings(own_folder)[0].title_font == "黑体"


async def test_an_empty_text_is_told_and_put_back(own_folder: Path) -> None:
    """A file must have a name."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "pattern")
        app.screen.query_one(Input).value = "  "
        await pilot.press("enter")
        await until(pilot, lambda: "不能空着" in text(app))
        assert app.screen.query_one(Input).value == DEFAULTS.pattern
    assert not (own_folder / FILE).exists()


async def test_a_name_in_braces_that_is_no_field_is_told(own_folder: Path) -> None:
    """It counts, and the clerk hears what will stand there."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "pattern")
        app.screen.query_one(Input).value = "{项目名}"
        await pilot.press("enter")
        await until(pilot, lambda: "不是表上的栏目" in text(app))
        assert "是不是“项目名称”" in text(app).replace("\n    ", "")


async def test_problems_of_the_file_are_told_until_they_are_mended(own_folder: Path) -> None:
    """First in a line under the title, all of them on the screen; a change mends them."""
    (own_folder / FILE).write_text('theme = "lite"\nglyphs = 1\n', encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert "不能写“lite”" in text(app)
        assert "共2处" in text(app)
        await open_settings(pilot, "page_numbers")
        assert "“配色”不能写" in text(app)
        assert "“符号”不能写" in text(app)
        await pilot.press("down")
        await until(pilot, lambda: "不能写" not in text(app))
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)
        assert "设置.toml" not in text(app)
    settings, problems = read_settings(own_folder)
    assert (settings.theme, settings.page_numbers, problems) == ("dark", "always", ())


async def test_many_problems_leave_everything_in_sight(own_folder: Path) -> None:
    """On the smallest usual window; the list of them can be scrolled."""
    wrong = "".join(f'"不认识{number}" = 1\n' for number in range(9))
    (own_folder / FILE).write_text(wrong, encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "pattern")
        await pilot.press("{", "x", "}", "enter")
        await until(pilot, lambda: "不是表上的栏目" in text(app))
        assert app.screen.max_scroll_y == 0
        assert "Esc 返回" in text(app)
        assert "设置存放在" in text(app)
        assert "不认识8" not in text(app)
        await pilot.press("end")
        await until(pilot, lambda: "不认识8" in text(app))


async def test_what_could_not_be_saved_counts_all_the_same(own_folder: Path) -> None:
    """A folder in the file's place: the clerk hears that it lasts until the end only."""
    (own_folder / FILE).mkdir()
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "theme")
        await pilot.press("down")
        await until(pilot, lambda: "没有存下来" in text(app))
        assert ground(pilot) == COLOURS["light"].ground


async def test_the_demo_goes_by_the_units_own_settings(own_folder: Path) -> None:
    """示例 has no file of its own."""
    (own_folder / FILE).write_text('theme = "light"\n', encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        own = app.session
        await pilot.press("ctrl+d")
        await reach(pilot, Where.START)
        app.screen.query_one(Listing).cursor = 0
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert app.session is not own
        assert app.session.settings is own.settings
        assert value_of(app.session.settings, SETTINGS[1]) == "light"


@pytest.mark.parametrize(
    ("platform", "environ", "setting", "expected"),
    [
        ("linux", {}, "auto", FANCY),
        ("win32", {}, "auto", PLAIN),
        ("win32", {"WT_SESSION": "1"}, "auto", FANCY),
        ("win32", {}, "fancy", FANCY),
        ("linux", {}, "plain", PLAIN),
    ],
)
def test_what_was_set_goes_before_what_the_terminal_says(
    platform: str, environ: dict[str, str], setting: str, expected: object
) -> None:
    """Only the clerk sees whether the lines stand straight."""
    assert choose(platform, environ, setting) is expected
