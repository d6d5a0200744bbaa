"""The part of 导出 that says how the files are kept, named and numbered."""

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve
from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.files.outgoing import Kind, Wanted
from selfeval_tui.layout import ExportOptions
from selfeval_tui.tui.export.turning import Turning
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.import_.reading import clean_path
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing

WAYS = (
    "一张表一个文件",
    "所有的表放在一个文件里，一张表一页",
    "报送：一个文件夹和压缩包，带自评结果汇总表和报送清单",
)
_ONE_WORKBOOK, _HAND_IN = 1, 2
_NUMBERS: tuple[tuple[bool | None, str], ...] = (
    (None, "多页的表才印"),
    (True, "每张表都印"),
    (False, "都不印"),
)
_FILES: tuple[tuple[Wanted, str], ...] = (
    (Wanted(Kind.EXCEL), "Excel"),
    (Wanted(Kind.EXCEL, pdf=True), "Excel，再各生成一份 PDF"),
    (Wanted(Kind.WORD), "Word"),
    (Wanted(Kind.WORD, pdf=True), "Word，再各生成一份 PDF"),
)
_FILLED = ("照模板的格式", "照模板的格式，再各生成一份 PDF")
"""The second one with PDF."""
_TEMPLATES = (".xlsx", ".docx")
TEMPLATE = "财政发的空白表样（.xlsx、.docx），可拖进来；没有就空着"


class Looks(Vertical):
    """Asks for the way, the kind of files, the folder, the names and the page numbers.

    Args:
        usual: What counts unless something else is chosen here.
        folder: Where files usually go.
        root: What a relative folder is taken from.
    """

    def __init__(self, usual: ExportOptions, folder: Path, root: Path) -> None:
        super().__init__(id="export-looks")
        self._usual = usual
        self._usual_folder = folder
        self._root = root
        self._files = _FILES[0][0]

    def compose(self) -> Iterator[Widget]:
        """The questions, one below the other."""
        yield Listing([Content(way) for way in WAYS], keeps=True, id="export-way")
        yield form_row("文件格式", Turning([label for _, label in _FILES], id="export-files"))
        yield form_row("填进模板", self._input("", "export-template", TEMPLATE))
        yield form_row("存到文件夹", self._input(str(self._usual_folder), "export-folder"))
        yield form_row("文件名", self._input(self._usual.pattern, "export-pattern"))
        usual = [value for value, _ in _NUMBERS].index(self._usual.page_numbers)
        numbers = Turning([label for _, label in _NUMBERS], usual, id="export-numbers")
        yield form_row("页码", numbers)

    @property
    def hand_in(self) -> bool:
        """Whether everything goes into one folder and one zip."""
        return self.query_one("#export-way", Listing).cursor == _HAND_IN

    @property
    def wanted(self) -> Wanted:
        """What files are made."""
        if self._template is None:
            return self._files
        return Wanted(pdf=self._files.pdf, template=self._template)

    @property
    def _template(self) -> Path | None:
        typed = self.query_one("#export-template", Input).value.strip()
        return self._root / clean_path(typed) if typed else None

    def take_template(self, pasted: str) -> bool:
        """Fill in the template that was pasted or dropped anywhere; False where it is none."""
        if self.names_template(pasted) is None:
            return False
        field = self.query_one("#export-template", Input)
        field.value = pasted.strip()
        field.focus()
        return True

    def names_template(self, pasted: str) -> Path | None:
        """The workbook or document whose place was pasted; None where there is no such file."""
        path = self._root / clean_path(pasted)
        try:
            there = path.suffix.lower() in _TEMPLATES and path.is_file()
        except OSError:
            return None
        return path if there else None

    @on(Turning.Turned, "#export-files")
    def choose_files(self) -> None:
        """Remember what was chosen, whichever answers are offered."""
        chosen = self.query_one("#export-files", Turning).chosen
        if self._template is None:
            self._files = _FILES[chosen][0]
        else:
            self._files = evolve(self._files, pdf=bool(chosen))

    @on(Input.Changed, "#export-template")
    def offer_files(self) -> None:
        """A template decides what kind of file it becomes; without one the kind counts again."""
        files = self.query_one("#export-files", Turning)
        if self._template is None:
            kinds = [each for each, _ in _FILES]
            files.offer([label for _, label in _FILES], kinds.index(self._files))
        else:
            files.offer(_FILLED, int(self._files.pdf))

    @property
    def folder(self) -> Path:
        """Where to."""
        typed = self.query_one("#export-folder", Input).value.strip()
        return self._root / clean_path(typed) if typed else self._usual_folder

    @property
    def options(self) -> ExportOptions:
        """How the files look; which 执行率 is printed is asked later."""
        pattern = self.query_one("#export-pattern", Input).value.strip()
        return evolve(
            self._usual,
            one_workbook=self.query_one("#export-way", Listing).cursor == _ONE_WORKBOOK,
            pattern=pattern or self._usual.pattern,
            page_numbers=_NUMBERS[self.query_one("#export-numbers", Turning).chosen][0],
        )

    def tick(self) -> bool:
        """Turn the line that has the focus to its next answer; False where none has it."""
        for line in self.query(Turning):
            if line.has_focus:
                line.turn()
                return True
        return False

    def _input(self, value: str, name: str, hint: str = "") -> Input:
        return _Line(self, value, hint, name)


class _Line(LineInput):
    """Leaves a template that is pasted into it to the screen."""

    def __init__(self, looks: Looks, value: str, hint: str, name: str) -> None:
        super().__init__(value, hint, id=name, compact=True, select_on_focus=False)
        self._looks = looks

    def on_paste(self, event: events.Paste) -> None:
        """Insert nothing then: the event goes on to the screen."""
        if self._looks.names_template(event.text) is not None:
            event.prevent_default()
