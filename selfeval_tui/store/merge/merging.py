"""Three versions of a sheet (as it was, ours, theirs): where they part, and what becomes of it.

Pure: nothing is read or written. Rows are known by their ids, cells by their names. Without the
version that both came from, a blank text counts as not changed.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from selfeval_tui.sheet import Basis, Life, Ruling, Sheet
from selfeval_tui.store.merge.parts import Key, Kind, Parts, key_of_row, parts_of, row_in
from selfeval_tui.store.merge.uniting import united


class Side(StrEnum):
    """Whose version."""

    OURS = "ours"
    THEIRS = "theirs"


class Who(StrEnum):
    """Who changed something since both had the same."""

    WE = "we"
    THEY = "they"
    BOTH = "both"
    """Each of us differently."""


_PRESET = {Who.WE: Side.OURS, Who.THEY: Side.THEIRS, Who.BOTH: None}


@frozen
class Point:
    """One place where the versions part."""

    key: Key
    who: Who
    ours: object
    """What stands there; for a row its parts, None where it is not there."""
    theirs: object

    @property
    def preset(self) -> Side | None:
        """Whose version is taken if nobody says otherwise; None where it has to be chosen."""
        return _PRESET[self.who]


@frozen
class Merge:
    """How the versions of one sheet stand to each other."""

    sheet: str
    """The id."""
    base: Sheet | None
    """What both came from, where that is known."""
    ours: Sheet | None
    """None where it was removed here."""
    theirs: Sheet | None
    """None where it was removed elsewhere."""
    points: tuple[Point, ...]
    """In the order of the form. None where both say the same."""
    alike: int = 0
    """How many places both changed alike."""


def merge(base: Sheet | None, ours: Sheet | None, theirs: Sheet | None) -> Merge:
    """Find where the versions of a sheet part.

    A sheet that is gone in one of them, has another form or was finalised is chosen as a whole:
    what was finalised (定稿) is worth nothing with a cell of somebody else's in it.

    Args:
        base: What both came from; None where there was none, or it is not known.
        ours: What is open here; None where it was removed.
        theirs: What somebody else left; None where it was removed.
    """
    one = ours or theirs
    assert one is not None
    if ours is None or theirs is None or _only_whole(ours, theirs):
        who = _who(_all_of(base), _all_of(ours), _all_of(theirs), known=base is not None)
        whole = (Point(Key(Kind.SHEET), who, ours, theirs),) if who else ()
        return Merge(one.id, base, ours, theirs, whole)
    mine, yours = parts_of(ours), parts_of(theirs)
    known = parts_of(base) if base else None
    points = tuple(_points(known, mine, yours))
    return Merge(one.id, base, ours, theirs, points, _alike(known, mine, yours))


def resolve(found: Merge, choices: Mapping[Key, Side]) -> Sheet | None:
    """The sheet that comes of it; None where it is removed.

    Args:
        found: Where the versions part.
        choices: Whose version counts where that is not the preset one.

    Raises:
        KeyError: Something had to be chosen and was not.
    """
    sides = {each.key: each.preset for each in found.points} | dict(choices)
    taken = {key for key in sides if _decided(sides, key) is Side.THEIRS}
    if found.ours is None or found.theirs is None or Key(Kind.SHEET) in sides:
        chosen = found.theirs if taken else found.ours
        return chosen.copy() if chosen else None
    return united(found.ours, found.theirs, taken)


def undecided(found: Merge, choices: Mapping[Key, Side]) -> Iterator[Key]:
    """The places where somebody still has to choose."""
    return (each.key for each in found.points if each.preset is None and each.key not in choices)


def _decided(sides: Mapping[Key, Side | None], key: Key) -> Side:
    side = sides[key]
    if side is None:
        raise KeyError(key)
    return side


def _only_whole(ours: Sheet, theirs: Sheet) -> bool:
    if ours.spec.id != theirs.spec.id or ours.newer or theirs.newer:
        return True
    return ours.life != theirs.life and (ours.life.locked or theirs.life.locked)


def _all_of(sheet: Sheet | None) -> object:
    return (sheet.spec.id, parts_of(sheet)) if sheet else None


def _alike(base: Parts | None, ours: Parts, theirs: Parts) -> int:
    if base is None:
        return 0
    same = (key for key in ours.keys() & theirs.keys() if ours[key] == theirs[key])
    return sum(1 for key in same if base.get(key) != ours[key] and key.kind is not Kind.ORDER)


def _points(base: Parts | None, ours: Parts, theirs: Parts) -> Iterator[Point]:
    """Field by field, table by table, row by row; what belongs to no cell stands last."""
    for key in sorted({**ours, **theirs}, key=_Place(ours, theirs)):
        if key.kind is Kind.ORDER:
            yield from _of_order(base, ours, theirs, key)
        elif key.kind is Kind.ROW:
            if (key in ours) != (key in theirs):
                yield from _point(base, ours, theirs, key)
        elif not key.row or (key_of_row(key) in ours and key_of_row(key) in theirs):
            yield from _point(base, ours, theirs, key)


def _point(base: Parts | None, ours: Parts, theirs: Parts, key: Key) -> Iterator[Point]:
    mine, yours = _said(ours, key), _said(theirs, key)
    before = _said(base, key) if base is not None else None
    who = _who(before, mine, yours, known=base is not None)
    if who:
        yield Point(key, who, mine, yours)


def _of_order(base: Parts | None, ours: Parts, theirs: Parts, key: Key) -> Iterator[Point]:
    """The order of the rows that both have; a row that came or went changes no order."""

    def among(parts: Parts, rows: set[str]) -> tuple[str, ...]:
        order = parts.get(key, ())
        assert isinstance(order, tuple)
        return tuple(row for row in order if row in rows)

    both = set(among(ours, set(_rows(theirs, key))))
    mine, yours = among(ours, both), among(theirs, both)
    if mine == yours:
        return
    old = both & set(_rows(base, key)) if base is not None else set()
    before = among(base, old) if base is not None else None
    who = _who(before, among(ours, old), among(theirs, old), known=base is not None) or Who.BOTH
    yield Point(key, who, mine, yours)


def _rows(parts: Parts, key: Key) -> tuple[str, ...]:
    order = parts.get(key, ())
    assert isinstance(order, tuple)
    return order


def _said(parts: Parts, key: Key) -> object:
    """What a version says there; the whole row for a row."""
    if key.kind is Kind.ROW:
        return row_in(parts, key)
    return parts.get(key, _BLANK[key.kind])


def _who(base: object, ours: object, theirs: object, *, known: bool) -> Who | None:
    """Who changed something; None where both say the same."""
    if ours == theirs:
        return None
    if not known:
        base = next((each for each in (ours, theirs) if each in _NOTHING), object())
    if base == ours:
        return Who.THEY
    return Who.WE if base == theirs else Who.BOTH


_BLANK: Mapping[Kind, object] = {
    Kind.CELL: "",
    Kind.RULING: Ruling(),
    Kind.BASIS: Basis(),
    Kind.EXPLANATION: None,
    Kind.REMARK: None,
    Kind.APPROVED: (),
    Kind.LIFE: Life(),
}
_NOTHING: tuple[object, ...] = ("", None, (), Ruling(), Basis(), Life())


class _Place:
    """Where a part stands in the form, to sort by: fields, rows by table, the rest."""

    _KINDS = tuple(Kind)

    def __init__(self, ours: Parts, theirs: Parts) -> None:
        self._rank = {key: number for number, key in enumerate({**theirs, **ours})}
        self._rows = {
            (key.table, key.row): number
            for number, key in enumerate(dict.fromkeys([*ours, *theirs]))
            if key.kind is Kind.ROW
        }
        self._tables = {table: number for number, (table, _row) in enumerate(self._rows)}

    def __call__(self, key: Key) -> tuple[int, int, int, int]:
        """The rank of a part."""
        if not key.table:
            last = key.kind is not Kind.CELL
            return (2 if last else 0), 0, 0, self._rank[key]
        row = self._rows.get((key.table, key.row), -1)
        return 1, self._tables.get(key.table, -1), row, self._rank[key]
