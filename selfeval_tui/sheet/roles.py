"""What stands in a row, asked for by role."""

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.spec.model import Role


def text_beside(batch: Batch, address: Address, role: Role) -> str:
    """What was typed in the column of a role, in the row of a cell.

    Returns:
        The text to the letter; empty for a field and where the table has no such column.
    """
    if not address.row:
        return ""
    column = batch.sheet(address.sheet).spec.table(address.table).with_role(role)
    return batch.typed(address.beside(column.name)) if column else ""
