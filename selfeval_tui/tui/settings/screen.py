"""设置: each setting with its explanation; a change counts at once and is saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.problems import StoreError
from selfeval_tui.store.settings import FILE, SETTINGS, Setting, complaint, value_of
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.form import FormFrame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.settings.pattern import pattern_notice
from selfeval_tui.tui.theme import style

LABEL_WIDTH = 12


class SettingsScreen(FormFrame):
    """The settings above, the values of the chosen one below.

    Args:
        session: What is open.
    """

    WHERE = Where.SETTINGS
    CSS = style("forms.tcss", "settings/settings.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SETTINGS)]

    @dataclass
    class Changed(Message):
        """A setting counts from now on."""

        setting: Setting

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._preferences = session.preferences
        self._shown = SETTINGS[0]

    def body(self) -> Iterator[Widget]:
        """The settings, what the chosen one does, its values, the file."""
        yield Static(Content("设置"), classes="heading")
        yield Listing(list(self._lines()), keeps=True, id="settings-list")
        yield Static(id="settings-explained")
        yield Listing(keeps=True, id="settings-values")
        yield Horizontal(
            Static(id="settings-label", classes="form-label"),
            LineInput(id="settings-text", compact=True, select_on_focus=False),
            classes="form-row",
        )
        yield Static(id="settings-said")
        yield VerticalScroll(Static(id="settings-problems"), id="settings-wrong")
        path = self._preferences.root / FILE
        yield Static(Content(f"设置存放在：{path}"), classes="quiet")

    def on_mount(self) -> None:
        """Begin with the first setting."""
        self.show_chosen()
        self._show_problems()

    @on(Listing.Moved, "#settings-list")
    def show_chosen(self) -> None:
        """Show the values of the chosen setting, its own marked."""
        chosen = self._shown = SETTINGS[self.query_one("#settings-list", Listing).cursor]
        value = value_of(self._preferences.settings, chosen)
        explained = Content.assemble((f"{chosen.label}\n", "bold"), chosen.explanation)
        self.query_one("#settings-explained", Static).update(explained)
        values = self.query_one("#settings-values", Listing)
        values.display = bool(chosen.values)
        known = [each for each, _ in chosen.values]
        with values.prevent(Listing.Moved):
            values.show([Content(means) for _, means in chosen.values])
            values.cursor = known.index(value) if known else 0
        text = self.query_one("#settings-text", Input)
        assert text.parent is not None
        text.parent.display = not chosen.values
        text.value = "" if chosen.values else value
        self.query_one("#settings-label", Static).update(Content(chosen.label))
        self._say(pattern_notice(chosen, value))

    @on(Listing.Moved, "#settings-values")
    def choose(self, message: Listing.Moved) -> None:
        """A value counts as soon as the cursor stands on it."""
        # The list also speaks when it is made and filled; where its cursor is now is what counts.
        if self._shown.values:
            self._change(self._shown.values[message.listing.cursor][0])

    @on(Listing.Opened)
    @on(Input.Submitted)
    def go_on(self) -> None:
        """Enter and a double click lead on."""
        self.action_next_part()

    @on(Input.Blurred)
    def commit_edit(self) -> None:
        """A text counts when it is left; one that cannot stand is told and put back."""
        if self._shown.values:
            return
        text = self.query_one("#settings-text", Input)
        wrong = complaint(self._shown, text.value)
        if wrong:
            text.value = value_of(self._preferences.settings, self._shown)
            self._say(f"{wrong}已恢复原来的。")
        else:
            self._change(text.value.strip())

    def action_back(self) -> None:
        """Leave with what is typed."""
        self.commit_edit()
        super().action_back()

    def _change(self, value: str) -> None:
        chosen = self._shown
        if value == value_of(self._preferences.settings, chosen):
            return
        try:
            aside = self._preferences.change(chosen, value)
        except StoreError as error:
            self._say(f"已生效，但没有存下来：{error.message}")
        else:
            kept = f"原来的文件读不出来，放在“{aside.name}”里。" if aside else ""
            self._say(f"已生效，已保存。{kept}{pattern_notice(chosen, value)}")
        self.query_one("#settings-list", Listing).show(list(self._lines()))
        self._show_problems()
        self.post_message(self.Changed(chosen))

    def _lines(self) -> Iterator[Content]:
        for setting in SETTINGS:
            value = setting.means(value_of(self._preferences.settings, setting))
            yield Content.assemble((fit(setting.label, LABEL_WIDTH), "bold"), value)

    def _say(self, words: str) -> None:
        said = self.query_one("#settings-said", Static)
        said.update(Content(words))
        said.display = bool(words)

    def _show_problems(self) -> None:
        problems = self._preferences.problems
        self.query_one("#settings-wrong").display = bool(problems)
        self.query_one("#settings-problems", Static).update(Content("\n".join(problems)))
        self.refresh_status()
