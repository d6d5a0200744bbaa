"""What a sheet is (表样): blocks on one column grid, their cells, fields, columns and roles.

One specification serves every face: the screen walks it, the writer draws it, the reader
recognises a file by its labels, and shared code speaks its roles. Everything here is frozen: what
a clerk types lives in `selfeval_tui.sheet`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import Factory, field, frozen

if TYPE_CHECKING:
    from selfeval_tui.spec.compiled import FormulaKey
    from selfeval_tui.spec.formula import Formula


class Kind(StrEnum):
    """What a cell holds, and thus how it is edited, read and printed."""

    TEXT = "text"
    LONG = "long"
    """Text of several lines, printed left-aligned."""
    MONEY = "money"
    """An amount; its unit (元 or 万元) stands beside it."""
    NUMBER = "number"
    PERCENT = "percent"
    """A ratio shown with a percent sign: 0.952 is shown as 95.2%."""
    DATE = "date"
    CHOICE = "choice"
    """One of the options, printed as a line of ticks."""
    FLAGS = "flags"
    """Any of the options, printed as a line of ticks."""


class Role(StrEnum):
    """What a cell means to shared code: rules and judgement speak roles, never labels."""

    INDICATOR = "indicator"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    TARGET = "target"
    TARGET_OPERATOR = "target_operator"
    TARGET_VALUE = "target_value"
    TARGET_UNIT = "target_unit"
    ACTUAL = "actual"
    WEIGHT = "weight"
    SCORE = "score"
    REASON = "reason"
    IMPROVEMENT = "improvement"
    BUDGET = "budget"
    SPENT = "spent"
    RATE = "rate"
    TOTAL = "total"
    BASIC_TOTAL = "basic_total"
    PROJECT_TOTAL = "project_total"
    CATEGORY = "category"
    GOAL = "goal"
    UNIT_NAME = "unit_name"
    DEPARTMENT = "department"
    PROJECT_NAME = "project_name"
    YEAR = "year"
    DATE = "date"
    ATTACHMENT = "attachment"
    TITLE = "title"
    NOTES = "notes"


class Font(StrEnum):
    """The few faces of type that an official sheet uses; the writer owns their sizes."""

    MARK = "mark"
    """附件号, 黑体."""
    TITLE = "title"
    META = "meta"
    """单位名称 and 填报日期 above the grid."""
    BODY = "body"


class Align(StrEnum):
    """Where a text stands in its box."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@frozen
class Field:
    """A cell outside the tables, or what a column says of each of its cells."""

    name: str
    """The stable Chinese id; saved files and formulas use it."""
    kind: Kind = Kind.TEXT
    label: str = ""
    """What is printed beside it; the name where empty."""
    role: Role | None = None
    required: bool = False
    options: tuple[str, ...] = ()
    unit: str = ""
    """元 or 万元 for money; empty otherwise."""
    digits: int | None = None
    """Decimals when a computed value is printed."""
    calc: str = ""
    """A formula; its value stands beside the typed one and never over it."""
    default: str = ""
    """Printed where nothing is typed."""
    limit: int | None = None
    """The most characters of a text; more are told of and never cut."""
    help: str = ""
    example: str = ""


@frozen
class Screen:
    """How wide a column is on the screen, in cells; print widths are in millimetres elsewhere."""

    min: int = 8
    grow: int = 1


@frozen
class Column(Field):
    """A column of a table."""

    at: int = 0
    """The first column of the grid, counted from 0."""
    span: int = 1
    group: bool = False
    """Equal neighbours are one merged cell."""
    screen: Screen = Screen()


@frozen
class Cell:
    """A box of a row: a fixed label, or the value of a field."""

    label: str = ""
    field: str = ""
    span: int = 1
    align: Align = Align.CENTER
    note: str = ""
    """Fixed text in front of the value, as in 单位名称：…"""


@frozen
class HeadLine:
    """A line above the grid, over its whole width and without a border."""

    field: str = ""
    label: str = ""
    text: str = ""
    """A template of field names in braces, where the line is no single field."""
    font: Font = Font.META
    align: Align = Align.LEFT
    break_before: str = ""
    """A part of the text that begins the second line when one line is too short."""


@frozen
class SignLine:
    """A line below the grid where people sign (填报人, 审核人, 负责人, 联系电话, （盖章）)."""

    cells: tuple[Cell, ...]
    """Labels and values side by side, without a frame; they fill the grid like those of a row."""


@frozen
class Side:
    """The label that stands left of a whole table."""

    label: str
    span: int = 1


@frozen
class FixedRow:
    """A row that the form itself brings, such as 年度财政资金总额."""

    id: str
    label: str
    fixed: Mapping[str, str] = Factory(dict)
    """Columns whose text the form prints; nobody types there."""


@frozen
class RowBlock:
    """One row of labels and fields."""

    cells: tuple[Cell, ...]
    section: str = ""
    """Begins this section of the screen's table of contents."""


