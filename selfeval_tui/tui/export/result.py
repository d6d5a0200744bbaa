"""After 导出: which files were made, where they are, and what to do with them."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.files.outgoing import Exported, Kind, Outcome, Refused
from selfeval_tui.tui.export.launch import Runner, launch, open_outside
from selfeval_tui.tui.export.made import Made, write_other
from selfeval_tui.tui.export.printing import Printer, print_file, print_outside
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

_PRINTED = {Kind.EXCEL.value: Kind.EXCEL.label, Kind.WORD.value: Kind.WORD.label}
"""What kinds of files are printed, by their endings; a PDF is the same pages once more."""
_NOT_NOW = "返回，先不打印"


class ExportedScreen(Frame):
    """Lists what became of each file.

    Args:
        session: What was exported.
        made: What became of it.
        runner: Opens a path outside; a test gives its own.
        printer: Prints a file; a test gives its own.
    """

    WHERE = Where.EXPORTED
    CSS = style("export/export.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EXPORTED)]

    def __init__(
        self,
        session: Session,
        made: Made,
        runner: Runner = open_outside,
        printer: Printer = print_outside,
    ) -> None:
        super().__init__(session)
        self._made = made
        self._runner = runner
        self._printer = printer

    @property
    def _lines(self) -> list[tuple[int, str]]:
        """The lines of the list: each outcome by its number, and below it what is to be noted."""
        return [
            (number, note)
            for number, outcome in enumerate(self._made.outcomes)
            for note in ("", *(outcome.notes if isinstance(outcome, Exported) else ()))
        ]

    def body(self) -> Iterator[Widget]:
        """The count, the place, the files."""
        yield Static(id="exported-count", classes="heading")
        yield Static(id="exported-place")
        yield Listing(id="exported-files")
        yield Static(id="exported-said")

    def on_mount(self) -> None:
        """Show the outcomes; what was refused comes to the cursor."""
        self._show()
        refused = (
            line
            for line, (number, _) in enumerate(self._lines)
            if isinstance(self._made.outcomes[number], Refused)
        )
        self.query_one(Listing).cursor = next(refused, 0)

    @on(Listing.Moved)
    def tell(self) -> None:
        """Say what stands behind the chosen line."""
        chosen, note = self._chosen(), self._note()
        self._say(note or (chosen.message if isinstance(chosen, Refused) else self._made.said))

    @on(Listing.Opened)
    async def action_open_file(self) -> None:
        """Open the chosen file outside."""
        chosen = self._chosen()
        if isinstance(chosen, Exported):
            await self._launch(chosen.path)

    async def action_open_folder(self) -> None:
        """Open the folder outside."""
        await self._launch(self._chosen().path.parent)

    def action_print(self) -> None:
        """Ask what to print, and print it."""
        chosen, every = self._chosen().path, self._printable()
        choices = [[chosen]] if chosen in every else []
        answers = [_NOT_NOW, *(f"打印所选的文件：{chosen.name}" for _ in choices)]
        if len(every) > len(choices):
            choices.append(every)
            answers.append(f"打印全部 {len(every)} 个 {_PRINTED[every[0].suffix]} 文件")

        def answered(answer: int | None) -> None:
            if answer:
                self.run_worker(self._print(choices[answer - 1]))

        lines = ("用这台电脑的默认打印机，每个文件印一份。",)
        self.app.push_screen(Question("打印哪些文件？", lines, answers), answered)

    def action_preview(self) -> None:
        """Show the pages of the sheets in the chosen file."""
        from selfeval_tui.tui.export.pages import PreviewScreen

        options = self._made.task.options
        self.app.push_screen(PreviewScreen(self.session, self._previewed(), options))

    async def action_take_other_name(self) -> None:
        """Write a refused file under the name that was offered."""
        number = self._number()
        self._made = await asyncio.to_thread(write_other, self._made, number)
        self._show()

    def action_back(self) -> None:
        """Return to the work."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is offered depends on what there is."""
        del parameters
        match action:
            case "take_other_name":
                return any(isinstance(each, Refused) and each.other for each in self._made.outcomes)
            case "print":
                return bool(self._printable())
            case "preview":
                return bool(self._previewed())
        return True

    def _chosen(self) -> Outcome:
        return self._made.outcomes[self._number()]

    def _number(self) -> int:
        """Which outcome the cursor is on, or is on a note of."""
        listings = self.query(Listing)
        return self._lines[listings.first().cursor][0] if listings else 0

    def _note(self) -> str:
        return self._lines[self.query_one(Listing).cursor][1]

    def _printable(self) -> list[Path]:
        made = (each.path for each in self._made.outcomes if isinstance(each, Exported))
        return [path for path in made if path.suffix in _PRINTED]

    def _previewed(self) -> list[str]:
        """The sheets of the chosen file that are still there."""
        there = {sheet.id for sheet in self.session.batch.sheets}
        return [sheet.id for sheet in self._chosen().sheets if sheet.id in there]

    async def _launch(self, path: Path) -> None:
        self._say(await asyncio.to_thread(launch, path, self._runner) or f"已打开：{path}")

    async def _print(self, paths: list[Path]) -> None:
        self._say(f"正在交给办公软件打印 {len(paths)} 个文件，请稍候。")
        said = [await asyncio.to_thread(print_file, path, self._printer) for path in paths]
        self._say("\n".join(dict.fromkeys(said)))

    def _say(self, words: str) -> None:
        if self.is_mounted:
            self.query_one("#exported-said", Static).update(Content(words))
            self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """What is said takes room from the list: its cursor stays on the screen."""
        for files in self.query(Listing):
            line = Region(0, files.cursor, 1, 1)
            files.scroll_to_region(line, animate=False, force=True)

    def _show(self) -> None:
        outcomes = self._made.outcomes
        made = [each for each in outcomes if isinstance(each, Exported)]
        failed = len(outcomes) - len(made)
        count = f"已导出 {len(made)} 个文件" + (f"，有 {failed} 个没有写入" if failed else "")
        if self._made.task.hand_in:
            count = f"已备好报送的 {len(self._printable())} 个文件，和装着它们的压缩包"
        self.query_one("#exported-count", Static).update(Content(count))
        place = Content(f"存放在：{self._made.folder}")
        self.query_one("#exported-place", Static).update(place)
        files = self.query_one(Listing)
        files.show([_line(outcomes[number], note) for number, note in self._lines])
        files.styles.max_height = files.count
        self.tell()
        self.refresh_status()


def _line(outcome: Outcome, note: str) -> Content:
    if note:
        return Content.styled(f"          {note}", "$lit")
    if isinstance(outcome, Refused):
        return Content.assemble(("没有写入  ", "bold $wrong"), outcome.path.name)
    done = "已替换  " if outcome.replaced else "已写入  "
    return Content.assemble((done, "$right"), outcome.path.name)
