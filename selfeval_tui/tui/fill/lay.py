"""From a sheet and its form to the lines of the screen, block by block."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import assert_never

from attrs import Factory, define
from rich.cells import cell_len

from selfeval_tui.sheet import Address, Sheet
from selfeval_tui.spec.model import (
    Column,
    Field,
    FixedRow,
    HeadLine,
    Kind,
    NotesBlock,
    Role,
    RowBlock,
    TableBlock,
)
from selfeval_tui.tui.fill.lines import (
    Box,
    Line,
    LineKind,
    Part,
    Section,
    SheetLines,
    Track,
)

HEAD_SECTION = "表头"
"""The lines above the grid of the printed sheet."""
SIGN_SECTION = "签字盖章"
"""The lines below the grid of the printed sheet."""
VERDICT_LABEL = "判定"
NO_ROWS = "（还没有行，按 Ins 加一行）"

GUTTER = Track(3, rigid=True)
"""The mark of the verdict, that of a finding, and a blank."""
WHOLE_LINE = Track(20, grow=1)
VERDICT_TRACK = Track(11, grow=1, optional=True)
_LABEL_LEAST, _LABEL_MOST = 14, 28
_COMPUTED_LEAST = 23
"""A rate of the money table with the computed one beside it: 94%（按B/A应为95.2%）."""

_MARK = Box(Part.MARK)


def lay_lines(sheet: Sheet) -> SheetLines:
    """Lay out a sheet.

    Args:
        sheet: The sheet as it is now; texts are looked up when a line is painted.

    Returns:
        Every field and every row once, in the order of the printed form.
    """
    desk = _Layout(sheet)
    desk.head()
    for block in sheet.spec.blocks:
        if block.section:
            desk.begin(block.section)
        match block:
            case RowBlock():
                desk.fields(_labelled(block, sheet.spec.fields))
            case TableBlock():
                desk.table(block)
            case NotesBlock():
                desk.notes(block)
            case _:
                assert_never(block)
    desk.sign()
    return desk.done()


@define
class _Layout:
    """Collects lines from the top to the bottom."""

    sheet: Sheet
    lines: list[Line] = Factory(list)
    sections: list[Section] = Factory(list)

    def begin(self, title: str) -> None:
        """Begin a section with its heading."""
        self.sections.append(Section(title, len(self.lines)))
        self._add(LineKind.HEADING, (_MARK, Box(Part.LABEL, title)), (GUTTER, WHOLE_LINE))

    def head(self) -> None:
        """The fields above the grid, and those that are printed only as a part of others."""
        head, fields = self.sheet.spec.head, self.sheet.spec.fields
        shown = [(_head_label(line, fields), line.field) for line in head if line.field]
        placed = {name for _, name in shown} | set(_placed_in_blocks(self.sheet))
        placed.update(field.name for _, field in self.sheet.spec.signed)
        rest = [(_name(each), each.name) for each in fields.values() if each.name not in placed]
        in_blocks = set(_placed_in_blocks(self.sheet))
        self.begin(HEAD_SECTION)
        self.fields([pair for pair in (*shown, *rest) if pair[1] not in in_blocks])

    def fields(self, fields: Iterable[tuple[str, str]]) -> None:
        """One line for each label and field."""
        for label, name in fields:
            value = Box(
                Part.VALUE,
                address=Address(self.sheet.id, name),
                field=self.sheet.spec.fields[name],
            )
            tracks = (GUTTER, Track(_LABEL_LEAST, rigid=True), WHOLE_LINE)
            self._add(LineKind.FIELD, (_MARK, Box(Part.LABEL, label), value), tracks)

    def table(self, block: TableBlock) -> None:
        """The header and the rows of a table."""
        tracks = _tracks(block)
        self._add(LineKind.HEADER, _header(block), tracks, table=block.name)
        rows = self.sheet.tables.get(block.name, {})
        fixed = {row.id: row for row in block.rows}
        for above, row in pairwise(["", *rows]):
            boxes = _row_boxes(Address(self.sheet.id, "", block.name, row), block, fixed.get(row))
            self._add(LineKind.ROW, boxes, tracks, table=block.name, row=row, above=above)
        if block.free and not rows:
            self._empty(block)

    def notes(self, block: NotesBlock) -> None:
        """The notes, one line for each of them."""
        note = self.sheet.spec.fields[block.field]
        address = Address(self.sheet.id, block.field)
        text = self.sheet.typed(address) or note.default
        for part in text.splitlines():
            box = Box(Part.LABEL, part, address, note, fixed=True)
            self._add(LineKind.NOTE, (_MARK, box), (GUTTER, WHOLE_LINE))

    def sign(self) -> None:
        """Who signs the sheet, where its form has a line for that."""
        signed = [(label, field.name) for label, field in self.sheet.spec.signed]
        if signed:
            self.begin(SIGN_SECTION)
            self.fields(signed)

    def done(self) -> SheetLines:
        """The lines, with the labels of each section equally wide."""
        widths: dict[int, int] = {}
        for line in self.lines:
            if line.kind is LineKind.FIELD:
                wanted = cell_len(line.boxes[1].text) + 2
                widths[line.section] = max(widths.get(line.section, _LABEL_LEAST), wanted)
        return SheetLines(
            tuple(_with_label_width(line, widths) for line in self.lines), tuple(self.sections)
        )

    def _empty(self, block: TableBlock) -> None:
        address = Address(self.sheet.id, "", block.name)
        box = Box(Part.LABEL, NO_ROWS, address, fixed=True)
        self._add(LineKind.EMPTY, (_MARK, box), (GUTTER, WHOLE_LINE), table=block.name)

    def _add(
        self,
        kind: LineKind,
        boxes: tuple[Box, ...],
        tracks: tuple[Track, ...],
        *,
        table: str = "",
        row: str = "",
        above: str = "",
    ) -> None:
        section = max(0, len(self.sections) - 1)
        self.lines.append(Line(kind, boxes, tracks, section, table, row, above))


def _with_label_width(line: Line, widths: Mapping[int, int]) -> Line:
    if line.kind is not LineKind.FIELD:
        return line
    label = Track(min(widths[line.section], _LABEL_MOST), rigid=True)
    tracks = (GUTTER, label, WHOLE_LINE)
    return Line(line.kind, line.boxes, tracks, line.section)


def _labelled(block: RowBlock, fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    """Each field of a row with the label that stands before it."""
    label = ""
    for cell in block.cells:
        if cell.field:
            yield label or _name(fields[cell.field]), cell.field
            label = ""
        elif not cell.label.isdecimal():
            # A figure that the form prints, such as the 100 of 总分, is no name.
            label = cell.label or label


def _placed_in_blocks(sheet: Sheet) -> Iterator[str]:
    for block in sheet.spec.blocks:
        match block:
            case RowBlock():
                yield from (cell.field for cell in block.cells if cell.field)
            case NotesBlock():
                yield block.field


def _head_label(line: HeadLine, fields: Mapping[str, Field]) -> str:
    return line.label.rstrip("：:") or _name(fields[line.field])


def _name(field: Field) -> str:
    return field.label or field.name


def _tracks(block: TableBlock) -> tuple[Track, ...]:
    columns = [_track(column, block) for column in block.columns]
    first = [_row_label_track(block)] if block.row_label else []
    last = [VERDICT_TRACK] if block.judged else []
    return (GUTTER, *first, *columns, *last)


def _track(column: Column, block: TableBlock) -> Track:
    if block.free:
        # 满意度指标 tells the rows apart and is read at a glance, so that it is never cut.
        words = (column.name, *(block.skeleton if column.role is Role.LEVEL1 else ()))
        least = max(column.screen.min, *(cell_len(word) + 1 for word in words))
        return Track(least, column.screen.grow, header=cell_len(column.name) + 1)
    is_rate = column.calc and column.kind is Kind.PERCENT
    least = _COMPUTED_LEAST if is_rate else cell_len(_name(column)) + 1
    return Track(max(least, column.screen.min), column.screen.grow)


def _row_label_track(block: TableBlock) -> Track:
    labels = [_side_label(block), *(row.label for row in block.rows)]
    least = min(_LABEL_MOST, max(_LABEL_LEAST, *(cell_len(each) + 2 for each in labels)))
    return Track(least, grow=1)


def _header(block: TableBlock) -> tuple[Box, ...]:
    first = [Box(Part.LABEL, _side_label(block))] if block.row_label else []
    # The letters of a printed label, as in 年初目标值（A）, only serve the arithmetic of the money.
    columns = [Box(Part.LABEL, each.name if block.free else _name(each)) for each in block.columns]
    last = [Box(Part.LABEL, VERDICT_LABEL)] if block.judged else []
    return (_MARK, *first, *columns, *last)


def _side_label(block: TableBlock) -> str:
    """What the money table is about, with its unit."""
    if block.row_label and block.row_label.label:
        return block.row_label.label
    return block.side.label if block.side else ""


def _row_boxes(row: Address, block: TableBlock, fixed: FixedRow | None) -> tuple[Box, ...]:
    first = [Box(Part.LABEL, fixed.label if fixed else "")] if block.row_label else []
    columns = [_value_box(row, column, fixed) for column in block.columns]
    last = [Box(Part.VERDICT)] if block.judged else []
    return (_MARK, *first, *columns, *last)


def _value_box(row: Address, column: Column, fixed: FixedRow | None) -> Box:
    printed = fixed.fixed.get(column.name) if fixed else None
    if printed is not None:
        return Box(Part.LABEL, printed)
    return Box(Part.VALUE, address=row.beside(column.name), field=column, grouped=column.group)
