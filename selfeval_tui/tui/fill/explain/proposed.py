"""What could be filled in, and which key does it."""

from selfeval_tui.sheet.propose import Hindrance, Occasion, converted, propose
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.keys import Where, keys_of


def conversion(about: About) -> list[Piece]:
    """The amount that is being typed, in the unit of its field; Enter takes it."""
    typing = about.preview is not None and about.text != about.batch.typed(about.address)
    found = converted(about.field, about.text) if typing else None
    if found is None:
        return []
    take, keep = _key(Where.EDITOR, "commit_proposed"), _key(Where.EDITOR, "commit_next")
    ways = f"  {take}按 {found.text} 填；{keep} 照原样留"
    return [Piece(found.asked, Tone.ASKED), Piece(ways, Tone.QUIET)]


def suggestion(about: About) -> list[Piece]:
    """What a key would fill into the cell under the cursor; nothing on a locked sheet."""
    if about.preview or about.today is None or about.sheet.life.locked:
        return []
    found = propose(Occasion(about.batch, about.address, about.today))
    if found is None:
        return []
    if isinstance(found, Hindrance):
        return [Piece(found.why, Tone.ASKED)]
    way = Piece(f"  按 {_key(Where.GRID, 'fill_proposal')} 填入", Tone.QUIET)
    return [Piece("建议 ", Tone.LABEL), Piece(found.why), way]


def _key(where: Where, action: str) -> str:
    return next(key.shown_as for key in keys_of(where) if key.action == action)
