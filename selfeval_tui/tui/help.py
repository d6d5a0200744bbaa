"""F1: what belongs into the focused field, and which keys work here."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Field
from selfeval_tui.tui.fill.explain import About, advice, explain, identity
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.helping import field_lines, form_notes, reading_lines
from selfeval_tui.tui.keys import Key, Where, bindings, keys_of, printed
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

_ALSO_HERE = {Where.GRID: (Where.MOVE, Where.EDITOR, Where.LONG, Where.CHOICE, Where.FLAGS)}
"""Places inside a place, whose keys are told together."""


class HelpScreen(Frame):
    """Explains, and goes away with Esc.

    Args:
        session: What is open.
        where: The place whose keys are told.
        field: The field that is explained; None where none has the focus.
        address: The cell that holds it; None where it is not in a sheet yet.
    """

    WHERE = Where.HELP
    CSS = style("help.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HELP)]

    def __init__(
        self, session: Session, where: Where, field: Field | None, address: Address | None = None
    ) -> None:
        super().__init__(session)
        self._where = where
        self._field = field
        self._address = address

    def body(self) -> Iterator[Widget]:
        """The field first, then the keys."""
        text = Content("\n").join([*self._about_field(), *self._about_keys()])
        yield VerticalScroll(Static(text), id="help-text")

    def action_back(self) -> None:
        """Return to the work."""
        self.dismiss()

    def _about_field(self) -> Iterator[Content]:
        if self._field is None:
            return
        yield Content.styled(f"这一格：{self._field.name}", "bold $lit")
        yield from map(Content, field_lines(self._field))
        yield Content("")
        if reading := tuple(reading_lines(self._field)):
            yield from _paragraph("程序怎样读这一格", map(Content, reading))
        if self._address is not None:
            yield from self._about_cell(self._address)

    def _about_cell(self, address: Address) -> Iterator[Content]:
        """What the form says of it, and what stands there now."""
        if notes := form_notes(self.session.batch.sheet(address.sheet), address):
            yield from _paragraph("表样的说明", map(Content, notes))
        yield from _paragraph("现在这一格", self._as_it_is(address))

    def _as_it_is(self, address: Address) -> Iterator[Content]:
        """What the detail pane says, but for the text itself and what is said above."""
        today = self.session.clock().date()
        about = About(self.session.batch, address, here(), today=today)
        for remark in explain(about, leaving_out={advice.instruction, identity.text}):
            yield Content("".join(piece.text for piece in remark.pieces))

    def _about_keys(self) -> Iterator[Content]:
        for place in (self._where, *_ALSO_HERE.get(self._where, ()), Where.ANYWHERE):
            rows = tuple(keys_of(place))
            yield Content.styled(f"按键（{place}）", "bold $lit")
            yield from _key_rows(rows)
            yield Content("")


def _paragraph(title: str, lines: Iterable[Content]) -> Iterator[Content]:
    yield Content.styled(title, "bold $lit")
    yield from lines
    yield Content("")


def _key_rows(keys: tuple[Key, ...]) -> Iterator[Content]:
    width = max(cell_len(printed(key.keys)) for key in keys)
    label = max(cell_len(key.label) for key in keys)
    for key in keys:
        yield Content.assemble(
            "  ",
            (fit(printed(key.keys), width), "bold"),
            f"  {fit(key.label, label)}  ",
            (key.help, "$quiet"),
        )
