"""The standard 一级指标 and 二级指标 of a form, offered where a cell of theirs is filled."""

from selfeval_tui.sheet import Address, Batch, field_at
from selfeval_tui.sheet.roles import text_beside
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.text import fold


def standard_names(batch: Batch, address: Address) -> tuple[str, ...]:
    """The names that the form has for a cell.

    A 二级指标 depends on the 一级指标 beside it, which may carry a weight as in 产出指标（20分）.

    Returns:
        The names in the form's order; none for other cells, and where the form has none.
    """
    if not address.table or not address.row:
        return ()
    spec = batch.sheet(address.sheet).spec
    table = spec.table(address.table)
    role = field_at(spec, address).role
    if role is Role.LEVEL1:
        return tuple(table.skeleton)
    if role is Role.LEVEL2:
        return _below(table, text_beside(batch, address, Role.LEVEL1))
    return ()


def offers_list(batch: Batch, address: Address) -> tuple[str, ...]:
    """The names among which the clerk chooses when the cell is opened and nothing was typed.

    A text of the clerk's own is edited as any other; so is a 一级指标, to which a weight may have
    to be added.
    """
    names, text = standard_names(batch, address), batch.typed(address).strip()
    if not text:
        return names
    role = field_at(batch.sheet(address.sheet).spec, address).role
    return names if role is Role.LEVEL2 and text in names else ()


def _below(table: TableBlock, level1: str) -> tuple[str, ...]:
    wanted = _bare(level1)
    found = (names for name, names in table.skeleton.items() if _bare(name) == wanted)
    return next(found, ())


def _bare(name: str) -> str:
    """A name without the weight behind it."""
    return fold(name).partition("(")[0]
