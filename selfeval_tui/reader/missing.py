"""Which labels of a form were not found, as they are printed."""

from collections.abc import Iterator

from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.words import Words
from selfeval_tui.spec.model import TableBlock


def missing_labels(words: Words, anchors: Anchors) -> Iterator[str]:
    """The labels that stand nowhere; of a table that is missing as a whole only its own."""
    for name, label in words.printed.items():
        if name not in anchors.fields:
            yield label.rstrip("：:")
    for table in anchors.spec.tables:
        columns = _columns(anchors, table)
        if not columns:
            yield table.side.label if table.side else table.name
            continue
        for column in table.columns:
            if column.name not in columns:
                yield column.label or column.name
        rows = {row for of, row, _ in anchors.fixed if of == table.name}
        yield from (row.label for row in table.rows if row.label and row.id not in rows)


def _columns(anchors: Anchors, table: TableBlock) -> set[str]:
    """The columns of a table that were found."""
    if not table.free:
        return {name for of, _, name in anchors.fixed if of == table.name}
    tables = (each for each in anchors.free if each.block.name == table.name)
    return {column.name for each in tables for column, _ in each.columns}
