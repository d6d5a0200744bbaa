"""导入: name a file, see what was read from it, then keep it or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.store.bin import restored
from selfeval_tui.store.merge.beside import laid_beside
from selfeval_tui.store.merge.incoming import there_already
from selfeval_tui.store.merge.merging import Merge, resolve
from selfeval_tui.store.merge.reconciling import Choices
from selfeval_tui.tui.form import FormFrame, form_row
from selfeval_tui.tui.import_.reading import ENDING, Finding, clean_path, read_path
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.merging.dialog import MergeDialog
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

_BACK, _BOTH, _MERGE = "返回，先不存", "存入，两张都留着", "逐处比较，选定后并入原来的表"


class ImportScreen(FormFrame):
    """Reads at once and keeps nothing until the clerk says so.

    Args:
        session: The unit's own; what is kept will belong to it.
    """

    WHERE = Where.FORM
    CSS = style("forms.tcss", "import_/import.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FORM)]

    @dataclass
    class Accepted(Message):
        """The clerk wants to keep what was read."""

        sheets: tuple[Sheet, ...]
        """New ones."""
        merged: tuple[Sheet, ...] = ()
        """Sheets that are there already, as they shall be."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._findings: tuple[Finding, ...] = ()

    def body(self) -> Iterator[Widget]:
        """The path, what was read, the button."""
        yield Static(Content("导入别处的表：写出文件或文件夹的位置，按回车读取"), classes="heading")
        yield form_row("文件位置", LineInput(id="import-path", compact=True, select_on_focus=False))
        yield Static(
            Content(
                f"现在能读 {ENDING} 文件；给出文件夹时读其中所有的 {ENDING} 文件。"
                "可以把文件拖进窗口，或粘贴它的位置。"
            ),
            classes="form-note",
        )
        yield VerticalScroll(Static(id="import-report"), id="import-found")
        yield Button("存入本单位的表", id="import-keep", compact=True, disabled=True)

    @on(Input.Changed)
    def forget(self) -> None:
        """Another path: what was read before does not belong to it."""
        self._show(())

    @on(Input.Submitted)
    def read(self, message: Input.Submitted) -> None:
        """Read what the path names."""
        if not message.value.strip():
            self.query_one("#import-report", Static).update(Content("请先写出文件的位置。"))
            return
        path = clean_path(message.value)
        self._show(read_path(path, self.session.batch, demo=self.session.demo))
        keep = self.query_one("#import-keep", Button)
        if not keep.disabled:
            keep.focus()

    @on(Button.Pressed)
    def keep(self) -> None:
        """Keep what was read; ask first where the unit has the same sheets already."""
        there = self.session.batch.sheets
        doubled = {
            sheet.id: same
            for sheet in self._sheets
            if (same := there_already(sheet, there)) is not None
        }
        if not doubled:
            self.post_message(self.Accepted(self._sheets))
            return
        merges = [
            laid_beside(doubled[sheet.id], sheet)
            for sheet in self._sheets
            if sheet.id in doubled and not doubled[sheet.id].locked
        ]
        merges = [each for each in merges if each.points]
        lines = [_already(each) for each in doubled.values()]
        answers = [_BACK, _BOTH, *([_MERGE] if merges else [])]

        def answered(answer: int | None) -> None:
            if answer == answers.index(_BOTH):
                self.post_message(self.Accepted(_with_free_ids(self._sheets, there)))
            elif answer:
                new = tuple(sheet for sheet in self._sheets if sheet.id not in doubled)
                self._compare(new, merges)

        title = "本单位已有下面的表。原来的表不会被覆盖，要怎样存？"
        self.app.push_screen(Question(title, lines, answers), answered)

    def _compare(self, new: tuple[Sheet, ...], merges: Sequence[Merge]) -> None:
        """Show what came beside what is here; keep what is chosen, and the sheets that are new."""

        def answered(choices: Choices | None) -> None:
            if choices is not None:
                made = (resolve(each, choices[each.sheet]) for each in merges)
                merged = tuple(sheet for sheet in made if sheet is not None)
                self.post_message(self.Accepted(new, merged))

        count = sum(len(each.points) for each in merges)
        title = f"导入：{len(merges)} 张表已有，{count} 处不同"
        self.app.push_screen(MergeDialog(title, merges, ("这里", "来的")), answered)

    @property
    def _sheets(self) -> tuple[Sheet, ...]:
        return tuple(finding.sheet for finding in self._findings if finding.sheet is not None)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        report = Content("\n").join(line for each in findings for line in _lines(each))
        self.query_one("#import-report", Static).update(report)
        button = self.query_one("#import-keep", Button)
        button.disabled = not self._sheets
        button.label = (
            f"存入本单位的表（{len(self._sheets)}张）" if self._sheets else "存入本单位的表"
        )


def _lines(finding: Finding) -> Iterator[Content]:
    if finding.sheet is None:
        yield Content.assemble(("没有读到表  ", "bold $wrong"), finding.path.name)
    else:
        yield Content.assemble(
            ("读到一张表  ", "bold $right"), (sheet_label(finding.sheet), "bold")
        )
    yield from (Content(sentence) for sentence in finding.sentences)
    yield Content("")


def _already(sheet: Sheet) -> str:
    return f"{sheet_label(sheet)}{'（已锁定，不能并入）' if sheet.locked else ''}"


def _with_free_ids(sheets: Iterable[Sheet], there: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Sheets that stand beside those that are there, whose ids they may have had."""
    taken = {each.id for each in there}
    found: list[Sheet] = []
    for each in sheets:
        found.append(restored(each, frozenset(taken)))
        taken.add(found[-1].id)
    return tuple(found)
