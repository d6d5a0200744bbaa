"""导出到模板: the sheets in the bureau's own file, which keeps its look.

The template itself is never written to. What a library would lose of it is a reason to refuse.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from attrs import frozen

from selfeval_tui.files.kind import FileKind, kind_of
from selfeval_tui.files.open import grids_of
from selfeval_tui.layout.filing import created_on
from selfeval_tui.layout.options import Rates
from selfeval_tui.layout.outline import shown
from selfeval_tui.problems import ExportError
from selfeval_tui.reader.archive import MOST_BYTES
from selfeval_tui.reader.fill.filling import FileFilled, Filling
from selfeval_tui.reader.fill.plan import plan_filling
from selfeval_tui.reader.found import Anchors, Piece
from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.recognise import recognise
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Fault
from selfeval_tui.store.disk.system import read_file, reason


@frozen
class FilledPage:
    """One sheet in one page of the template."""

    sheet: Sheet
    page: str
    """The name of the page, or 表1 in a document."""
    filled: tuple[Piece, ...]
    """What was written, with where it stands in the filled file."""
    missing: tuple[str, ...]
    """The labels of the form that were not found in the template."""
    homeless: tuple[Piece, ...]
    """What was typed and has no place in the template: it is not in the filled file."""
    notices: tuple[str, ...]
    """What stayed as the template has it, or should be looked at, in Chinese."""


@frozen
class FilledFile:
    """One filled copy of the template, not yet written to the disk."""

    data: bytes
    pages: tuple[FilledPage, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets that are in it."""
        return tuple(page.sheet for page in self.pages)


@frozen
class Filled:
    """What a template gave."""

    template: Path
    ending: str
    """Of the files: `.xlsx` or `.docx`."""
    files: tuple[FilledFile, ...]
    """One where the template has a page for each sheet; else one for each sheet."""
    left_out: tuple[Sheet, ...]
    """The sheets that the template has no page for."""


@frozen
class Refusal:
    """Why a template was not filled."""

    template: Path
    message: str
    """What happened and what to do, in Chinese."""
    details: tuple[str, ...] = ()
    """One by one, what would have been lost."""


@frozen
class _Place:
    """A page of the template with the form that was recognised in it."""

    grid: Grid
    anchors: Anchors


_CHOOSE = "请换一份没有这些内容的模板，或者用普通导出。"


def fill_template(
    batch: Batch, sheets: Sequence[Sheet], template: Path, rates: Rates = "typed"
) -> Filled | Refusal:
    """Fill sheets into copies of an empty official file.

    Args:
        batch: Knows the computed values.
        sheets: Which of its sheets, in their order.
        template: The empty form, a workbook (.xlsx) or a document (.docx).
        rates: Which percentage to write where the typed one disagrees with the computed one.
    """
    try:
        data = read_file(template, MOST_BYTES)
    except OSError as error:
        return Refusal(template, f"模板“{template}”读不出来（{reason(error)}）。请核对路径和文件。")
    kind = kind_of(data)
    if kind not in _ENDINGS:
        return Refusal(template, _not_fit(template, kind))
    grids = grids_of(data, template)
    if isinstance(grids, Fault):
        return Refusal(template, _as_template(grids.message))
    places = [_Place(grid, anchors) for grid in grids for anchors in recognise(grid)]
    groups = tuple(_groups(sheets, places))
    if not groups:
        return Refusal(template, _no_page(template, sheets, places))
    files = []
    for group in groups:
        fillings = [
            plan_filling(place.anchors, place.grid, batch, sheet, rates) for sheet, place in group
        ]
        misfits = (
            _misfit(place.anchors, each) for (_, place), each in zip(group, fillings, strict=True)
        )
        unfit = next(filter(None, misfits), "")
        created = created_on([sheet for sheet, _ in group])
        file = (
            Refusal(template, f"“{template.name}”{unfit}")
            if unfit
            else _fill(template, data, kind, fillings, created)
        )
        if isinstance(file, Refusal):
            return file
        files.append(file)
    placed = {sheet.id for group in groups for sheet, _ in group}
    left_out = tuple(sheet for sheet in sheets if sheet.id not in placed)
    return Filled(template, _ENDINGS[kind], tuple(files), left_out)


_ENDINGS = {FileKind.XLSX: ".xlsx", FileKind.DOCX: ".docx"}


def _groups(
    sheets: Sequence[Sheet], places: Sequence[_Place]
) -> Iterator[list[tuple[Sheet, _Place]]]:
    """What goes into one file: all sheets where each has a page, else each into its own."""
    fitting = [sheet for sheet in sheets if _best(sheet, places) is not None]
    pages = Counter(place.anchors.spec.kind for place in places)
    wanted = Counter(sheet.spec.kind for sheet in fitting)
    if all(count <= pages[kind] for kind, count in wanted.items()):
        together: list[tuple[Sheet, _Place]] = []
        free = [*places]
        for sheet in fitting:
            place = _best(sheet, free)
            assert place is not None
            free.remove(place)
            together.append((sheet, place))
        if together:
            yield together
        return
    for sheet in fitting:
        place = _best(sheet, places)
        assert place is not None
        yield [(sheet, place)]


