"""What a Windows console reports, turned into text and sizes; pure, so that it is tested anywhere.

Textual 8.2.8 drops every key record without a virtual key while any modifier or lock is on, and
input methods send Chinese characters exactly so (its issue 6667). These are the rules instead.
"""

from collections.abc import Iterable

from attrs import frozen

NOTHING = "\0"
"""The character of a record that carries none."""

VK_NONE = 0
"""What an input method sends its characters under, and the console its escape sequences."""
VK_ALT = 0x12
VK_IN_PROGRESS = 0xE5
"""A key that an input method has taken; the text comes later."""
_MODIFIERS = frozenset(
    {0x10, 0x11, VK_ALT, 0x14, 0x5B, 0x5C, 0x90, 0x91, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5}
)
"""Shift, Ctrl, Alt, the locks, the Windows keys, and both sides of each."""
_NUMBER_PAD = frozenset({0x0C, *range(0x21, 0x29), 0x2D, *range(0x60, 0x6A)})
"""Its digits, and what they are without NumLock."""

LEFT_ALT = 0x0002
NUM_LOCK = 0x0020
CAPS_LOCK = 0x0080
SHIFT = 0x0010
ENHANCED = 0x0100
"""The key stands in the block between letters and number pad."""


@frozen
class KeyRecord:
    """One KEY_EVENT record."""

    down: bool
    virtual_key: int
    character: str
    """One UTF-16 unit, so that half a character may stand here."""
    control_state: int = 0
    repeat: int = 1


@frozen
class SizeRecord:
    """One WINDOW_BUFFER_SIZE record."""

    width: int
    height: int


Record = KeyRecord | SizeRecord


@frozen
class Heard:
    """What a batch of records says."""

    text: str
    """Characters and escape sequences in their order."""
    size: tuple[int, int] | None
    """The last new size."""
    half: str
    """The first half of a character whose second half is not in yet; give it to the next batch."""


def hear(records: Iterable[Record], half: str = "") -> Heard:
    """Read a batch of records.

    Args:
        records: Keys and sizes; the console reports the mouse as escape sequences of keys.
        half: What the batch before left over.
    """
    units, size = [half], None
    for record in records:
        if isinstance(record, SizeRecord):
            size = record.width, record.height
        elif is_kept(record):
            units.append(record.character * max(1, record.repeat))
    text, rest = join("".join(units))
    return Heard(text, size, rest)


def is_kept(record: KeyRecord) -> bool:
    """Whether a record is input: what carries a character is, whatever modifiers and locks say."""
    real = record.character != NOTHING
    if not record.down:
        # A character composed on the number pad comes when Alt is let go; so do those that an
        # old console pastes and its keyboard does not have.
        return real and record.virtual_key == VK_ALT
    if _is_composing(record):
        return False
    if real:
        return True
    # Ctrl+Space is a zero with a key of its own; modifiers and input methods at work say nothing.
    return record.virtual_key not in {VK_NONE, VK_IN_PROGRESS, *_MODIFIERS}


def join(units: str) -> tuple[str, str]:
    """Join the halves of characters beyond the first plane.

    Args:
        units: UTF-16 units, one a place.

    Returns:
        The text, a half that has lost its other one as U+FFFD; and a first half at the very end,
        whose second half may still come.
    """
    rest = units[-1:] if "\ud800" <= units[-1:] <= "\udbff" else ""
    whole = units[: len(units) - len(rest)]
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), rest


def _is_composing(record: KeyRecord) -> bool:
    """Whether it is a digit of a number that is typed while Alt is held."""
    held = record.control_state & LEFT_ALT and not record.control_state & ENHANCED
    return bool(held) and record.virtual_key in _NUMBER_PAD
