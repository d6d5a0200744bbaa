"""What an action asks of the screen: another place, or what follows this sheet."""

from dataclasses import dataclass

from textual.message import Message

from selfeval_tui.sheet import Address


@dataclass
class SheetWanted(Message):
    """The clerk wants another sheet of the batch, so many after this one."""

    by: int


@dataclass
class PlaceWanted(Message):
    """The clerk wants a cell of any sheet, and should know why it is shown."""

    address: Address
    words: str


@dataclass
class DetailTurned(Message):
    """The clerk wants to read on in what is said of the cell, or back where negative."""

    pages: int


@dataclass
class EndReached(Message):
    """There is nothing left to fill below."""

    leaving: bool
    """Whether the clerk asked to go on, and did not only finish a text."""
