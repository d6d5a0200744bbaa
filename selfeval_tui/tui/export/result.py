"""After 导出: which files were made, where they are, and what to do with those refused."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.excel import Exported, ExportOptions, Refused, export_file
from selfeval_tui.sheet import Batch
from selfeval_tui.tui.export.launch import Runner, launch, open_outside
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

Outcome = Exported | Refused


class ExportedScreen(Frame):
    """Lists what became of each file.

    Args:
        session: What was exported.
        outcomes: One a file.
        options: How it was exported, for another try under another name.
        runner: Opens a path outside; a test gives its own.
    """

    WHERE = Where.EXPORTED
    CSS = style("export/export.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EXPORTED)]

    def __init__(
        self,
        session: Session,
        outcomes: tuple[Outcome, ...],
        options: ExportOptions,
        runner: Runner = open_outside,
    ) -> None:
        super().__init__(session)
        self._outcomes = list(outcomes)
        self._options = options
        self._runner = runner

    def body(self) -> Iterator[Widget]:
        """The count, the place, the files."""
        yield Static(id="exported-count", classes="heading")
        yield Static(id="exported-place")
        yield Listing(id="exported-files")
        yield Static(id="exported-said")

    def on_mount(self) -> None:
        """Show the outcomes."""
        self._show()

    @on(Listing.Moved)
    def tell(self) -> None:
        """Say what stands behind the chosen line."""
        chosen = self._chosen()
        words = chosen.message if isinstance(chosen, Refused) else ""
        self._say(words)

    @on(Listing.Opened)
    async def action_open_file(self) -> None:
        """Open the chosen file outside."""
        chosen = self._chosen()
        if isinstance(chosen, Exported):
            await self._launch(chosen.path)

    async def action_open_folder(self) -> None:
        """Open the folder outside."""
        await self._launch(self._chosen().path.parent)

    async def action_take_other_name(self) -> None:
        """Write a refused file under the name that was offered."""
        cursor = self.query_one(Listing).cursor
        refused = self._outcomes[cursor]
        if not isinstance(refused, Refused):
            return
        batch = Batch(sheet.copy() for sheet in self.session.batch.sheets)
        sheets = tuple(batch.sheet(sheet.id) for sheet in refused.sheets)
        self._outcomes[cursor] = await asyncio.to_thread(
            export_file, batch, sheets, refused.other, self._options
        )
        self._show()

    def action_back(self) -> None:
        """Return to the work."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another name is offered only where a file was refused."""
        del parameters
        refused = any(isinstance(each, Refused) for each in self._outcomes)
        return action != "take_other_name" or refused

    def _chosen(self) -> Outcome:
        return self._outcomes[self.query_one(Listing).cursor]

    async def _launch(self, path: Path) -> None:
        self._say(await asyncio.to_thread(launch, path, self._runner) or f"已打开：{path}")

    def _say(self, words: str) -> None:
        self.query_one("#exported-said", Static).update(Content(words))

    def _show(self) -> None:
        made = [each for each in self._outcomes if isinstance(each, Exported)]
        failed = len(self._outcomes) - len(made)
        count = f"已导出 {len(made)} 个文件" + (f"，有 {failed} 个没有写入" if failed else "")
        self.query_one("#exported-count", Static).update(Content(count))
        folder = self._outcomes[0].path.parent
        self.query_one("#exported-place", Static).update(Content(f"存放在：{folder}"))
        self.query_one(Listing).show([_line(each) for each in self._outcomes])
        self.tell()
        self.refresh_status()


def _line(outcome: Outcome) -> Content:
    if isinstance(outcome, Refused):
        return Content.assemble(("没有写入  ", "bold $wrong"), outcome.path.name)
    done = "已替换  " if outcome.replaced else "已写入  "
    return Content.assemble((done, "$right"), outcome.path.name)
