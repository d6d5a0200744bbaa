"""From what others changed to what is taken in: the steps between looking and saving again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.sheet.take_in import take_in
from selfeval_tui.store.merge.elsewhere import Elsewhere
from selfeval_tui.store.merge.merging import Merge, Side, merge, resolve
from selfeval_tui.store.merge.parts import Key, parts_of
from selfeval_tui.store.order import in_order
from selfeval_tui.store.window.lock import WorkspaceLock
from selfeval_tui.store.workspace import Workspace

NAME = "并入别处的改动"

Choices = Mapping[str, Mapping[Key, Side]]
"""What was chosen, by the id of the sheet and the key of the place."""


@frozen
class Pair:
    """A sheet that others changed, and how it stands to ours."""

    seen: Elsewhere
    found: Merge


@frozen
class Outcome:
    """What becomes of a sheet."""

    pair: Pair
    result: Sheet | None
    """None where it is removed."""


def look(workspace: Workspace, lock: WorkspaceLock) -> tuple[Elsewhere, ...]:
    """What others did to the sheets; nobody's half-done renaming is taken for a removal.

    Raises:
        StoreError: A folder cannot be read.
    """
    with lock.still():
        return workspace.look_elsewhere()


def pairs_of(batch: Batch, seen: Iterable[Elsewhere]) -> Iterator[Pair]:
    """Lay what others left beside what is here; it has no points where both say the same."""
    ours = {sheet.id: sheet for sheet in batch.sheets}
    for each in seen:
        mine = ours.get(each.sheet)
        if mine is not None or each.theirs is not None:
            yield Pair(each, merge(each.base, mine.copy() if mine else None, each.theirs))


def all_theirs(pairs: Iterable[Pair]) -> Choices:
    """The choice of what others left, everywhere."""
    return {
        each.found.sheet: {point.key: Side.THEIRS for point in each.found.points} for each in pairs
    }


def outcomes_of(pairs: Sequence[Pair], choices: Choices) -> tuple[Outcome, ...]:
    """What comes of choices.

    Raises:
        KeyError: Something had to be chosen and was not.
    """
    return tuple(
        Outcome(each, resolve(each.found, choices.get(each.found.sheet, {}))) for each in pairs
    )


def put_in(batch: Batch, outcomes: Sequence[Outcome]) -> None:
    """Let the sheets say what was chosen, as one step; what says so already stays as it is."""
    changed = [
        (each.result, _position(batch, each.result))
        for each in outcomes
        if each.result is not None and not _same(each.result, each.pair.found.ours)
    ]
    gone = [each.pair.found.sheet for each in outcomes if each.result is None]
    take_in(batch, changed, gone, NAME)


def accept_all(workspace: Workspace, outcomes: Iterable[Outcome]) -> None:
    """Let the sheets be saved over what others left; what was not taken of it is kept in 回收站.

    Raises:
        StoreError: It could not be kept; that sheet and those behind it still wait.
    """
    for each in outcomes:
        workspace.accept(each.pair.seen, whole=_same(each.result, each.pair.seen.theirs))


def _position(batch: Batch, sheet: Sheet) -> int:
    return sum(1 for each in batch.sheets if in_order(each) <= in_order(sheet))


def _same(one: Sheet | None, other: Sheet | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.spec.id == other.spec.id and parts_of(one) == parts_of(other)