def _best(sheet: Sheet, places: Sequence[_Place]) -> _Place | None:
    """The page for a sheet: of its kind, best of its own form, then the one with its number."""
    fitting = [place for place in places if place.anchors.spec.kind == sheet.spec.kind]
    mark = sheet.with_role(Role.ATTACHMENT).strip()

    def fit(place: _Place) -> tuple[bool, bool]:
        own = place.anchors.spec.id == sheet.spec.id
        return own, bool(mark) and mark == place.grid.name.strip()

    return max(fitting, key=fit, default=None)


def _fill(
    template: Path, data: bytes, kind: FileKind, fillings: Sequence[Filling], created: datetime
) -> FilledFile | Refusal:
    """One filled file, or what would have been lost."""
    made = (_workbook if kind is FileKind.XLSX else _document)(template, data, fillings, created)
    if isinstance(made, Refusal):
        return made
    pages = tuple(
        FilledPage(
            sheet=filling.sheet,
            page=filling.page,
            filled=page.filled,
            missing=filling.missing,
            homeless=filling.homeless,
            notices=(*filling.notices, *page.notices),
        )
        for filling, page in zip(fillings, made.pages, strict=True)
    )
    return FilledFile(made.data, pages)


def _misfit(anchors: Anchors, filling: Filling) -> str:
    """Why a page is no form for its sheet; empty where it takes at least half of it."""
    actual = any(
        column.role is Role.ACTUAL for found in anchors.free for column, _ in found.columns
    )
    wanted = [
        column.name
        for table, row in filling.sheet.rows()
        if table.free and (column := table.with_role(Role.ACTUAL))
        if row.cells.get(column.name, "").strip()
    ]
    if wanted and not actual:
        return (
            f"里没有“{wanted[0]}”一栏，像是绩效目标表，不是绩效自评表，没有导出。"
            "请另选自评表的空表作模板。"
        )
    cells = sum(
        bool(shown(each).strip())
        for table in filling.tables
        for row in table.rows
        for each in row.values()
    )
    placed = cells + sum(bool(each.text.strip()) for each in filling.values)
    if len(filling.homeless) > placed:
        return (
            f"和填报的表差得太多：填报的内容有 {len(filling.homeless)} 处在里面没有位置，没有导出。"
            "请另选模板，或者用普通导出。"
        )
    return ""


def _workbook(
    template: Path, data: bytes, fillings: Sequence[Filling], created: datetime
) -> FileFilled | Refusal:
    from selfeval_tui.excel.fill.workbook import fill_workbook
    from selfeval_tui.files.parts import lost_in_workbook

    try:
        made = fill_workbook(data, fillings, created)
    except ExportError:
        return Refusal(template, _unreadable(template))
    if made.too_long:
        return Refusal(template, _too_long(template, made.too_long), made.too_long)
    lost = lost_in_workbook(data, made.data)
    return _refusal(template, lost) if lost else made


def _document(
    template: Path, data: bytes, fillings: Sequence[Filling], created: datetime
) -> FileFilled | Refusal:
    from selfeval_tui.files.parts_document import lost_in_document
    from selfeval_tui.word.missing import NO_LIBRARY, is_missing

    if is_missing():
        return Refusal(template, NO_LIBRARY)
    from selfeval_tui.word.fill.document import fill_document

    try:
        made = fill_document(data, fillings, created)
    except ExportError:
        return Refusal(template, _unreadable(template))
    demo = any(filling.sheet.demo for filling in fillings)
    lost = lost_in_document(data, made.data, demo=demo)
    return _refusal(template, lost) if lost else made


def _refusal(template: Path, lost: Sequence[str]) -> Refusal:
    said = f"“{template.name}”里有填写时保不住的内容，没有导出，模板未动：{'；'.join(lost)}。"
    return Refusal(template, f"{said}{_CHOOSE}", tuple(lost))


def _too_long(template: Path, places: Sequence[str]) -> str:
    return (
        f"{'、'.join(places)}的文字太长，Excel 的一格放不下，没有导出，模板未动。"
        f"请精简文字，或不用“{template.name}”直接导出。"
    )


def _unreadable(template: Path) -> str:
    return (
        f"“{template.name}”打不开，没有导出：它可能不完整。"
        "请用 WPS 或 Office 打开它，另存一份，再选它作模板。"
    )


def _not_fit(template: Path, kind: FileKind) -> str:
    if kind is FileKind.XLS:
        return (
            f"“{template.name}”是旧的 Excel 格式（.xls），不能用作模板。"
            "请用 WPS 或 Excel 打开它，另存为 .xlsx，再选它作模板。"
        )
    return _as_template(f"“{template.name}”{kind.said}")


def _as_template(message: str) -> str:
    """What is said of a file that is to be imported, said of one that is to be filled."""
    return message.replace("再导入", "再选它作模板").replace("没有读入", "没有导出")


def _no_page(template: Path, sheets: Sequence[Sheet], places: Sequence[_Place]) -> str:
    if not places:
        return (
            f"“{template.name}”里没有认出绩效自评表，没有导出。"
            "请核对是不是选错了文件；模板里要有表样上的栏目名，如“三级指标”“年初目标值”。"
        )
    there = "、".join(dict.fromkeys(place.anchors.spec.name for place in places))
    wanted = "、".join(dict.fromkeys(sheet.spec.name for sheet in sheets))
    return f"“{template.name}”里只有{there}，没有{wanted}，没有导出。请另选模板。"
