"""Both versions side by side, place by place, to choose from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from selfeval_tui.store.merge.merging import Merge, Side, undecided
from selfeval_tui.store.merge.merging_words import tell_point, tell_who
from selfeval_tui.store.merge.parts import Key
from selfeval_tui.store.merge.reconciling import Choices
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.differing import parting
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing

LINES = 3
"""For each place: where it is, ours, theirs."""
ROOM = 56
"""Cells of a text."""
ABOUT = 24
"""Cells of the name of an indicator; who changed it stands behind."""
LEFT_BUTTON = 1
_HERE, _THERE = "这里", "别处"


class SideList(Listing):
    """Places with both versions; a click on a version ticks it."""

    @dataclass
    class Picked(Message):
        """A version was clicked."""

        place: int
        side: Side

    def on_click(self, event: events.Click) -> None:
        """Tick the version under the mouse; the line above the two is only looked at."""
        place, line = divmod(event.y + self.scroll_offset.y, LINES)
        if line and place < self.count and event.button == LEFT_BUTTON:
            self.post_message(self.Picked(place, tuple(Side)[line - 1]))


class MergeDialog(Dialog[Choices], inherit_bindings=False):
    """Shows where the versions of some sheets part; Enter takes what is ticked.

    Args:
        title: What was found.
        merges: The sheets, each with at least one place.
        names: What our side and the other one are called.
    """

    WHERE: ClassVar[Where] = Where.MERGE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.MERGE)]

    def __init__(
        self, title: str, merges: Sequence[Merge], names: tuple[str, str] = (_HERE, _THERE)
    ) -> None:
        super().__init__(title)
        self._merges = tuple(merges)
        self._names = names
        self._places = tuple((each, point) for each in merges for point in each.points)
        self._sides = [point.preset for _found, point in self._places]
        self._told = tuple(tell_point(*each) for each in self._places)

    def body(self) -> Iterator[Widget]:
        """The list, which may be long."""
        yield SideList(self._lines(), each=LINES, id="merge-places")

    def on_mount(self) -> None:
        """Say how much is left to choose, and begin with the first of that."""
        first = next((n for n, side in enumerate(self._sides) if side is None), 0)
        self.query_one(Listing).cursor = first
        self._say_left()

    def answer(self) -> Choices | None:
        """What is ticked; None while something is left to choose, which is then shown."""
        chosen = self._chosen()
        left = [each for found in self._merges for each in undecided(found, chosen[found.sheet])]
        if left:
            self.query_one(Listing).cursor = self._sides.index(None)
            self._say_left()
            return None
        return chosen

    def action_other_side(self) -> None:
        """Tick the other version of the place under the cursor."""
        now = self._sides[self.query_one(Listing).cursor]
        self._take(Side.OURS if now is Side.THEIRS else Side.THEIRS)

    def action_ours(self) -> None:
        """Tick our version of the place under the cursor, and go on."""
        self._take(Side.OURS)

    def action_theirs(self) -> None:
        """Tick the other version of the place under the cursor, and go on."""
        self._take(Side.THEIRS)

    def on_side_list_picked(self, message: SideList.Picked) -> None:
        """Tick what was clicked."""
        self._sides[message.place] = message.side
        self._show()

    def action_all_ours(self) -> None:
        """Tick our version everywhere."""
        self._take_all(Side.OURS)

    def action_all_theirs(self) -> None:
        """Tick the other version everywhere."""
        self._take_all(Side.THEIRS)

    def _take(self, side: Side) -> None:
        self._sides[self.query_one(Listing).cursor] = side
        self._show()

    def _take_all(self, side: Side) -> None:
        self._sides = [side] * len(self._sides)
        self._show()

    def _show(self) -> None:
        self.query_one(Listing).show(self._lines())
        self._say_left()

    def _chosen(self) -> Choices:
        chosen: dict[str, dict[Key, Side]] = {each.sheet: {} for each in self._merges}
        for (found, point), side in zip(self._places, self._sides, strict=True):
            if side is not None:
                chosen[found.sheet][point.key] = side
        return chosen

    def _say_left(self) -> None:
        left = sum(1 for side in self._sides if side is None)
        alike = sum(each.alike for each in self._merges)
        same = f"另有 {alike} 处两边改得一样。" if alike else ""
        if left:
            self.say(f"还有 {left} 处要选：空格换一边。{same}Esc 先放着，什么也不丢。")
        else:
            self.say(f"回车照打勾的办，可以一次撤销。{same}Esc 先放着，什么也不丢。")

    def _lines(self) -> list[Content]:
        return [line for number in range(len(self._places)) for line in self._place(number)]

    def _place(self, number: int) -> Iterator[Content]:
        told, side = self._told[number], self._sides[number]
        style = "$wrong" if side is None else "$quiet"
        who = tell_who(*self._places[number])
        about = short(told.about, ABOUT)
        yield Content.assemble((told.where, "bold"), about, "  ", (who, style))
        texts = (short(text, ROOM) for text in parting(told.ours, told.theirs))
        for name, text, each in zip(self._names, texts, Side, strict=True):
            mark = here().ticked if side is each else here().unticked
            yield Content.assemble(f"  {mark} {name}  ", (text, "bold" if side is each else ""))
