"""一起改: what many sheets shall say alike, asked for in a small window."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.bulk import SHARED
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row, wrong_year
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.ticklist import TickList

PATTERN = "pattern"
RENUMBER = "附件号按现在的次序从 1 重新编号"


@frozen
class Wish:
    """What shall become alike."""

    texts: Mapping[Role, str]
    """The new text for each role; empty leaves the field as it is."""
    renumber: bool
    pattern: str
    """How exported files are named."""


class AlikeDialog(Dialog[Wish]):
    """Asks for the texts; what is left empty stays as it is.

    Args:
        sheets: Those that would be changed.
        filtered: Whether they are only those that 总览 lists now.
        pattern: How exported files are named now.
    """

    def __init__(self, sheets: Sequence[Sheet], pattern: str, *, filtered: bool) -> None:
        which = f"列出的 {len(sheets)} 张表" if filtered else f"全部 {len(sheets)} 张表"
        super().__init__(f"一起改 {here().dot} {which}（留空的一项不改）")
        self._sheets = sheets
        self._pattern = pattern

    def body(self) -> Iterator[Widget]:
        """A line for each text, the tick, the names of files."""
        for role in SHARED:
            label, present = present_texts(self._sheets, role)
            if label:
                yield form_row(
                    label, LineInput(id=f"alike-{role}", compact=True, placeholder=present)
                )
        yield TickList([Content(RENUMBER)], id="alike-number")
        named = LineInput(self._pattern, id=f"alike-{PATTERN}", compact=True, select_on_focus=False)
        yield form_row("导出文件名", named)

    @on(Input.Changed)
    def unsay(self) -> None:
        """A complaint ends where the clerk goes on."""
        self.say("")

    def answer(self) -> Wish | None:
        """The wish; None where the year is none."""
        typed = {each.id or "": each.value.strip() for each in self.query(Input)}
        texts = {role: typed.get(f"alike-{role}", "") for role in SHARED}
        year = texts[Role.YEAR]
        if year and (wrong := wrong_year(year)):
            self.say(wrong)
            return None
        pattern = typed[f"alike-{PATTERN}"]
        if not pattern:
            self.say("导出文件名不能空着，如 {附件号} {项目名称}。")
            return None
        return Wish(texts, bool(self.query_one(TickList).ticked), pattern)


def present_texts(sheets: Sequence[Sheet], role: Role) -> tuple[str, str]:
    """What a field is called, and what the sheets say there now; both empty where none has it."""
    fields = [field for sheet in sheets if (field := sheet.spec.field_with_role(role))]
    if not fields:
        return "", ""
    texts = {sheet.with_role(role) for sheet in sheets if sheet.spec.field_with_role(role)}
    if len(texts) > 1:
        return fields[0].name, f"现在有 {len(texts)} 种写法"
    text = texts.pop()
    return fields[0].name, f"现在是 {text}" if text else "现在空着"
