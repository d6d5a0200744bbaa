"""Ctrl+P: everything that can be done here, found by its words or their initials in pinyin."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.tui.commands import looked_up
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Key
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.theme import style

HINT = "打汉字或拼音首字母，如 导出 或 dc"
NOTHING = "这里没有这样的命令"


class CommandList(Listing, can_focus=False):
    """The commands; the keyboard stays with the text above, which moves this cursor too."""

    def _mark(self) -> str:
        return here().cursor


class Palette(Dialog[Key]):
    """Lists the commands; the answer is the chosen one.

    Args:
        commands: What works here.
    """

    CSS = Dialog.CSS + style("palette.tcss")

    def __init__(self, commands: Sequence[Key]) -> None:
        super().__init__("要做什么")
        self._commands = commands
        self._found = tuple(commands)
        self._list = CommandList(keeps=True, id="commands")

    def body(self) -> Iterator[Widget]:
        """What is typed, and what fits it."""
        yield LineInput(placeholder=HINT, compact=True, id="wanted")
        yield self._list

    def on_mount(self) -> None:
        """Show all of them."""
        self._show("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._show(event.value)

    def on_click(self, event: events.Click) -> None:
        """A click on a command chooses it."""
        if self._list.region.contains(event.screen_x, event.screen_y):
            self.action_accept()

    def answer(self) -> Key | None:
        """The command under the cursor."""
        if not self._found:
            self.say(NOTHING)
            return None
        return self._found[self._list.cursor]

    def action_next_part(self) -> None:
        """To the next command."""
        self._list.cursor += 1

    def action_previous_part(self) -> None:
        """To the command before."""
        self._list.cursor -= 1

    def _show(self, typed: str) -> None:
        self._found = looked_up(self._commands, typed)
        self.say("" if self._found else NOTHING)
        self._list.show(list(_lines(self._found)))
        self._list.cursor = 0


def _lines(commands: Sequence[Key]) -> Iterator[Content]:
    label = max((cell_len(key.label) for key in commands), default=0)
    keys = max((cell_len(key.shown_as) for key in commands), default=0)
    for key in commands:
        yield Content.assemble(
            (fit(key.label, label), "bold"), f"  {fit(key.shown_as, keys)}  ", (key.help, "$quiet")
        )
