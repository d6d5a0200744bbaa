"""Adding and removing rows of a free table where the cursor stands."""

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec.model import TableBlock


def insert_below(batch: Batch, address: Address) -> Address | None:
    """Add a row below a cell's row; merged columns go on with the same text.

    Returns:
        The first cell of the new row that waits for a text; None outside a free table.
    """
    table = free_table(batch, address)
    if table is None:
        return None
    rows = list(batch.sheet(address.sheet).tables.get(table.name, {}))
    position = rows.index(address.row) + 1 if address.row in rows else 0
    kept = _group_texts(batch, table, address) if address.row else {}
    step = batch.insert_row(address.sheet, table.name, position, kept)
    waiting = next((each for each in table.columns if not kept.get(each.name)), table.columns[0])
    return step.at.beside(waiting.name)


def delete_row(batch: Batch, address: Address) -> bool:
    """Remove a cell's row; False outside a free table."""
    if not address.row or free_table(batch, address) is None:
        return False
    batch.delete_row(address)
    return True


def free_table(batch: Batch, address: Address) -> TableBlock | None:
    """The free table that a cell stands in; None elsewhere."""
    if not address.table:
        return None
    table = batch.sheet(address.sheet).spec.table(address.table)
    return table if table.free else None


def _group_texts(batch: Batch, table: TableBlock, address: Address) -> dict[str, str]:
    return {
        column.name: batch.typed(address.beside(column.name))
        for column in table.columns
        if column.group
    }
