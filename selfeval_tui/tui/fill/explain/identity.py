"""Which cell this is, how much is written there, and what."""

from selfeval_tui.spec.model import Role
from selfeval_tui.text.length import characters
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain.about import About


def name(about: About) -> list[Piece]:
    """Where this is, and how long the text is."""
    label = about.field.label or about.field.name
    return [Piece(f"{_row_name(about)}{label}", Tone.HEADING), *_length(about)]


def text(about: About) -> list[Piece]:
    """The whole text; where nothing is typed, what the form prints."""
    if about.text:
        return [Piece(about.text)]
    default = about.field.default.strip()
    return [Piece(default, Tone.QUIET)] if default else []


def _length(about: About) -> list[Piece]:
    """How much is written, beside the limit of the field; nothing is ever cut."""
    limit, count = about.field.limit, characters(about.text)
    if not about.text:
        allowed = f"，限 {limit} 字" if limit else ""
        return [] if about.field.default else [Piece(f"  未填{allowed}", Tone.QUIET)]
    if limit is None:
        return [Piece(f"  {count}字", Tone.QUIET)]
    written = Piece(f"  已写 {count}/{limit}字", Tone.QUIET)
    if count <= limit:
        return [written]
    excess = f"  超出 {count - limit} 字；不会截断，请自行压缩"
    return [written, Piece(excess, Tone.ASKED)]


def _row_name(about: About) -> str:
    """The indicator, or the label of a fixed row."""
    if about.table is None:
        return ""
    column = about.table.with_role(Role.INDICATOR)
    if column is not None and column.name != about.address.name:
        words = about.batch.typed(about.address.beside(column.name))
    else:
        rows = about.table.rows
        words = next((row.label for row in rows if row.id == about.address.row), "")
    return f"{words} {about.glyphs.dot} " if words else ""
