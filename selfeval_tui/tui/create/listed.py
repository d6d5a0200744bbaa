"""按清单新建: paste lines from a spreadsheet, say what they have in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from selfeval_tui.sheet.listed import Listed, read_list
from selfeval_tui.sheet.matched import Plan, plan_list
from selfeval_tui.spec.model import Field, Role, Spec
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.text.pasted import read_pasted
from selfeval_tui.tui.create.forms import shared_texts
from selfeval_tui.tui.form import FormFrame, form_row, wrong_year
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

UNITS = ("万元", "元")
HOW = (
    "在 Excel 或 WPS 里选中 项目名称、预算数、执行数（可以再加 项目类别）这几列，复制，"
    "粘贴到下面；有没有表头都可以。"
)
EMPTY = "还没有内容。"


class ListArea(TextArea):
    """Takes lines of cells: Tab parts cells, as it does where a console pastes by typing."""

    cursor_blink = reactive(default=False, init=False)

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(id="list-text", compact=True, highlight_cursor_line=False)
        self._say = say

    async def on_key(self, event: events.Key) -> None:
        """Tab is a part of the text, Ctrl+V asks the system's clipboard, F2 goes on."""
        if event.key not in {"tab", "ctrl+v", "f2", "ctrl+e"}:
            return
        event.stop()
        event.prevent_default()
        if event.key == "tab":
            self.insert("\t")
        elif event.key == "ctrl+v":
            await self._paste()
        else:
            self.screen.focus_next()

    async def _paste(self) -> None:
        from selfeval_tui.tui.clipboard import the_clipboard

        pasted = await the_clipboard().paste()
        if pasted.words:
            self._say(pasted.words)
        else:
            self.replace(pasted.text, *self.selection, maintain_selection_offset=False)


class ListScreen(FormFrame):
    """Asks for a list and for what all its sheets say alike.

    Args:
        session: The unit's own; the new sheets will belong to it.
        spec: The form that they get.
    """

    WHERE = Where.LIST
    CSS = style("forms.tcss", "create/listing.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]

    @dataclass
    class Read(Message):
        """The list is read; the clerk is to see what it would do."""

        spec: Spec
        listed: Listed
        shared: dict[Role, str]

    def __init__(self, session: Session, spec: Spec) -> None:
        super().__init__(session)
        self._spec = spec
        self._texts = shared_texts(session.batch, spec, session.clock().date())

    def body(self) -> Iterator[Widget]:
        """The list, the unit of its figures, what is alike, the button."""
        yield Static(Content(f"按清单新建：{self._spec.name}"), classes="heading")
        yield Static(Content(HOW), classes="form-note")
        yield ListArea(self._complain)
        yield Static(Content(EMPTY), id="list-said")
        yield Horizontal(
            Static(Content("数的单位"), classes="form-label"),
            Listing(
                [Content(f"{unit}（数后面写了单位的，以写的为准）") for unit in UNITS],
                keeps=True,
                id="list-unit",
            ),
            classes="list-choice",
        )
        for role, text in self._texts.items():
            field = self._spec.field_with_role(role)
            assert field is not None
            asked = LineInput(text, id=f"list-{role}", compact=True, select_on_focus=False)
            yield form_row(field.name, asked)
        yield Static(id="list-complaint")
        yield Button("看看会建哪些表", id="list-make", compact=True)

    def being_typed(self) -> Iterator[Typing]:
        """The list."""
        for area in self.query(ListArea):
            if area.text:
                yield Typing(f"按清单新建：{self._spec.name}", area.text)

    @on(TextArea.Changed)
    @on(Listing.Moved)
    def tell(self) -> None:
        """Say at once how much of the list is understood."""
        self._complain("")
        self.query_one("#list-said", Static).update(Content(self._sentence()))

    @on(Input.Changed)
    def forgive(self) -> None:
        """A complaint ends where the clerk goes on."""
        self._complain("")

    @on(Input.Submitted)
    @on(Listing.Opened)
    def go_on(self) -> None:
        """Answering a question leads to the next one."""
        self.action_next_part()

    @on(Button.Pressed)
    def show_plan(self) -> None:
        """Show what the list would do, or say what is missing."""
        listed, shared = self._listed(), self._shared()
        year = shared.get(Role.YEAR, "")
        if not listed.entries:
            self._complain("清单里还没有读出一个项目。")
            self.query_one(ListArea).focus()
        elif wrong := wrong_year(year):
            self._complain(wrong)
            self.query_one(f"#list-{Role.YEAR}", Input).focus()
        else:
            self.post_message(self.Read(self._spec, listed, shared))

    def help_field(self) -> Field | None:
        """The field that the focused question fills."""
        asked = self.focused
        if not isinstance(asked, Input) or asked.id is None:
            return None
        return self._spec.field_with_role(Role(asked.id.removeprefix("list-")))

    def _listed(self) -> Listed:
        unit = UNITS[self.query_one("#list-unit", Listing).cursor]
        return read_list(read_pasted(self.query_one(ListArea).text), self._spec, unit)

    def _shared(self) -> dict[Role, str]:
        return {role: self.query_one(f"#list-{role}", Input).value.strip() for role in self._texts}

    def _sentence(self) -> str:
        if not self.query_one(ListArea).text.strip():
            return EMPTY
        listed = self._listed()
        plan = self._plan(listed)
        parts = [f"读到 {len(listed.entries)} 个项目"]
        if plan.changes or plan.same:
            parts.append(f"其中 {len(listed.entries) - len(plan.new)} 个已有表")
        if plan.refused:
            first = plan.refused[0]
            parts.append(f"{len(plan.refused)} 处没看懂，如第 {first.line} 行：{first.why}")
        return "；".join(parts) + "。"

    def _plan(self, listed: Listed) -> Plan:
        year = self._shared().get(Role.YEAR, "")
        return plan_list(listed, self.session.batch.sheets, self._spec, year)

    def _complain(self, words: str) -> None:
        self.query_one("#list-complaint", Static).update(Content(words))
