"""Plans what a sheet writes into a form of the bureau, and tells what has no place there."""

from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.options import Rates
from selfeval_tui.reader.fill.fields import FieldPlanner
from selfeval_tui.reader.fill.filling import Filling, Planned
from selfeval_tui.reader.fill.kept import told_of_kept
from selfeval_tui.reader.fill.tables import TablePlanner
from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.grid import Grid
from selfeval_tui.sheet import Batch, Sheet


def plan_filling(
    anchors: Anchors, grid: Grid, batch: Batch, sheet: Sheet, rates: Rates = "typed"
) -> Filling:
    """Say what each recognised place of a template gets.

    Args:
        anchors: What was recognised in the empty form.
        grid: The grid that it lies in.
        batch: Knows the computed values.
        sheet: The sheet to fill in; its form may be of another family.
        rates: Which percentage to write where the typed one disagrees with the computed one.
    """
    contents, planned = Contents(batch, sheet, rates), Planned()
    computed = Contents(batch, sheet, "computed")
    FieldPlanner(grid, anchors, sheet, contents, planned).plan()
    tables = tuple(TablePlanner(anchors, sheet, contents, computed, planned).plan())
    values = planned.one_a_cell()
    return Filling(
        sheet=sheet,
        page=grid.name,
        values=values,
        tables=tables,
        missing=tuple(dict.fromkeys(anchors.missing)),
        homeless=tuple(planned.homeless),
        notices=(*planned.notices, *told_of_kept(anchors, grid, values)),
    )
