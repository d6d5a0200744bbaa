"""One line with one of several answers: the space bar turns to the next, round and round."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from selfeval_tui.tui.listing import Listing


class Turning(Listing):
    """Shows the answer that counts.

    Args:
        answers: What can be answered.
        chosen: Which answer counts at first.
        id: The widget's id.
    """

    @dataclass
    class Turned(Message):
        """Another answer counts."""

        turning: "Turning"

        @property
        def control(self) -> "Turning":
            """The line that says so."""
            return self.turning

    def __init__(
        self,
        answers: Sequence[str],
        chosen: int = 0,
        id: str | None = None,  # noqa: A002 - As every widget names it.
    ) -> None:
        self._answers = tuple(answers)
        self.chosen = chosen
        super().__init__([self._line()], id=id)

    def offer(self, answers: Sequence[str], chosen: int) -> None:
        """Offer other answers."""
        self._answers, self.chosen = tuple(answers), chosen
        self.show([self._line()])

    def turn(self) -> None:
        """Turn to the next answer."""
        self.chosen = (self.chosen + 1) % len(self._answers)
        self.show([self._line()])
        self.post_message(self.Turned(self))

    def on_listing_opened(self, message: Listing.Opened) -> None:
        """A double click turns as well."""
        message.stop()
        self.turn()

    def _line(self) -> Content:
        return Content(f"{self._answers[self.chosen]}（按空格换）")
