"""The list of options over a cell that takes one of them."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.widgets import OptionList

from selfeval_tui.tui.fill.overlay import Move, Opening, Overlay, Owner, beside, heard
from selfeval_tui.tui.keys import Where, bindings

LEAST_WIDTH = 24
NUMBER_WIDTH = 5
"""What stands in front of an option, and some room behind it."""


class ChoiceList(Overlay, OptionList, can_focus=False):
    """Chooses one of a field's options, numbered as the form prints them.

    Args:
        owner: The area around it.
    """

    WHERE = Where.CHOICE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CHOICE)]
    HEARD = heard(bindings(Where.CHOICE), OptionList.BINDINGS)

    def __init__(self, owner: Owner) -> None:
        super().__init__(markup=False, compact=True)
        self.owner = owner
        self._words: tuple[str, ...] = ()
        self._kept = ""
        self._free = False

    @property
    def value_text(self) -> str:
        """The highlighted option; what stood there before while none is."""
        if self.highlighted is None:
            return self._kept
        return self._words[self.highlighted]

    def begin(self, opening: Opening) -> None:
        """Offer the field's options; a text that is none of them stays until one is chosen."""
        self._words, self._kept = opening.field.options, opening.text
        self._free = opening.free
        self.set_options(f"{number}、{word}" for number, word in enumerate(self._words, start=1))
        chosen = opening.text in self._words
        self.highlighted = self._words.index(opening.text) if chosen else None

    def action_page_up(self) -> None:
        """Go a page up; a list that was not laid out yet has none."""
        if self.size:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Go a page down; a list that was not laid out yet has none."""
        if self.size:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def park(self) -> None:
        """Leave the terminal's own cursor at the list."""
        self.app.cursor_position = self.region.offset

    def place(self, cell: Region, room: Size) -> Region:
        """Below the cell, or above it where there is no room; as wide as the longest option."""
        height = min(len(self._words), room.height)
        longest = max((cell_len(word) for word in self._words), default=0)
        width = min(max(longest + NUMBER_WIDTH, LEAST_WIDTH), room.width)
        x = max(0, min(cell.x, room.width - width))
        return Region(x, beside(cell, height, room.height), width, height)

    def take(self, text: str) -> None:
        """A digit chooses; any other text looks for the next option that holds it, or is typed."""
        if text.isdecimal() and 0 < int(text) <= len(self._words):
            self.pick(int(text) - 1)
            return
        if self._free:
            self.owner.type_instead(text)
            return
        start = 0 if self.highlighted is None else self.highlighted + 1
        order = [*range(start, len(self._words)), *range(start)]
        self.highlighted = next(
            (number for number in order if text in self._words[number]), self.highlighted
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses."""
        event.stop()
        self.pick(event.option_index)

    def pick(self, number: int) -> None:
        """Choose an option, counted from 0, and go on."""
        self.highlighted = number
        self.owner.finish(Move.DOWN)

    def action_clear(self) -> None:
        """Choose nothing."""
        self.highlighted, self._kept = None, ""
        self.owner.finish(Move.DOWN)
