"""What goes out: the one door of the command line and the screen for exported files.

A sheet becomes a workbook, a document, or the bureau's own file filled in; a PDF may be made of
each of them. Every file is written as a whole or refused with a sentence.
"""

import os
from collections.abc import Iterator, Sequence
from enum import Enum
from errno import EACCES, EPERM
from pathlib import Path

from attrs import field, frozen

from selfeval_tui.excel.export import created_on, files_of
from selfeval_tui.excel.write import write_workbook
from selfeval_tui.files.office import find_office, no_office
from selfeval_tui.files.pdf import ALONE, PDF, Source, Unmade, Watch, to_pdf
from selfeval_tui.layout import ExportOptions, lay_out
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import write_file
from selfeval_tui.store.disk.system import is_there
from selfeval_tui.store.names import numbered

_HOLDERS = {".xlsx": " WPS 或 Excel ", PDF: "看 PDF 的软件"}
"""What may hold a file of that kind open."""


class Kind(Enum):
    """What a sheet becomes; the value is the ending of its file."""

    EXCEL = ".xlsx"

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


WORKBOOKS = Wanted()


@frozen
class Exported:
    """A file that was written."""

    path: Path
    sheets: tuple[Sheet, ...]
    replaced: bool = False
    """Whether an earlier file of that name was replaced."""
    notes: tuple[str, ...] = ()
    """What the clerk should look at in it, one Chinese sentence each."""


@frozen
class Refused:
    """A file that could not be written; an earlier one of that name is as it was."""

    path: Path
    sheets: tuple[Sheet, ...]
    message: str
    """What happened and what to do, in Chinese."""
    data: bytes = field(default=b"", repr=False)
    """What it would hold; empty where it could not be made at all."""
    other: Path | None = None
    """A free name to use instead; None where another name would not help."""


Outcome = Exported | Refused


def hindrance(wanted: Wanted) -> str:
    """What this computer lacks for the files that are wanted, in Chinese; empty where nothing."""
    return no_office(wanted.kind.label) if wanted.pdf and find_office() is None else ""


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
        ExportError: A cell could not be written.
    """
    made = [
        _Made(folder / f"{stem}{wanted.kind.value}", tuple(group), _data(batch, group, options))
        for stem, group in files_of(batch, sheets, options)
    ]
    outcomes = [_put(each) for each in made]
    if wanted.pdf:
        outcomes += _pdfs(made, wanted.kind, watch)
    return tuple(outcomes)


def handed_out(outcomes: Sequence[Outcome]) -> tuple[Sheet, ...]:
    """The sheets that went into a file, each once, in the order of the files."""
    written = (each for each in outcomes if isinstance(each, Exported))
    return tuple({sheet.id: sheet for each in written for sheet in each.sheets}.values())


def put_elsewhere(refused: Refused) -> Outcome:
    """Write a refused file under the free name that was offered."""
    if refused.other is None:
        return refused
    return _put(_Made(refused.other, refused.sheets, refused.data))


@frozen
class _Made:
    """A file that is to be written."""

    path: Path
    sheets: tuple[Sheet, ...]
    data: bytes


def _data(batch: Batch, sheets: Sequence[Sheet], options: ExportOptions) -> bytes:
    layouts = [lay_out(batch, sheet, options) for sheet in sheets]
    return write_workbook(layouts, options, created_on(sheets))


def _pdfs(made: Sequence[_Made], kind: Kind, watch: Watch) -> Iterator[Outcome]:
    """The PDF of each file, even of one that could not be written itself."""
    office = find_office()
    if office is None:
        yield from (_without_pdf(each, no_office(kind.label)) for each in made)
        return
    sources = [Source(each.path.suffix, each.data) for each in made]
    for each, pdf in zip(made, to_pdf(sources, office, watch), strict=True):
        if isinstance(pdf, Unmade):
            yield _without_pdf(each, f"“{_pdf_path(each).name}”没有生成：{pdf.why}。")
        else:
            yield _put(_Made(_pdf_path(each), each.sheets, pdf))


def _without_pdf(made: _Made, message: str) -> Refused:
    return Refused(_pdf_path(made), made.sheets, message)


def _pdf_path(made: _Made) -> Path:
    return made.path.with_suffix(PDF)


def _put(made: _Made) -> Outcome:
    """Write a file, replacing an earlier one of that very name."""
    path = made.path
    replaced = is_there(path)
    try:
        write_file(path, made.data)
    except StoreError as error:
        other = _free_path(path)
        return Refused(path, made.sheets, _sentence(path, error, other), made.data, other)
    return Exported(path, made.sheets, replaced)


def _free_path(path: Path) -> Path:
    """A path beside this one, which is never free itself, with a number behind its name."""

    def beside(stem: str) -> Path:
        return path.with_name(stem + path.suffix)

    return beside(numbered(path.stem, lambda stem: stem == path.stem or is_there(beside(stem))))


def _sentence(path: Path, error: StoreError, other: Path) -> str:
    cause = error.__cause__
    held = isinstance(cause, OSError) and cause.errno in {EACCES, EPERM}
    if held and is_there(path) and os.access(path.parent, os.W_OK):
        return (
            f"“{path.name}”没有导出：它可能正在{_HOLDERS[path.suffix]}里打开，原文件未动。"
            f"请关闭它再导出，或者另存为“{other.name}”。"
        )
    return error.message