@frozen
class TableBlock:
    """A table with fixed rows (money) or free rows (indicators)."""

    name: str
    columns: tuple[Column, ...]
    section: str = ""
    side: Side | None = None
    head: bool = True
    """Whether a header row is printed."""
    row_label: Column | None = None
    """Where the labels of fixed rows stand."""
    rows: tuple[FixedRow, ...] = ()
    """The fixed rows; a table without any has free rows."""
    skeleton: Mapping[str, tuple[str, ...]] = Factory(dict)
    """The standard 二级指标 of each 一级指标, offered for new rows."""
    starter: tuple[Mapping[str, str], ...] = ()
    """The rows a new sheet begins with; one for each pair of the skeleton where empty."""
    number: int = 1
    """Which one of a repeated block this is, counted from 1."""

    @property
    def free(self) -> bool:
        """Whether the clerk adds and removes rows."""
        return not self.rows

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: There is none.
        """
        return self._by_name[name]

    def with_role(self, role: Role) -> Column | None:
        """The column that plays a role, if any does."""
        return self._by_role.get(role)

    @cached_property
    def printed(self) -> Mapping[str, Mapping[str, str]]:
        """What the form itself prints in each fixed row, by column."""
        return {row.id: row.fixed for row in self.rows}

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def _by_role(self) -> Mapping[Role, Column]:
        """The first column of each role."""
        return {column.role: column for column in reversed(self.columns) if column.role}

    @cached_property
    def judged(self) -> bool:
        """Whether its rows hold a target and an actual (年初目标值, 实际完成值)."""
        return self.with_role(Role.TARGET) is not None and self.with_role(Role.ACTUAL) is not None


@frozen
class NotesBlock:
    """The fixed notes (备注) at the foot of a sheet; the field's default is their text."""

    field: str
    section: str = ""
    label: str = "备注："


Block = RowBlock | TableBlock | NotesBlock

FIGURES = "figures"
"""The kind of the sheet that holds the figures of the accounts (决算数据); it is never printed."""


@frozen
class Rate:
    """How a standard rate of 附件2 follows from the figures of the accounts."""

    indicator: str
    """The 三级指标."""
    calc: str
    """A formula over the fields of the family's figures sheet."""
    digits: int = 0
    """Decimals of the percentage that is proposed."""


@frozen
class Spec:
    """One sheet of one family, resolved: nothing is left to inherit."""

    id: str
    """Family and sheet, as in `ezhou-gedian/project`."""
    kind: str
    """`project` (项目自评表) or `department` (部门整体绩效自评表); formulas use it."""
    name: str
    year: int
    revision: int
    source: str
    """The 文号 or published sheet it was drawn from."""
    attachment: str
    """How sheets are numbered, as in 附件1-{n}."""
    columns_mm: tuple[Decimal, ...]
    head: tuple[HeadLine, ...]
    fields: Mapping[str, Field]
    blocks: tuple[Block, ...]
    sign: tuple[SignLine, ...] = ()
    """Printed below the grid, on the page of its last rows; most families have none."""
    printed: bool = True
    """Whether it is handed in; a sheet of figures only serves the others."""
    rates: tuple[Rate, ...] = ()
    """The rates that follow from the figures of the accounts."""
    hash: str = field(default="", eq=False)
    """A hash of the resolved content, computed by the loader, never typed."""
    family: Mapping[str, frozenset[str]] = field(factory=dict, eq=False, repr=False)
    """The names that formulas may ask of each kind of sheet in the family."""

    @cached_property
    def formulas(self) -> "Mapping[FormulaKey, Formula]":
        """The compiled formulas, inputs first; `spec_formulas` is the way to ask for them."""
        # The compiler speaks this model, so it is only imported when a formula is wanted.
        from selfeval_tui.spec.compiled import compile_spec

        return compile_spec(self)

    @cached_property
    def rate_formulas(self) -> "Mapping[str, Formula]":
        """The compiled formulas of the rates by their 三级指标."""
        from selfeval_tui.spec.compiled import compile_rates

        return compile_rates(self)

    @property
    def signed(self) -> Iterator[tuple[str, Field]]:
        """The fields of the sign lines, each with the label that is printed before it."""
        for line in self.sign:
            for cell in line.cells:
                if cell.field:
                    field = self.fields[cell.field]
                    yield cell.note.rstrip("：:") or field.label or field.name, field

    @property
    def tables(self) -> Iterator[TableBlock]:
        """The tables in the order of the sheet."""
        return (block for block in self.blocks if isinstance(block, TableBlock))

    def table(self, name: str) -> TableBlock:
        """The table of that name.

        Raises:
            KeyError: There is none.
        """
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> Mapping[str, TableBlock]:
        return {table.name: table for table in self.tables}

    def field_with_role(self, role: Role) -> Field | None:
        """The field (outside tables) that plays a role, if any does."""
        return self._by_role.get(role)

    @cached_property
    def _by_role(self) -> Mapping[Role, Field]:
        """The first field of each role."""
        return {each.role: each for each in reversed([*self.fields.values()]) if each.role}

    def table_with_role(self, role: Role) -> tuple[TableBlock, Column] | None:
        """The first table that has a column with that role, and the column."""
        for table in self.tables:
            column = table.with_role(role)
            if column is not None:
                return table, column
        return None
