"""What follows the rows of a foreign sheet when a table in it grows or shrinks.

The library moves cells alone; heights, merges, print set-up, formulas, formats and validations are
moved here.
"""

from collections.abc import Iterator
from copy import copy
from itertools import chain
from typing import TYPE_CHECKING, cast

from selfeval_tui.excel.fill.cells import is_formula
from selfeval_tui.excel.fill.shift import (
    RowShift,
    shifted_formula,
    shifted_reference,
    single_rows,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def named_one_by_one(sheet: "Worksheet", shift: RowShift) -> tuple[str, ...]:
    """The cells whose formulas name rows of the table one by one: they cannot follow it."""
    found = []
    for page, cell, formula in _formulas(_book(sheet)):
        own = page is sheet
        rows = set(single_rows(formula, sheet.title, own=own)) - ({cell.row} if own else set())
        if any(map(shift.holds, rows)):
            found.append(f"{page.title}!{cell.coordinate}")
    return tuple(found)


def follow(sheet: "Worksheet", shift: RowShift) -> None:
    """Let everything but cells and merges follow the rows; the cells have been moved."""
    _heights(sheet, shift)
    _print_set_up(sheet, shift)
    _formats(sheet, shift)
    _validations(sheet, shift)
    _references(sheet, shift)
    for row in sheet.iter_rows():
        for cell in row:
            link = getattr(cell, "hyperlink", None)
            if link is not None:
                link.ref = cell.coordinate


def shifted_ranges(ranges: str, shift: RowShift, sheet: str) -> str:
    """Ranges one beside the other, as in A1:B2 C5; those without any row left are dropped."""
    moved = (_shifted_range(each, shift, sheet) for each in ranges.split())
    return " ".join(each for each in moved if each)


def _shifted_range(area: str, shift: RowShift, sheet: str) -> str:
    from openpyxl.worksheet.cell_range import CellRange

    cells = CellRange(area)
    if all(shift.at(row) is None for row in range(cells.min_row, cells.max_row + 1)):
        return ""
    whole = f"{area}:{area}" if ":" not in area else area
    return shifted_reference(whole, shift, sheet, own=True)


def _heights(sheet: "Worksheet", shift: RowShift) -> None:
    old = dict(sheet.row_dimensions)
    sheet.row_dimensions.clear()
    for row, dimension in old.items():
        goes = shift.at(row)
        if goes is not None:
            dimension.index = goes
            sheet.row_dimensions[goes] = dimension
    model = old.get(shift.model)
    if model is None:
        return
    for row in shift.added():
        twin = sheet.row_dimensions[row]
        twin.height, twin.hidden = model.height, model.hidden
        twin.outlineLevel = model.outlineLevel


def _print_set_up(sheet: "Worksheet", shift: RowShift) -> None:
    if sheet.print_title_rows:
        first, last = sheet.print_title_rows.replace("$", "").split(":")
        sheet.print_title_rows = f"{shift.start(int(first))}:{shift.stop(int(last))}"
    if sheet.print_area:
        areas = sheet.print_area.split(",")
        sheet.print_area = ",".join(
            shifted_reference(each, shift, sheet.title, own=True).rpartition("!")[2]
            for each in areas
        )
    for each in [*sheet.row_breaks.brk]:
        goes = shift.at(each.id)
        if goes is None:
            sheet.row_breaks.brk.remove(each)
        else:
            each.id = goes
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = shifted_reference(
            sheet.auto_filter.ref, shift, sheet.title, own=True
        )


def _formats(sheet: "Worksheet", shift: RowShift) -> None:
    from openpyxl.formatting.formatting import ConditionalFormattingList

    moved = ConditionalFormattingList()
    for formatting in sheet.conditional_formatting:
        ranges = shifted_ranges(str(formatting.sqref), shift, sheet.title)
        for rule in formatting.rules if ranges else ():
            rule.formula = [
                _formula(each, shift, sheet.title, own=True) for each in rule.formula or ()
            ]
            moved.add(ranges, rule)
    sheet.conditional_formatting = moved


def _validations(sheet: "Worksheet", shift: RowShift) -> None:
    from openpyxl.worksheet.cell_range import MultiCellRange

    kept = []
    for validation in sheet.data_validations.dataValidation:
        ranges = shifted_ranges(str(validation.sqref), shift, sheet.title)
        if ranges:
            validation.sqref = MultiCellRange(ranges)
            for name in ("formula1", "formula2"):
                formula = getattr(validation, name)
                if formula:
                    setattr(validation, name, _formula(formula, shift, sheet.title, own=True))
            kept.append(validation)
    sheet.data_validations.dataValidation = kept


def _references(sheet: "Worksheet", shift: RowShift) -> None:
    """Formulas of every sheet, and the names of the workbook."""
    from openpyxl.worksheet.formula import ArrayFormula

    book = _book(sheet)
    for page, cell, formula in list(_formulas(book)):
        own = page is sheet
        moved = shifted_formula(formula, shift, sheet.title, own=own)
        if isinstance(cell.value, ArrayFormula):
            array = copy(cell.value)
            array.text = moved
            if own:
                array.ref = shifted_ranges(array.ref, shift, sheet.title) or cell.coordinate
            cell.value = array
        elif moved != formula:
            cell.value = moved
    for names in (book.defined_names, *(each.defined_names for each in book.worksheets)):
        for name in names.values():
            if name.attr_text:
                name.attr_text = _formula(name.attr_text, shift, sheet.title, own=False)


def _formula(text: str, shift: RowShift, sheet: str, *, own: bool) -> str:
    """A formula that is kept without its `=`."""
    return shifted_formula(f"={text}", shift, sheet, own=own)[1:]


def _formulas(book: "Workbook") -> "Iterator[tuple[Worksheet, Cell, str]]":
    from openpyxl.worksheet.formula import ArrayFormula

    for page in cast("list[Worksheet]", book.worksheets):
        for cell in cast("Iterator[Cell]", chain.from_iterable(page.iter_rows())):
            value = cell.value
            if isinstance(value, ArrayFormula):
                yield page, cell, value.text or "="
            elif is_formula(cell) and isinstance(value, str):
                yield page, cell, value


def _book(sheet: "Worksheet") -> "Workbook":
    book = sheet.parent
    assert book is not None
    return book
