"""What random keys and clicks broke once: each stays mended."""

from pathlib import Path

from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.overlay import Opening
from selfeval_tui.tui.fill.pane import Pane
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.remarks.screen import RemarksScreen
from tests.tui.steps import app_on, reach, until


async def test_the_line_of_further_problems_leads_to_the_check(own_folder: Path) -> None:
    """A click on “还有 3 处” of the problems' pane opens 自查, which is no action of the grid."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        screen = await reach(pilot, Where.GRID)
        assert isinstance(screen, FillScreen)
        screen.area.post_message(Pane.Pointed("check"))
        await until(pilot, lambda: getattr(app.screen, "WHERE", None) is Where.CHECK)


async def test_saving_ends_while_another_screen_is_being_made(own_folder: Path) -> None:
    """The screen has no lines yet in which to say so."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.push_screen(RemarksScreen(app.session))
        app.refresh_status()
        await until(pilot, lambda: isinstance(app.screen, RemarksScreen))


async def test_a_list_that_was_not_drawn_yet_has_no_pages(own_folder: Path) -> None:
    """PgDn comes right behind the key that opens the list."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        screen = await reach(pilot, Where.GRID)
        choice = screen.query_one(ChoiceList)
        options = tuple("甲乙丙")
        choice.begin(Opening(Field("甲", Kind.CHOICE, options=options), "丙", selected=True))
        choice.action_page_down()
        choice.action_page_up()
        assert choice.value_text == "丙"
