"""What a text would mean, without changing anything; the editor asks on each key."""

from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.spec import Value

if TYPE_CHECKING:
    from selfeval_tui.text import Verdict


@frozen
class ComputedCell:
    """A computed cell and its value."""

    address: Address
    value: Value


@frozen
class Preview:
    """The consequences of a text in a cell."""

    address: Address
    text: str
    """The text as it would be kept: control characters are dropped, line ends become newlines."""
    dropped: bool
    """Whether characters had to be dropped."""
    readable: bool
    """Whether a number could be read where the field wants one; True for other fields."""
    verdict: "Verdict | None"
    computed: tuple[ComputedCell, ...]
    """The computed cells that would change their value, on any sheet."""
