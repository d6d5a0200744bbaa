"""The order in which formulas are computed, so that each finds its inputs ready."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from selfeval_tui.problems import SpecError

Key = TypeVar("Key", bound=Hashable)


class CycleError(SpecError):
    """Formulas need each other, so that none can be computed first."""

    title = "公式有误"


def evaluation_order(formulas: Mapping[Key, Iterable[Key]]) -> tuple[Key, ...]:
    """Each key after the keys it needs; otherwise in the order given.

    Args:
        formulas: What each formula needs; needed keys that are no formulas are plain inputs.

    Raises:
        CycleError: Formulas need each other; the message names the members of one cycle.
    """
    done: dict[Key, None] = {}
    for key in formulas:
        _visit(key, formulas, done)
    return tuple(done)


def _visit(start: Key, formulas: Mapping[Key, Iterable[Key]], done: dict[Key, None]) -> None:
    """Put a key and all it needs into `done`, deepest first, without recursion."""
    if start in done:
        return
    path: dict[Key, Iterator[Key]] = {start: iter(formulas[start])}
    while path:
        key, needed = next(reversed(path.items()))
        following = next((each for each in needed if each in formulas and each not in done), None)
        if following is None:
            done[key] = None
            del path[key]
        elif following in path:
            raise _cycle([*path], following)
        else:
            path[following] = iter(formulas[following])


def _cycle(path: list[Key], first: Key) -> CycleError:
    """The fault of a cycle: only its members, beginning and ending with the same one."""
    members = [*path[path.index(first) :], first]
    return CycleError("公式互相引用，算不出来：" + " → ".join(map(str, members)))
