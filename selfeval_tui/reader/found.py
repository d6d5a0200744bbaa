"""What was recognised in a grid: for import the texts, for filling the places."""

from attrs import Factory, define, frozen

from selfeval_tui.reader.grid import Cell
from selfeval_tui.spec.model import Column, Role, Spec, TableBlock


@frozen
class Spot:
    """Where a field's value stands: the text may go on in cells below the first."""

    cells: tuple[Cell, ...]
    """From top to bottom, at least one; in an empty form the cell is empty."""
    before: str = ""
    """What is printed in the same cell in front of the value: `单位名称：`."""
    after: str = ""


@frozen
class FreeTable:
    """A table with free rows (指标), found by its header row."""

    block: TableBlock
    header: int
    """The last row of the header."""
    columns: tuple[tuple[Column, int], ...]
    """The form's columns with the grid's columns they were found in."""
    first: int
    """The first row below the header."""
    end: int
    """The first row below the table."""
    beside: tuple[tuple[Role, int], ...] = ()
    """Columns of the grid that belong to another's text: 指标性质 and 计量单位 to the target."""


@define
class Anchors:
    """One form laid over one grid; nothing is read or written yet."""

    spec: Spec
    first: int
    """The rows of the grid that it takes, `first` to `end`: a grid may hold several sheets."""
    end: int
    fields: dict[str, Spot] = Factory(dict)
    fixed: dict[tuple[str, str, str], Spot] = Factory(dict)
    """By table, row and column."""
    again: list[tuple[str, Spot]] = Factory(list)
    """Further places of a field that is printed twice, as 单位名称 of 附件2 is."""
    free: list[FreeTable] = Factory(list)
    notices: list[str] = Factory(list)
    """What should be looked at, in Chinese."""
    labels: list[Cell] = Factory(list)
    """The cells that were recognised as labels of the form, or as its own words."""
    missing: list[str] = Factory(list)
    """The labels of the form that were not found, as they are printed."""


@frozen
class Piece:
    """One thing that was read: where it goes, and where it stood."""

    place: str
    """As the form calls it: `项目名称`, `资金.合计.预算数`, `指标[3].年初目标值`."""
    text: str
    origin: str
    note: str = ""


@frozen
class Leftover:
    """A filled cell that the form has no place for."""

    text: str
    origin: str
    why: str
    """In Chinese: 表样上没有这一栏."""
