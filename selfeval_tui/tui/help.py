"""F1: what belongs into the focused field, and which keys work here."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Key, Where, bindings, keys_of, printed
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

_ALSO_HERE = {Where.GRID: (Where.MOVE, Where.EDITOR, Where.LONG, Where.CHOICE, Where.FLAGS)}
"""Places inside a place, whose keys are told together."""

_KIND_HINTS = {
    Kind.MONEY: "填金额，单位{unit}；也可以连单位一起写，如 20万元。",
    Kind.NUMBER: "填数字。",
    Kind.PERCENT: "填百分数，如 95%；留空时由程序算出。",
    Kind.DATE: "填日期，如 2024年4月23日。",
    Kind.CHOICE: "从下面选一项：{options}。",
    Kind.FLAGS: "从下面选一项或几项：{options}。",
}


class HelpScreen(Frame):
    """Explains, and goes away with Esc.

    Args:
        session: What is open.
        where: The place whose keys are told.
        field: The field that is explained; None where none has the focus.
    """

    WHERE = Where.HELP
    CSS = style("help.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HELP)]

    def __init__(self, session: Session, where: Where, field: Field | None) -> None:
        super().__init__(session)
        self._where = where
        self._field = field

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
        yield from (Content(line) for line in field_lines(self._field))
        yield Content("")

    def _about_keys(self) -> Iterator[Content]:
        for place in (self._where, *_ALSO_HERE.get(self._where, ()), Where.ANYWHERE):
            rows = tuple(keys_of(place))
            yield Content.styled(f"按键（{place}）", "bold $lit")
            yield from _key_rows(rows)
            yield Content("")


def field_lines(field: Field) -> Iterator[str]:
    """How a field is filled, in sentences."""
    if field.help:
        yield f"{field.help}。"
    if hint := _KIND_HINTS.get(field.kind):
        yield hint.format(unit=field.unit, options="、".join(field.options))
    if field.calc:
        yield "程序也会算出这一格的值，放在旁边对照；以填写的为准。"
    if field.example:
        yield f"例如：{field.example}"
    yield "这一格必须填写。" if field.required else "这一格可以不填。"


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
