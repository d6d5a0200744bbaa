"""What goes out: the one door of the command line and the screen for exported files.

A sheet becomes a workbook, a document, or the bureau's own file filled in; a PDF may be made of
each of them. Every file is written as a whole or refused with a sentence.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

from attrs import frozen

from selfeval_tui.excel.write import ENDING, write_workbook
from selfeval_tui.files.filled_notes import notes_of
from selfeval_tui.files.office import find_office, no_office
from selfeval_tui.files.pdf import ALONE, PDF, Source, Unmade, Watch, to_pdf
from selfeval_tui.files.put import Exported, Made, Outcome, Refused, handed_out, put, put_elsewhere
from selfeval_tui.layout import ExportOptions, lay_out, lay_out_uncut
from selfeval_tui.layout.filing import created_on, files_of, stems_of
from selfeval_tui.problems import ExportError
from selfeval_tui.sheet import Batch, Sheet, sheet_label
from selfeval_tui.store.disk.system import is_there

__all__ = [
    "ONE_BY_TEMPLATE",
    "WORKBOOKS",
    "Exported",
    "Kind",
    "Outcome",
    "Refused",
    "Wanted",
    "contradiction",
    "export_sheets",
    "handed_out",
    "hindrance",
    "put_elsewhere",
]


class Kind(Enum):
    """What a sheet becomes; the value is the ending of its file."""

    EXCEL = ENDING
    WORD = ".docx"

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return self.name.capitalize()


@frozen
class Wanted:
    """What files are wanted."""

    kind: Kind = Kind.EXCEL
    pdf: bool = False
    """Whether each file is turned into a PDF as well, which stands beside it."""
    template: Path | None = None
    """The bureau's own file (模板) that is filled in; the files are then of its kind."""


WORKBOOKS = Wanted()
ONE_BY_TEMPLATE = "填模板时不用选“放在一个文件里”：模板里各张表都有位置时，自然填在一个文件里。"


def hindrance(wanted: Wanted) -> str:
    """What this computer lacks for the files that are wanted, in Chinese; empty where nothing."""
    if wanted.template is None and wanted.kind is Kind.WORD:
        from selfeval_tui.word.missing import NO_LIBRARY, is_missing

        if is_missing():
            return NO_LIBRARY
    if wanted.pdf and find_office() is None:
        ending = (wanted.template or Path()).suffix.lower()
        return no_office(Kind.WORD.label if ending == Kind.WORD.value else wanted.kind.label)
    return ""


def contradiction(wanted: Wanted, options: ExportOptions) -> str:
    """Why these wishes do not go together, in Chinese; empty where they do."""
    return ONE_BY_TEMPLATE if wanted.template and options.one_workbook else ""


def export_sheets(
    batch: Batch,
    sheets: Sequence[Sheet],
    folder: Path,
    options: ExportOptions,
    wanted: Wanted = WORKBOOKS,
    watch: Watch = ALONE,
) -> tuple[Outcome, ...]:
    """Export sheets of a batch; an earlier file of the same name is replaced.

    Args:
        batch: Knows the computed values.
        sheets: Which of its sheets, in the order of the workbook.
        folder: Where to; made where it is missing.
        options: The clerk's choices.
        wanted: What files.
        watch: Hears how many PDFs are made, and may stop their making.

    Returns:
        What became of each file, in the order of the sheets; the PDFs come after the others.

    Raises:
        ExportError: A cell could not be written, or the library for documents is not installed;
            nothing was written.
    """
    if wanted.template is None:
        made = list(_drawn(batch, sheets, folder, options, wanted.kind))
        refused: list[Refused] = []
    else:
        made, refused = _filled(batch, sheets, folder, options, wanted.template)
    outcomes: list[Outcome] = [*(put(each) for each in made), *refused]
    if wanted.pdf:
        outcomes += _pdfs(made, watch)
    return tuple(outcomes)


def _drawn(
    batch: Batch, sheets: Sequence[Sheet], folder: Path, options: ExportOptions, kind: Kind
) -> Iterator[Made]:
    """The sheets as this program draws them."""
    write = {Kind.EXCEL: _workbook, Kind.WORD: _document}[kind]
    for stem, group in files_of(batch, sheets, options):
        yield Made(folder / f"{stem}{kind.value}", tuple(group), write(batch, group, options))


def _workbook(batch: Batch, sheets: Sequence[Sheet], options: ExportOptions) -> bytes:
    layouts = [lay_out(batch, sheet, options) for sheet in sheets]
    return write_workbook(layouts, options, created_on(sheets))


def _document(batch: Batch, sheets: Sequence[Sheet], options: ExportOptions) -> bytes:
    from selfeval_tui.word.missing import NO_LIBRARY, is_missing

    if is_missing():
        raise ExportError(NO_LIBRARY)
    from selfeval_tui.word.write.document import write_document

    layouts = [lay_out_uncut(batch, sheet, options) for sheet in sheets]
    return write_document(layouts, options, created_on(sheets))


def _filled(
    batch: Batch, sheets: Sequence[Sheet], folder: Path, options: ExportOptions, template: Path
) -> tuple[list[Made], list[Refused]]:
    """The sheets in the bureau's own file, and those that it has no place for."""
    from selfeval_tui.files.template import Refusal, fill_template

    filled = fill_template(batch, sheets, template, options.rates)
    if isinstance(filled, Refusal):
        return [], [Refused(template, tuple(sheets), filled.message)]

    def path(stem: str) -> Path:
        return folder / f"{stem}{filled.ending}"

    def is_template(stem: str) -> bool:
        return is_there(path(stem)) and path(stem).samefile(template)

    left_out = [(sheet,) for sheet in filled.left_out]
    groups = [*(file.sheets for file in filled.files), *left_out]
    paths = [path(stem) for stem in stems_of(batch, groups, options, is_template)]
    made = [
        Made(where, file.sheets, file.data, notes_of(file))
        for where, file in zip(paths, filled.files, strict=False)
    ]
    count = len(made)
    why = f"“{{}}”没有导出：模板“{template.name}”里没有它那种表。"
    return made, [
        Refused(where, sheet, why.format(sheet_label(sheet[0])))
        for where, sheet in zip(paths[count:], left_out, strict=True)
    ]


def _pdfs(made: Sequence[Made], watch: Watch) -> Iterator[Outcome]:
    """The PDF of each file, even of one that could not be written itself."""
    office = find_office()
    if office is None:
        for each in made:
            yield _without_pdf(each, no_office(Kind(each.path.suffix).label))
        return
    sources = [Source(each.path.suffix, each.data) for each in made]
    for each, pdf in zip(made, to_pdf(sources, office, watch), strict=True):
        if isinstance(pdf, Unmade):
            yield _without_pdf(each, f"“{_pdf_path(each).name}”没有生成：{pdf.why}。")
        else:
            yield put(Made(_pdf_path(each), each.sheets, pdf))


def _without_pdf(made: Made, message: str) -> Refused:
    return Refused(_pdf_path(made), made.sheets, message)


def _pdf_path(made: Made) -> Path:
    return made.path.with_suffix(PDF)
