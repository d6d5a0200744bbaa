"""回收站: what was removed or set aside in all years, to be looked at and taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet, sheet_label
from selfeval_tui.sheet.summary import summarise
from selfeval_tui.store import Fault
from selfeval_tui.store.bin import Binned, list_bins, open_binned, restored
from selfeval_tui.tui.form import FormFrame
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.overview.words import sheet_sentences
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

NOTHING = "回收站里没有东西。删除的表和被别处改动替换下来的文件会放在这里。"
STRANGER = "和这里的表不是一类（一个是示例，一个是本单位的），不能放回。"
LONGEST_PATH = 200


class BinScreen(FormFrame):
    """Lists what lies there; nothing is ever deleted.

    Args:
        session: Whose sheets.
    """

    WHERE = Where.FORM
    CSS = style("forms.tcss", "overview/bin.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FORM)]

    @dataclass
    class Restored(Message):
        """The clerk wants this sheet back."""

        session: Session
        sheet: Sheet

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._fault = ""
        self._found: tuple[Binned, ...] = ()
        self._opened: Sheet | None = None
        try:
            self._found = list_bins(session.workspace.saved)
        except StoreError as error:
            self._fault = error.message

    def body(self) -> Iterator[Widget]:
        """The files, what is in the chosen one, the button."""
        yield Static(Content("回收站：选一个，看看里面是什么，再放回"), classes="heading")
        yield Listing(bin_lines(self._found), keeps=True, id="bin-files")
        yield VerticalScroll(Static(id="bin-content"), id="bin-about", can_focus=False)
        yield Button("放回各表之中", id="bin-restore", compact=True, disabled=True)
        yield Button("看它留着的各版", id="bin-history", compact=True, disabled=True)

    def on_mount(self) -> None:
        """Say what the first one is, or that there is none."""
        self.describe()

    @on(Listing.Moved)
    def describe(self) -> None:
        """Look into the chosen file."""
        self._opened = None
        about = self._fault or NOTHING
        if self._found:
            chosen = self._found[self.query_one(Listing).cursor]
            opened = open_binned(chosen)
            if isinstance(opened, Fault):
                about = opened.message
            elif opened.demo != self.session.demo:
                about = f"“{chosen.name}”{STRANGER}"
            else:
                self._opened = opened
                about = "\n".join(about_sheet(opened, chosen))
        self.query_one("#bin-content", Static).update(Content(about))
        for button in self.query(Button):
            button.disabled = self._opened is None

    @on(Button.Pressed, "#bin-history")
    def show_history(self) -> None:
        """Show what was kept of the sheet while it was there."""
        from selfeval_tui.tui.history.screen import HistoryScreen

        if self._opened is not None:
            self.app.push_screen(HistoryScreen(self.session, self._opened))

    @on(Button.Pressed, "#bin-restore")
    @on(Listing.Opened)
    def restore(self) -> None:
        """Take the sheet back; the file stays in the bin."""
        if self._opened is None:
            return
        taken = frozenset(each.id for each in self.session.batch.sheets)
        self.post_message(self.Restored(self.session, restored(self._opened, taken)))


def bin_lines(found: Sequence[Binned]) -> list[Content]:
    """A line for each file: when, what kind, which year, its name last."""
    kinds = max((cell_len(each.kind) for each in found), default=0)
    years = max((cell_len(each.year) for each in found), default=0)
    return [
        Content.assemble(
            f"{each.at:%Y-%m-%d %H:%M}  ",
            each.kind + " " * (kinds - cell_len(each.kind) + 2),
            each.year + " " * (years - cell_len(each.year) + 2),
            (each.name, "bold"),
        )
        for each in found
    ]


def about_sheet(sheet: Sheet, binned: Binned) -> Iterator[str]:
    """What is in a file of the bin."""
    yield sheet_label(sheet)
    yield f"表样：{sheet.spec.source}"
    yield from sheet_sentences(summarise(Batch([sheet]), sheet))
    path = str(binned.path)
    yield f"文件：{path if len(path) <= LONGEST_PATH else path[:LONGEST_PATH] + here().more}"
    yield "放回后文件仍留在回收站里；放回可以撤销。"
