"""Plans what the tables of a template get: the money rows, and the rows of indicators."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from selfeval_tui.layout.content import Contents
from selfeval_tui.reader.fill.filling import Planned, TableFill, as_value, figure_of, fills
from selfeval_tui.reader.fill.match import alike, matching_row, matching_table
from selfeval_tui.reader.found import Anchors, FreeTable, Piece
from selfeval_tui.sheet import Row, Sheet
from selfeval_tui.spec.model import Column, FixedRow, TableBlock


@frozen
class TablePlanner:
    """Lays the tables of a sheet over those of a template."""

    _anchors: Anchors
    _sheet: Sheet
    _contents: Contents
    _computed: Contents
    """What a formula of the template shows, whatever was typed."""
    _planned: Planned

    def plan(self) -> Iterator[TableFill]:
        """Plan every table that has a place, and tell of the cells that have none."""
        self._fixed_rows()
        yield from self._free_tables()

    def _fixed_rows(self) -> None:
        placed: set[tuple[str, str, str]] = set()
        rows: set[tuple[str, str]] = set()
        for theirs in self._anchors.spec.tables:
            ours = matching_table(theirs, self._sheet.spec)
            if ours is None:
                continue
            for printed in theirs.rows:
                row = matching_row(printed, theirs, ours.rows)
                if row is not None and (ours.name, row.id) not in rows:
                    rows.add((ours.name, row.id))
                    placed.update(self._fixed_row(theirs, printed, ours, row.id))
        self._homeless_fixed(placed)

    def _fixed_row(
        self, theirs: TableBlock, printed: FixedRow, ours: TableBlock, row: str
    ) -> Iterator[tuple[str, str, str]]:
        """Plan one row; the cells of ours that have a place."""
        typed = self._sheet.tables.get(ours.name, {}).get(row, Row(row))
        fixed = ours.printed.get(row, {})
        contents = self._contents.row(ours, typed, fixed)
        figures = self._computed.row(ours, typed, fixed)
        for column, name in alike(theirs.columns, ours.columns).items():
            spot = self._anchors.fixed.get((theirs.name, printed.id, column))
            if spot is None or column in printed.fixed:
                continue
            figure = figure_of(figures[name]) if ours.column(name).calc else None
            said = typed.cells.get(name, "")
            place = f"{ours.name}.{row}.{name}"
            self._planned.values.extend(fills(place, spot, as_value(contents[name]), said, figure))
            yield ours.name, row, name

    def _homeless_fixed(self, placed: set[tuple[str, str, str]]) -> None:
        for table, row in self._sheet.rows():
            if table.free:
                continue
            for name, typed in row.cells.items():
                lost = (table.name, row.id, name) not in placed
                if lost and typed.strip() and name not in table.printed.get(row.id, {}):
                    self._planned.homeless.append(Piece(f"{table.name}.{row.id}.{name}", typed, ""))

    def _free_tables(self) -> Iterator[TableFill]:
        filled: set[str] = set()
        for found in self._anchors.free:
            ours = matching_table(found.block, self._sheet.spec)
            if ours is not None and ours.free and ours.name not in filled:
                filled.add(ours.name)
                yield self._free_table(found, ours)
        for table in self._sheet.spec.tables:
            if table.free and table.name not in filled:
                self._homeless_columns(table, table.columns)

    def _free_table(self, found: FreeTable, ours: TableBlock) -> TableFill:
        pairs = alike((column for column, _ in found.columns), ours.columns)
        names = {col: pairs[column.name] for column, col in found.columns if column.name in pairs}
        rows = [
            self._contents.row(ours, row, {})
            for row in self._sheet.tables.get(ours.name, {}).values()
        ]
        placed = set(names.values())
        self._homeless_columns(ours, [each for each in ours.columns if each.name not in placed])
        return TableFill(
            table=found,
            rows=tuple(
                {col: as_value(cells[name]) for col, name in names.items()} for cells in rows
            ),
            names=names,
            groups=frozenset(col for col, name in names.items() if ours.column(name).group),
            computed=frozenset(col for col, name in names.items() if ours.column(name).calc),
            place=ours.name,
        )

    def _homeless_columns(self, table: TableBlock, columns: Sequence[Column]) -> None:
        for number, row in enumerate(self._sheet.tables.get(table.name, {}).values(), start=1):
            for column in columns:
                typed = row.cells.get(column.name, "")
                if typed.strip():
                    place = f"{table.name}[{number}].{column.name}"
                    self._planned.homeless.append(Piece(place, typed, ""))
