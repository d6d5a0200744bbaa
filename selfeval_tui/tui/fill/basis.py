"""Ctrl+B: what a row's actual value rests on (依据)."""

from collections.abc import Iterator

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.sheet import Address, Basis, Batch
from selfeval_tui.sheet.place import row_number
from selfeval_tui.sheet.roles import text_beside
from selfeval_tui.spec.model import Role
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.line import LineInput

NEVER_PRINTED = "依据只留在本机备查，不印在表上；导出时可另出一份佐证材料清单。"
COUNTS = "满意度指标填了问卷满意数和有效数，就能算出满意度，按 Ctrl+U 填入。"


class BasisDialog(Dialog[Basis]):
    """Asks for the documents and the counts behind one row.

    Args:
        batch: Where the row is.
        address: A cell of the row.
    """

    def __init__(self, batch: Batch, address: Address) -> None:
        super().__init__(f"依据：{row_title(batch, address)}")
        self._basis = batch.sheet(address.sheet).row(address.table, address.row).basis

    def body(self) -> Iterator[Widget]:
        """One line for each part."""
        for part, text in self._basis.parts():
            yield Horizontal(
                Static(Content(part.label), classes="form-label wide-label"),
                LineInput(text, id=f"basis-{part}", compact=True, select_on_focus=False),
                classes="form-row",
            )
        yield Static(Content(f"{NEVER_PRINTED}\n{COUNTS}"), classes="dialog-note")

    def being_typed(self) -> Iterator[Typing]:
        """The parts that were changed."""
        for part, before in self._basis.parts():
            for written in self.query(f"#basis-{part}").results(Input):
                if written.value != before:
                    yield Typing(f"{self._title} {part.label}", written.value, before)

    def answer(self) -> Basis:
        """What is written there now, blank parts too."""
        return Basis(
            **{
                part: self.query_one(f"#basis-{part}", Input).value
                for part, _ in self._basis.parts()
            }
        )


def row_title(batch: Batch, address: Address) -> str:
    """What the row is about: its 三级指标, else which row it is."""
    sheet = batch.sheet(address.sheet)
    name = text_beside(batch, address, Role.INDICATOR).strip()
    return name or f"第{row_number(sheet, address)}行"
