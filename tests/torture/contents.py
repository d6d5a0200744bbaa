"""What a workspace says, cell by cell, and whether a clerk's deed explains how that changed."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from attrs import frozen

from selfeval_tui.sheet import Address, Sheet

Content = Mapping[Address, str]
"""Every cell, blank ones too."""


class Kind(StrEnum):
    """What a clerk may do to a sheet."""

    NOTHING = "nothing"
    TYPED = "typed"
    PASTED = "pasted"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLAYED = "replayed"
    """Undone or redone."""
    PUT_BACK = "put back"


@frozen
class Deed:
    """One of them, with its texts."""

    kind: Kind
    texts: tuple[str, ...] = ()


def content_of(sheets: Iterable[Sheet]) -> Content:
    """What sheets say."""
    return {at: sheet.typed(at) for sheet in sheets for at in sheet.addresses()}


def is_explained(
    before: Content, after: Content, deed: Deed, known: Collection[Content] = ()
) -> bool:
    """Whether a deed, done whole or not at all, leads from one content to the other.

    Args:
        before: What was there.
        after: What is there.
        deed: What the clerk did.
        known: What was ever there, to which undo may lead.
    """
    if before == after:
        return True
    changed = {at: text for at, text in after.items() if before.get(at) != text}
    gone = before.keys() - after.keys()
    new = after.keys() - before.keys()
    texts = set(deed.texts)
    ways = {
        Kind.NOTHING: False,
        Kind.TYPED: not gone and not new and list(changed.values()) == list(deed.texts),
        Kind.PASTED: not gone
        and all(text in texts or (not text and at in new) for at, text in changed.items()),
        Kind.INSERTED: not gone and changed.keys() == new and len(_rows(new)) == 1,
        Kind.DELETED: not changed and len(_rows(gone)) == 1,
        Kind.REPLAYED: after in known,
        Kind.PUT_BACK: not gone and set(changed.values()) <= texts,
    }
    return ways[deed.kind]


def _rows(cells: Iterable[Address]) -> set[Address]:
    return {at.of_row for at in cells}


def difference(before: Content, after: Content) -> str:
    """The first cells that differ, for whoever looks into a broken promise."""
    cells = sorted({*before, *after}, key=str)
    told = ((at, before.get(at), after.get(at)) for at in cells if before.get(at) != after.get(at))
    return str(list(told)[:4])
