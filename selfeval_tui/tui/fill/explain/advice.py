"""How a cell is filled: standard words, help, example."""

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec.model import Kind, Role
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import labelled


def options(about: About) -> list[Piece]:
    """The standard words of a column."""
    return labelled("常用 ", " ".join(suggestions(about.batch, about.address)))


def instruction(about: About) -> list[Piece]:
    """How to fill the cell."""
    field = about.field
    said = [field.help] if field.help else []
    if field.example:
        said.append(f"例：{field.example}")
    elif field.kind is Kind.DATE:
        said.append("写作 2024年4月23日")
    return [Piece("  ".join(said), Tone.QUIET)] if said else []


def suggestions(batch: Batch, address: Address) -> tuple[str, ...]:
    """The standard 一级指标, or the 二级指标 that belong to the row's 一级指标."""
    if not address.table:
        return ()
    table = batch.sheet(address.sheet).spec.table(address.table)
    first = table.with_role(Role.LEVEL1)
    role = table.column(address.name).role
    if role is Role.LEVEL1:
        return tuple(table.skeleton)
    if role is Role.LEVEL2 and first is not None:
        return table.skeleton.get(batch.typed(address.beside(first.name)), ())
    return ()
