"""The lines of 导出 from which sheets are chosen."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from selfeval_tui.sheet import Batch, sheet_label
from selfeval_tui.store.kept.handed_out import Standing
from selfeval_tui.tui.export.choice import Choice, Range
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.glyphs import here

_STANDING_WIDTH = 11
"""Cells at the end of a sheet's line: 留底读不出."""


def range_lines(choice: Choice, batch: Batch) -> Iterator[Content]:
    """The ways of choosing, each with what it would choose."""
    for how in choice.ranges:
        more = ""
        if how is Range.ALL:
            more = f"（{len(choice.sheets)}张）"
        elif how is Range.DUE:
            more = f"（{len(choice.due or ())}张）"
        elif how is Range.ONE and choice.current:
            more = f"：{sheet_label(batch.sheet(choice.current))}"
        yield Content(f"{how.value}{more}")


def tick_lines(choice: Choice, standings: Mapping[str, Standing], room: int) -> Iterator[Content]:
    """The sheets with their ticks, and at the end how each stands to what was handed out.

    Args:
        choice: Which are ticked.
        standings: How the sheets stand, by their ids, as far as that is known.
        room: Cells of a line; without room for it nothing is said at the end.
    """
    room -= _STANDING_WIDTH
    for sheet in choice.sheets:
        mark = here().ticked if sheet.id in choice.ticked else here().unticked
        label = f"{mark} {sheet_label(sheet)}"
        standing = standings.get(sheet.id)
        if standing is None or room <= 0:
            yield Content(label)
            continue
        look = "bold $lit" if standing.due else "$quiet"
        words = fit(standing.words, _STANDING_WIDTH, right=True)
        yield Content.assemble(fit(label, room), (words, look))
