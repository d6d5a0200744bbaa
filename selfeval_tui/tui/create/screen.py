"""新建: choose a form, say what it is about, begin to fill it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.create import filled_sheet
from selfeval_tui.spec.model import Field, Role, Spec
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.create.forms import (
    ASKED,
    complaint,
    offered,
    proposals,
    takes_list,
)
from selfeval_tui.tui.form import FormFrame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style


class CreateScreen(FormFrame):
    """Asks for the few things that every sheet needs.

    Args:
        session: The unit's own; the new sheet will belong to it.
    """

    WHERE = Where.FORM
    CSS = style("forms.tcss", "create/create.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FORM)]

    @dataclass
    class Created(Message):
        """The clerk wants this sheet."""

        sheet: Sheet

    @dataclass
    class ListWanted(Message):
        """The clerk has a list of projects for this form."""

        spec: Spec

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._forms = offered(session.batch)
        self._edited: set[Role] = set()

    def body(self) -> Iterator[Widget]:
        """The forms, the questions, the button."""
        yield Static(Content("新建一张表：先选表样"), classes="heading")
        yield Listing([_form_line(spec) for spec in self._forms], keeps=True, id="create-forms")
        yield Static(Content("再填这几项"), classes="heading")
        for role in ASKED:
            yield Horizontal(
                Static(id=f"label-{role}", classes="form-label"),
                LineInput(id=f"ask-{role}", compact=True, select_on_focus=False),
                classes="form-row",
            )
        yield Static(id="create-complaint", classes="complaint")
        yield Horizontal(
            Button("建立并开始填写", id="create-make", compact=True),
            Button("按清单一次建多张", id="create-list", compact=True),
            id="create-buttons",
        )

    def on_mount(self) -> None:
        """Begin with the first form's proposals."""
        self.propose()

    def being_typed(self) -> Iterator[Typing]:
        """What was answered by typing."""
        for asked in self.query(Input):
            role = _role_of(asked)
            field = self._spec.field_with_role(role)
            if role in self._edited and asked.value and field is not None:
                yield Typing(f"新建 {field.name}", asked.value)

    @on(Listing.Moved)
    def propose(self) -> None:
        """Propose what fits the chosen form; what the clerk typed stays."""
        self.query_one("#create-list").display = takes_list(self._spec)
        known = self._known
        for role in ASKED:
            row = self.query_one(f"#ask-{role}", Input)
            assert row.parent is not None
            row.parent.display = role in known
            field = self._spec.field_with_role(role)
            if field is None or role not in known:
                continue
            self.query_one(f"#label-{role}", Static).update(Content(field.name))
            if role not in self._edited:
                with row.prevent(Input.Changed):
                    row.value = known[role]

    @on(Input.Changed)
    def remember(self, message: Input.Changed) -> None:
        """A typed text is no proposal any more."""
        self._edited.add(_role_of(message.input))
        self.query_one("#create-complaint", Static).update()

    @on(Input.Submitted)
    @on(Listing.Opened)
    def go_on(self) -> None:
        """Answering a question leads to the next one."""
        self.action_next_part()

    @on(Button.Pressed, "#create-list")
    def take_list(self) -> None:
        """Ask for a list."""
        self.post_message(self.ListWanted(self._spec))

    @on(Button.Pressed, "#create-make")
    def create(self) -> None:
        """Make the sheet, or say what is missing."""
        known = self._known
        given = {
            role: self.query_one(f"#ask-{role}", Input).value for role in ASKED if role in known
        }
        found = complaint(self.session.batch, given, self._spec)
        if found is not None:
            role, words = found
            self.query_one("#create-complaint", Static).update(Content(words))
            self.query_one(f"#ask-{role}", Input).focus()
            return
        self.post_message(self.Created(filled_sheet(self._spec, given, demo=self.session.demo)))

    def help_field(self) -> Field | None:
        """The field that the focused question fills."""
        if isinstance(self.focused, Input):
            return self._spec.field_with_role(_role_of(self.focused))
        return None

    @property
    def _known(self) -> dict[Role, str]:
        """What is asked of the chosen form, with what is proposed."""
        return proposals(self.session.batch, self._spec, self.session.clock().date())

    @property
    def _spec(self) -> Spec:
        return self._forms[self.query_one(Listing).cursor]


def _form_line(spec: Spec) -> Content:
    return Content.assemble((spec.name, "bold"), "  ", (spec.source, "$quiet"))


def _role_of(asked: Input) -> Role:
    assert asked.id is not None
    return Role(asked.id.removeprefix("ask-"))
