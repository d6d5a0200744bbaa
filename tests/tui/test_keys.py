"""The table of keys against the screens that hear them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.dom import DOMNode
from textual.widgets import Button

from selfeval_tui.tui.check.screen import CheckScreen
from selfeval_tui.tui.create.listed import ListScreen
from selfeval_tui.tui.create.plan import PlanScreen
from selfeval_tui.tui.create.screen import CreateScreen
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.export.changes import ChangesScreen
from selfeval_tui.tui.export.pages import PreviewScreen
from selfeval_tui.tui.export.result import ExportedScreen
from selfeval_tui.tui.export.screen import ExportScreen
from selfeval_tui.tui.help import HelpScreen
from selfeval_tui.tui.history.screen import HistoryScreen
from selfeval_tui.tui.import_.screen import ImportScreen
from selfeval_tui.tui.keys import KEYS, Key, Where, keys_of
from selfeval_tui.tui.menu import Menu
from selfeval_tui.tui.merging.dialog import MergeDialog
from selfeval_tui.tui.overview.bin import BinScreen
from selfeval_tui.tui.overview.screen import OverviewScreen
from selfeval_tui.tui.palette import Palette
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.remarks.screen import RemarksScreen
from selfeval_tui.tui.remarks.take import TakeScreen
from selfeval_tui.tui.settings.screen import SettingsScreen
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.start.screen import StartScreen
from tests.tui.steps import app_on, reach, rows, text, until

OWNERS: dict[Where, tuple[type[DOMNode], ...]] = {
    Where.ANYWHERE: (SelfevalApp,),
    Where.OVERVIEW: (OverviewScreen,),
    Where.CHECK: (CheckScreen,),
    Where.EXPORT: (ExportScreen,),
    Where.EXPORTED: (ExportedScreen,),
    Where.CHANGES: (ChangesScreen,),
    Where.PREVIEW: (PreviewScreen,),
    Where.FORM: (CreateScreen, BinScreen),
    Where.IMPORT: (ImportScreen,),
    Where.LIST: (ListScreen,),
    Where.PLAN: (PlanScreen,),
    Where.REMARKS: (RemarksScreen,),
    Where.TAKE: (TakeScreen,),
    Where.HISTORY: (HistoryScreen,),
    Where.SETTINGS: (SettingsScreen,),
    Where.START: (StartScreen,),
    Where.HELP: (HelpScreen,),
    Where.QUESTION: (Question, Menu),
    Where.DIALOG: (Dialog, Palette),
    Where.MERGE: (MergeDialog,),
}

NEVER = {"ctrl+h", "ctrl+i", "ctrl+m", "f10", "f11"}
"""What a terminal takes for Backspace, Tab and Enter; what desktops keep for themselves."""

ONLY_BESIDE = {"ctrl+j", "alt+enter", "shift+enter"}
"""What some terminals send and others do not: a second way beside a shown key that all send."""


def _pressed(where: Where) -> Iterator[tuple[str, Key]]:
    return ((each, key) for key in keys_of(where) for each in key.presses)


@pytest.mark.parametrize("where", Where)
def test_no_key_means_two_things_in_one_place(where: Where) -> None:
    """Neither twice in a place, nor there and anywhere."""
    places = {where, Where.ANYWHERE}
    pressed = [each for place in places for each, _key in _pressed(place)]
    assert sorted(pressed) == sorted(set(pressed))


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.where.name}-{key.action}")
def test_every_key_can_be_pressed_on_an_office_pc(key: Key) -> None:
    """Nothing that a terminal keeps for itself, and a Ctrl twin for each function key."""
    pressed = key.presses
    assert not NEVER & set(pressed)
    assert not ONLY_BESIDE & set(pressed[:1])
    sure = [each for each in pressed if each not in ONLY_BESIDE]
    assert not any("alt" in each or "shift+ctrl" in each for each in sure)
    # F20 and F22 are what terminals call Shift with F8 and F10.
    if any(each in {f"f{number}" for number in range(1, 13)} for each in pressed):
        assert any(each.startswith("ctrl+") for each in pressed)
    assert key.label
    assert key.help


@pytest.mark.parametrize("where", OWNERS)
def test_every_key_has_somebody_who_acts(where: Where) -> None:
    """An action of the table exists on each screen of its place."""
    wanted = ((owner, key.action) for owner in OWNERS[where] for key in keys_of(where))
    assert [each for each in wanted if not hasattr(each[0], f"action_{each[1]}")] == []


@pytest.mark.parametrize("where", OWNERS)
def test_a_screen_hears_the_table_and_nothing_else(where: Where) -> None:
    """No binding of Textual's own is left that the help page does not tell."""
    for owner in OWNERS[where]:
        heard = owner._merge_bindings().key_to_bindings
        assert set(heard) == {each for each, _key in _pressed(where)}


def test_every_place_is_looked_at() -> None:
    """The grid and its editor have tests of their own beside them."""
    filling = {Where.GRID, Where.MOVE, Where.EDITOR, Where.CHOICE, Where.FLAGS, Where.LONG}
    assert set(OWNERS) | filling == set(Where)


async def test_enter_on_a_button_is_what_the_button_says(own_folder: Path) -> None:
    """The footer of 新建 says 回车 下一项, but on the button what the button does."""
    async with app_on(own_folder).run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        screen = await reach(pilot, Where.FORM)
        assert "回车 下一项" in rows(pilot.app)[-2]
        screen.query_one("#create-make", Button).focus()
        await until(pilot, lambda: "回车 建立并开始填写" in text(pilot.app))
