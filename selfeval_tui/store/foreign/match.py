"""Which keys of a neutral file a form has a place for, and what goes there."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from itertools import pairwise
from typing import Any

from attrs import Factory, define, frozen

from selfeval_tui.spec.model import Field, Kind, Role, RowBlock, Spec, TableBlock
from selfeval_tui.store.foreign.aliases import means, names_whole_money, plain
from selfeval_tui.text import strip_controls

_NUMBER = re.compile(r"\s*[(（]?\d+\s*[.．、)）]\s*")
_BLANKS = re.compile(r"\s+")


_NO_PLACE = "表样上没有这一栏"
_NO_TEXT = "这一栏不能这样写"
_TWICE = "与另一栏是同一处，内容不同"


@frozen
class Unplaced:
    """What a file says that goes nowhere."""

    key: str
    """As 指标.权重 where it stands in a table."""
    text: str
    """Empty where it is none."""
    why: str


@define
class Match:
    """A neutral file laid over one form."""

    spec: Spec
    fields: dict[str, str] = Factory(dict)
    fixed: dict[tuple[str, str], dict[str, str]] = Factory(dict)
    """The cells of fixed rows by table and row."""
    free: dict[str, list[dict[str, str]]] = Factory(dict)
    known: set[str] = Factory(set)
    alike: set[str] = Factory(set)
    """What was found under the name that another family prints for it."""
    unplaced: list[Unplaced] = Factory(list)

    @property
    def unknown(self) -> list[str]:
        """The keys of what goes nowhere."""
        return [each.key for each in self.unplaced]

    def fit(self) -> tuple[int, int, int]:
        """How well the form fits: most keys known, then most understood, then fewest left empty."""
        columns = sum(len(table.columns) for table in self.spec.tables)
        places = len(self.spec.fields) + columns
        return len(self.known), len(self.alike - self.known), len(self.known) - places


def match(spec: Spec, values: Mapping[str, Any]) -> Match:
    """Lay the values of a neutral file over a form."""
    found = Match(spec)
    fields = _places(spec.fields.values(), _printed_labels(spec))
    for key, value in values.items():
        if isinstance(value, dict):
            _fixed_row(found, key, value)
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            _free_rows(found, key, value)
        else:
            _field(found, fields, key, value)
    return found


def _field(found: Match, fields: Mapping[str, Field], key: str, value: object) -> None:
    exact = fields.get(_folded(key))
    field = exact or _called_otherwise(fields, key)
    text = None if field is None else _text_of_field(field, value)
    if field is None or text is None:
        found.unplaced.append(_unplaced(key, value, known=field is not None))
        return
    (found.known if exact else found.alike).add(field.name)
    _put(found, found.fields, field.name, text, key)


def _fixed_row(found: Match, key: str, values: Mapping[str, Any]) -> None:
    for table in found.spec.tables:
        for row in table.rows:
            if _folded(key) in {_folded(row.label), _folded(row.id)}:
                cells = found.fixed.setdefault((table.name, row.id), {})
                _cells(found, table, key, values, cells)
                return
    if not _whole_money(found, key, values):
        found.unplaced.append(_unplaced(key, values, known=False))


def _whole_money(found: Match, key: str, values: Mapping[str, Any]) -> bool:
    """Whether the row is 资金总额 under another name; it goes to the first row about money."""
    money = found.spec.table_with_role(Role.SPENT)
    if money is None or not money[0].rows or not names_whole_money(_folded(key)):
        return False
    cells = found.fixed.setdefault((money[0].name, money[0].rows[0].id), {})
    _cells(found, money[0], key, values, cells)
    return True


def _free_rows(found: Match, key: str, rows: Iterable[Mapping[str, Any]]) -> None:
    for table in found.spec.tables:
        if table.free and _folded(key) == _folded(table.name):
            for row in rows:
                cells: dict[str, str] = {}
                _cells(found, table, key, row, cells)
                found.free.setdefault(table.name, []).append(cells)
            return
    found.unplaced.append(_unplaced(key, rows, known=False))


def _cells(
    found: Match, table: TableBlock, key: str, values: Mapping[str, Any], cells: dict[str, str]
) -> None:
    columns = _places(table.columns, ())
    for name, value in values.items():
        exact, text = columns.get(_folded(name)), _text(value)
        column = exact or _called_otherwise(columns, name)
        if column is None or text is None:
            known = column is not None
            found.unplaced.append(_unplaced(f"{key}.{name}", value, known=known))
            continue
        (found.known if exact else found.alike).add(f"{table.name}.{column.name}")
        _put(found, cells, column.name, text, f"{key}.{name}")


def _unplaced(key: str, value: object, *, known: bool) -> Unplaced:
    """A value that goes nowhere, with its texts.

    Args:
        key: What it is called.
        value: A text, a list of texts or whole rows.
        known: Whether the form has such a place, but not for such a value.
    """
    return Unplaced(key, "、".join(_texts_in(value)), _NO_TEXT if known else _NO_PLACE)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping | list | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts_in(each)
    elif text := _text(value):
        yield text


def _put(found: Match, texts: dict[str, str], name: str, text: str, key: str) -> None:
    """Put a text in its place; where another key put a different one before, that one stays."""
    if texts.get(name, text) != text:
        found.unplaced.append(Unplaced(key, text, _TWICE))
    elif text:
        texts[name] = text


def _places(fields: Iterable[Field], printed: Iterable[tuple[str, Field]]) -> dict[str, Field]:
    """Fields or columns by all that they may be called; the stable name wins."""
    fields = tuple(fields)
    names = {_folded(label): field for label, field in printed}
    names |= {field.role.value: field for field in fields if field.role is not None}
    names |= {_folded(field.label): field for field in fields if field.label}
    return names | {_folded(field.name): field for field in fields}


def _called_otherwise(places: Mapping[str, Field], name: str) -> Field | None:
    """The place for what another family calls by this name."""
    label = _folded(name)
    found = (field for field in places.values() if means(label, field.role))
    return places.get(plain(label)) or next(found, None)


def _printed_labels(spec: Spec) -> Iterator[tuple[str, Field]]:
    """The labels that stand in front of fields on the sheet."""
    for line in spec.head:
        if line.label and line.field:
            yield line.label, spec.fields[line.field]
    yield from spec.signed
    for block in spec.blocks:
        if isinstance(block, RowBlock):
            for label, value in pairwise(block.cells):
                if label.label and not label.field and value.field:
                    yield label.label, spec.fields[value.field]


def _text_of_field(field: Field, value: object) -> str | None:
    if not isinstance(value, list):
        return _text(value)
    items = [_text(each) for each in value]
    if any(each is None for each in items):
        return None
    lines = [each for each in items if each is not None]
    if field.role is Role.NOTES:
        return _notes(field, lines)
    return ("\n" if field.kind in {Kind.LONG, Kind.FLAGS} else "、").join(lines)


def _notes(field: Field, lines: list[str]) -> str:
    """The notes as they are printed, numbered; empty where they are the form's own."""
    if are_own_notes(field, lines):
        return ""
    numbered = lines != _unnumbered(lines) or len(lines) < 2
    return "\n".join(
        line if numbered else f"{number}.{line}" for number, line in enumerate(lines, start=1)
    )


def are_own_notes(field: Field, lines: Iterable[str]) -> bool:
    """Whether notes (备注) are those that the form prints itself, numbered or not."""
    return _unnumbered(lines) == _unnumbered(field.default.split("\n"))


def _unnumbered(lines: Iterable[str]) -> list[str]:
    return [_NUMBER.sub("", line, count=1) for line in lines]


def _text(value: object) -> str | None:
    """A value as the text of a cell; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, date | time):
        return value.isoformat()
    if not isinstance(value, str | int):
        return None
    try:
        return strip_controls(str(value))
    except ValueError:
        # A figure in another base may have more digits than Python writes out.
        return None


def _folded(name: str) -> str:
    """A label without blanks and colons, with one glyph for each bracket."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name)).rstrip(":")
