"""The list of options over a cell that takes any of them."""

import re
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList

from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.overlay import Opening, Owner, heard
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Where, bindings

_BETWEEN = re.compile(r"[\n、，,；;]")
"""What may stand between options that were typed or imported as one text."""


class FlagsList(ChoiceList):
    """Ticks a field's options; what is kept has one of them a line, in the order of the form.

    Args:
        owner: The area around it.
    """

    WHERE = Where.FLAGS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FLAGS)]
    HEARD = heard(bindings(Where.FLAGS), OptionList.BINDINGS)

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner)
        self._ticked: frozenset[str] = frozenset()
        self._before: frozenset[str] = frozenset()

    @property
    def value_text(self) -> str:
        """The ticked options; to the letter what stood there while no tick was changed."""
        if self._ticked == self._before:
            return self._kept
        strangers = (each for each in _parts(self._kept) if each not in self._words)
        return "\n".join([*(word for word in self._words if word in self._ticked), *strangers])

    def begin(self, opening: Opening) -> None:
        """Offer the field's options with their ticks; a text that is none of them stays."""
        self._words, self._kept = opening.field.options, opening.text
        self._before = self._ticked = frozenset(_parts(opening.text)).intersection(self._words)
        self._draw(0)

    def pick(self, number: int) -> None:
        """Set or take away a tick, counted from 0."""
        self._ticked ^= {self._words[number]}
        self._draw(number)

    def action_clear(self) -> None:
        """Tick nothing."""
        self._ticked = self._before = frozenset()
        super().action_clear()

    def action_tick(self) -> None:
        """Set or take away the tick of the highlighted option."""
        if self.highlighted is not None:
            self.pick(self.highlighted)

    def _draw(self, highlighted: int) -> None:
        marks = here().unticked, here().ticked
        self.set_options(
            f"{marks[word in self._ticked]} {number}、{word}"
            for number, word in enumerate(self._words, start=1)
        )
        self.highlighted = highlighted


def _parts(text: str) -> list[str]:
    """The options of a text, each without blanks around it."""
    return [each.strip() for each in _BETWEEN.split(text) if each.strip()]
