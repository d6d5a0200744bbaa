"""A name that rules speak, and how the commonest sorts of names are made."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from attrs import frozen

from selfeval_tui.checks.views import SheetView
from selfeval_tui.sheet import Address
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Field, Role

ViewType = TypeVar("ViewType")


@frozen
class Member(Generic[ViewType]):
    """One name of a place."""

    value: Callable[[ViewType], Value]
    cells: Callable[[ViewType], Iterable[Address]] = lambda _view: ()
    """The cells to look at, where it speaks of any."""
    around: tuple[str, ...] = ()
    """What a row's name asks of its sheet besides the row."""
    of_form: bool = False
    """Whether the form alone decides it, whatever is typed."""


def the(cell: Address | None) -> tuple[Address, ...]:
    """The cell, where there is one."""
    return () if cell is None else (cell,)


def text(role: Role) -> Member[SheetView]:
    """What is typed in the cell that plays a role."""
    return Member(
        lambda view: view.text_of(role).strip() or BLANK, lambda view: the(view.cell_of(role))
    )


def read(role: Role, how: Callable[[Field, str], Value] = value_of) -> Member[SheetView]:
    """What that text is read as, by its field; as the field's kind says where nothing is given."""
    return Member(lambda view: figure(view, role, how), lambda view: the(view.cell_of(role)))


def figure(view: SheetView, role: Role, how: Callable[[Field, str], Value] = value_of) -> Value:
    """That value itself."""
    cell = view.cell_of(role)
    return how(view.field_at(cell), view.batch.typed(cell)) if cell else BLANK


def computed(role: Role) -> Member[SheetView]:
    """What the form's formula gives for that cell, whatever is typed there."""

    def value(view: SheetView) -> Value:
        cell = view.cell_of(role)
        found = view.batch.computed(cell) if cell else None
        return BLANK if found is None else found

    return Member(value, lambda view: the(view.cell_of(role)))
