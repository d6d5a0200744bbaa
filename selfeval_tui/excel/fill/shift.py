"""Where rows go when the rows of a table become more or fewer; formulas and ranges follow."""

import re
from collections.abc import Iterator

from attrs import frozen

_CELL = r"(\$?)([A-Za-z]{1,3})(\$?)(\d+)"
_REFERENCE = re.compile(rf"{_CELL}(?::{_CELL})?")
_ROWS = re.compile(r"(\$?)(\d+):(\$?)(\d+)")
_SHEET = re.compile(r"((?:'(?:[^']|'')+'|[^'!:]+)!)?(.+)", re.DOTALL)
LOST = "#REF!"


@frozen
class RowShift:
    """The rows `first` to `end` (counted from 1, `end` is below) become `count` rows.

    The last row stays the last; rows are added or taken away in front of it. Without any rows
    they are added below the header.
    """

    first: int
    end: int
    count: int

    @property
    def old(self) -> int:
        """How many rows there were."""
        return self.end - self.first

    @property
    def delta(self) -> int:
        """How far everything below moves."""
        return self.count - self.old

    @property
    def last(self) -> int:
        """The last row afterwards."""
        return self.first + self.count - 1

    @property
    def model(self) -> int:
        """The row that added rows look like: the last but one, or the only one."""
        return self.first + max(0, self.old - 2) if self.old else self.first - 1

    def source(self, row: int) -> int:
        """Which old row a new row of the table comes from."""
        if row == self.last and self.old:
            return self.end - 1
        return row if row < self.end - 1 else self.model

    def added(self) -> range:
        """The new rows that no old row moves to."""
        return range(max(self.end - 1, self.first), self.last + (not self.old))

    def at(self, row: int) -> int | None:
        """Where a row goes; None for one that is taken away."""
        if row < self.first:
            return row
        if row >= self.end - 1:
            return row + self.delta
        return row if row < self.last else None

    def start(self, row: int) -> int:
        """Where a range goes that begins in a row."""
        if row == self.first < self.end:
            return row
        goes = self.at(row)
        return self.last if goes is None else goes

    def stop(self, row: int) -> int:
        """Where a range goes that ends in a row: one over the model reaches over its likes."""
        if self.delta > 0 and self.old > 1 and row == self.model:
            return self.last - 1
        goes = self.at(row)
        return max(self.first, self.last - 1) if goes is None else goes

    def holds(self, row: int) -> bool:
        """Whether an old row is one of the table's."""
        return self.first <= row < self.end


def shifted_formula(formula: str, shift: RowShift, sheet: str, *, own: bool) -> str:
    """A formula whose references to the sheet follow its rows.

    Args:
        formula: With its `=`.
        shift: Which rows move.
        sheet: The name of the sheet they move in.
        own: Whether the formula stands in that sheet, so that bare references are to it.
    """
    from openpyxl.formula import Tokenizer

    tokens = Tokenizer(formula)
    for token in tokens.items:
        if token.type == token.OPERAND and token.subtype == token.RANGE:
            token.value = shifted_reference(token.value, shift, sheet, own=own)
    return f"={''.join(token.value for token in tokens.items)}"


def shifted_reference(reference: str, shift: RowShift, sheet: str, *, own: bool) -> str:
    """One reference, as in $A$5:$B$9, 5:8 or '附件1-1'!H13."""
    prefix, rest = _parted(reference)
    if not _is_about(prefix, sheet, own=own):
        return reference
    if found := _REFERENCE.fullmatch(rest):
        goes = _shifted_cells(found, shift)
    elif found := _ROWS.fullmatch(rest):
        start, stop = shift.start(int(found[2])), shift.stop(int(found[4]))
        goes = f"{found[1]}{start}:{found[3]}{stop}"
    else:
        return reference
    return f"{prefix}{goes}"


def single_rows(formula: str, sheet: str, *, own: bool) -> Iterator[int]:
    """The rows of a sheet that a formula names one by one, outside ranges."""
    from openpyxl.formula import Tokenizer

    for token in Tokenizer(formula).items:
        if token.type == token.OPERAND and token.subtype == token.RANGE:
            prefix, rest = _parted(token.value)
            found = _REFERENCE.fullmatch(rest)
            if found and found[5] is None and _is_about(prefix, sheet, own=own):
                yield int(found[4])


def _shifted_cells(found: re.Match[str], shift: RowShift) -> str:
    first = f"{found[1]}{found[2]}{found[3]}"
    if found[6] is None:
        row = shift.at(int(found[4]))
        return LOST if row is None else f"{first}{row}"
    last = f"{found[5]}{found[6]}{found[7]}"
    return f"{first}{shift.start(int(found[4]))}:{last}{shift.stop(int(found[8]))}"


def _parted(reference: str) -> tuple[str, str]:
    found = _SHEET.fullmatch(reference)
    return (found[1] or "", found[2]) if found else ("", reference)


def _is_about(prefix: str, sheet: str, *, own: bool) -> bool:
    if not prefix:
        return own
    name = prefix[:-1]
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return name.lower() == sheet.lower()
