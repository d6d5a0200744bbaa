"""What can be done on a screen now: the rows of the table of keys that work, and finding one."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from selfeval_tui.text import fold
from selfeval_tui.tui.keys import Key, Where, keys_of

if TYPE_CHECKING:
    from textual.screen import Screen


def works(screen: "Screen[Any]", key: Key) -> bool:
    """Whether a row of the table makes sense on a screen now."""
    owner = screen.app if key.where is Where.ANYWHERE else screen
    return owner.check_action(key.action, ()) is True


def working(screen: "Screen[Any]", *places: Where) -> Iterator[Key]:
    """The rows of some places that make sense now."""
    return (key for place in places for key in keys_of(place) if works(screen, key))


def looked_up(commands: Iterable[Key], typed: str) -> tuple[Key, ...]:
    """The commands that fit what was typed, the likeliest first.

    Args:
        commands: All there are.
        typed: Words of the label, its initials in pinyin (dc for 导出), or words of the help;
            all commands where nothing was typed.
    """
    ranked = [(rank, key) for key in commands if (rank := _rank(key, typed)) is not None]
    return tuple(key for _rank_, key in sorted(ranked, key=lambda pair: pair[0]))


def _rank(key: Key, typed: str) -> int | None:
    """How well a command fits; None where it does not."""
    # Imported here because the first screen has no use for it.
    from selfeval_tui.text.pinyin import has_initials, starts_with_initials

    wanted = fold(typed).casefold()
    label = fold(key.label).casefold()
    tests = (
        label.startswith(wanted),
        starts_with_initials(key.label, wanted),
        wanted in label,
        has_initials(key.label, wanted),
        wanted in fold(key.help).casefold(),
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)
