"""Doing, gathering, undoing and redoing steps, and telling whoever listens."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.change import Change, LifeChange, RemarkChange, Step, place_of
from selfeval_tui.sheet.history import History

Listener = Callable[[Step], None]
"""Called after each step that was done, undone or redone."""
Refusal = Callable[[frozenset[str]], None]
"""Called with the ids of the locked sheets (定稿, 已报送) that somebody wanted to change."""


class Recorder:
    """Applies changes in steps, none of them to a locked sheet.

    Args:
        apply: Applies one change.
        locked: Whether a sheet may not be changed; it may still get remarks and live on.
        closed: Whether nothing at all may happen to a sheet.
    """

    def __init__(
        self,
        apply: Callable[[Change], None],
        locked: Callable[[str], bool],
        closed: Callable[[str], bool],
    ) -> None:
        self._apply = apply
        self._locked = locked
        self._closed = closed
        self._history = History()
        self._listeners: list[Listener] = []
        self._refusals: list[Refusal] = []
        self._gathered: list[Change] | None = None
        self._even_locked = False
        self.version = 0
        """Grows with each step; what was worked out at an earlier one may be stale."""

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of each step from now on; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def hear_refusals(self, refusal: Refusal) -> Callable[[], None]:
        """Be told when a locked sheet was to be changed; the returned function ends that."""
        self._refusals.append(refusal)
        return lambda: self._refusals.remove(refusal)

    def commit(self, step: Step) -> Step:
        """Do a step; a step that would change a locked sheet is refused as a whole."""
        if self._refuses(step.changes):
            return step
        if self._gathered is None:
            self._history.record(step)
            self._do(step)
            return step
        for change in step.changes:
            self._apply(change)
            self._gathered.append(change)
        return step

    def settle(self, step: Step) -> None:
        """Do a step that is never undone: a sheet's life goes on, it does not go back."""
        if not self._refuses(step.changes):
            self._do(step)

    @contextmanager
    def as_one(self, name: str, at: Address | None) -> Iterator[None]:
        """Make one step of all that is committed inside; see `Batch.as_one`."""
        if self._gathered is not None:
            yield
            return
        gathered = self._gathered = []
        try:
            yield
        except BaseException:
            for change in reversed(gathered):
                self._apply(change.inverted())
            raise
        finally:
            self._gathered = None
        if gathered:
            step = Step(name, tuple(gathered), at or place_of(gathered[0]))
            self._history.record(step)
            self._tell(step)

    @contextmanager
    def even_locked(self) -> Iterator[None]:
        """Let locked sheets be changed inside; see `Batch.even_locked`."""
        self._even_locked = True
        try:
            yield
        finally:
            self._even_locked = False

    @contextmanager
    def tried(self) -> Iterator[Sequence[Change]]:
        """Take back all that is committed inside; nobody is told. See `Batch.tried`."""
        gathered = self._gathered = []
        try:
            yield gathered
        finally:
            for change in reversed(gathered):
                self._apply(change.inverted())
            self._gathered = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._history.undone)

    def undo(self) -> Step | None:
        """Take back the latest step; None when there is none, or it is about a locked sheet."""
        if self._history.done and self._refuses(self._history.done[-1].changes):
            return None
        return self._replay(self._history.step_back())

    def redo(self) -> Step | None:
        """Do again what was undone last; None when there is none, or about a locked sheet."""
        if self._history.undone and self._refuses(self._history.undone[-1].changes):
            return None
        return self._replay(self._history.step_forward())

    def _replay(self, step: Step | None) -> Step | None:
        if step is not None:
            self._do(step)
        return step

    def _do(self, step: Step) -> None:
        for change in step.changes:
            self._apply(change)
        self._tell(step)

    def _tell(self, step: Step) -> None:
        self.version += 1
        for listener in tuple(self._listeners):
            listener(step)

    def _refuses(self, changes: tuple[Change, ...]) -> bool:
        if self._even_locked:
            return False
        content = {
            each.sheet for each in changes if not isinstance(each, LifeChange | RemarkChange)
        }
        locked = frozenset(
            each.sheet
            for each in changes
            if self._closed(each.sheet) or (each.sheet in content and self._locked(each.sheet))
        )
        for refusal in tuple(self._refusals) if locked else ():
            refusal(locked)
        return bool(locked)
