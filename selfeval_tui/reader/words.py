"""The words of a form: what it prints beside each place, and what other families print there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain

from attrs import Factory, define

from selfeval_tui.reader.labels import Keys, keys_of
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import NotesBlock, Role, RowBlock, Spec, TableBlock
from selfeval_tui.store.foreign.aliases import (
    OUTCOMES,
    aliases_of,
    names_whole_money,
    part_of_money,
)

_UNLABELLED = frozenset({Role.TITLE, Role.ATTACHMENT})
"""They stand above the grid without a label."""


@define(eq=False)
class Names:
    """Places by what they may be called, from the closest to the loosest."""

    whole: dict[str, str] = Factory(dict)
    plain: dict[str, str] = Factory(dict)
    bare: dict[str, str] = Factory(dict)
    alias: dict[str, str] = Factory(dict)

    def add(self, label: str, place: str) -> None:
        """Say that a place is called so on the form."""
        keys = keys_of(label)
        self.whole.setdefault(keys.whole, place)
        self.plain.setdefault(keys.plain, place)
        self.bare.setdefault(keys.bare, place)

    def add_aliases(self, role: Role | None, place: str) -> None:
        """Say that a place plays a role, so that other families' words name it too."""
        for alias in aliases_of(role):
            self.alias.setdefault(alias, place)

    def own(self, keys: Keys) -> str | None:
        """The place that the form itself calls so."""
        return self.whole.get(keys.whole) or self.plain.get(keys.plain) or self.bare.get(keys.bare)

    def other(self, keys: Keys) -> str | None:
        """The place that another family calls so."""
        return self.alias.get(keys.whole) or self.alias.get(keys.plain) or self.alias.get(keys.bare)

    def find(self, keys: Keys) -> str | None:
        """The place, whoever calls it so."""
        return (self.own(keys) or self.other(keys)) if keys.whole else None

    def words(self) -> Iterator[str]:
        """All words of the form and of others."""
        return chain(self.whole, self.plain, self.bare, self.alias)


class Words:
    """What a form prints.

    Args:
        spec: The form.
    """

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.fields = Names()
        self.printed: dict[str, str] = {}
        """The label of each field that is printed beside it."""
        self.columns: dict[str, Names] = {}
        """The columns of each table."""
        self.rows: dict[str, Names] = {}
        """The fixed rows of each table by their ids."""
        self.sides: dict[str, str] = {}
        """The tables by the plain label that stands left of them."""
        self.fixed: set[str] = set()
        """Labels without a place, such as the 100 beside 总分."""
        self._name_fields()
        for table in spec.tables:
            self._name_table(table)

    def _name_fields(self) -> None:
        for label, name in printed_labels(self.spec):
            self.printed.setdefault(name, label)
            self.fields.add(label, name)
        for field in self.spec.fields.values():
            if field.role not in _UNLABELLED:
                self.fields.add(field.name, field.name)
                if field.label:
                    self.fields.add(field.label, field.name)
                self.fields.add_aliases(field.role, field.name)
        labels = (
            cell.label
            for block in self.spec.blocks
            if isinstance(block, RowBlock)
            for cell in block.cells
            if cell.label
        )
        self.fixed.update(
            keys.whole for keys in map(keys_of, labels) if self.fields.own(keys) is None
        )

    def _name_table(self, table: TableBlock) -> None:
        columns, rows = Names(), Names()
        for column in table.columns:
            columns.add(column.label or column.name, column.name)
            columns.add(column.name, column.name)
            columns.add_aliases(column.role, column.name)
            if column.role is None and table.with_role(Role.GOAL):
                columns.alias.update(dict.fromkeys(OUTCOMES, column.name))
        for row in table.rows:
            if row.label:
                rows.add(row.label, row.id)
                rows.alias.setdefault(part_of_money(keys_of(row.label).plain), row.id)
        self.columns[table.name], self.rows[table.name] = columns, rows
        if table.side is not None:
            self.sides.setdefault(keys_of(table.side.label).plain, table.name)

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """A label and its colon, with the value behind them in the same cell."""
        labels = sorted({*self.fields.whole, *self.fields.plain, *self.fields.alias}, key=len)
        spaced = (r"\s*".join(map(_glyph, label)) for label in reversed(labels) if label)
        note = r"(?:\s*[（(【][^（）()【】]*[)）】])?"
        return re.compile(rf"(?P<label>(?:{'|'.join(spaced)}){note})\s*[：:﹕]")

    def leads(self, text: str) -> bool:
        """Whether a text begins with a label and a colon."""
        return (":" in text or "：" in text) and self.lead.match(text.lstrip()) is not None

    def rank(self, field: str, keys: Keys) -> int:
        """How clear another family's word for a field is; the clearest is 0."""
        aliases = aliases_of(self.spec.fields[field].role)
        at = [aliases.index(key) for key in (keys.whole, keys.plain, keys.bare) if key in aliases]
        return min(at, default=len(aliases))

    def row(self, table: TableBlock, keys: Keys) -> str | None:
        """The id of the fixed row that is called so."""
        names = self.rows[table.name]
        found = names.own(keys) or names.alias.get(part_of_money(keys.plain))
        if found is None and table.rows and table.with_role(Role.SPENT):
            return table.rows[0].id if names_whole_money(keys.plain) else None
        return found

    def is_side(self, keys: Keys) -> bool:
        """Whether it is the label that stands left of a whole table."""
        return keys.plain in self.sides or keys.bare in self._bare_sides

    @cached_property
    def _bare_sides(self) -> frozenset[str]:
        return frozenset(keys_of(side).bare for side in self.sides)

    def fit(self, present: frozenset[str]) -> tuple[int, int, int]:
        """How well the form fits: most own words, then most of others, then fewest missing.

        Args:
            present: Everything that the cells of a page may be known by.
        """
        own = other = places = 0
        once = [table.name for table in self.spec.tables if table.number == 1]
        tables = (names[name] for names in (self.columns, self.rows) for name in once)
        for names in (self.fields, *tables):
            mine = _places(names.plain, present) | _places(names.whole, present)
            own += len(mine)
            other += len(_places(names.alias, present) | _places(names.bare, present) - mine)
            places += len({*names.plain.values()})
        own += sum(side in present for side, table in self.sides.items() if table in once)
        return own, other, own - places - len(once)

    def all_words(self) -> Iterator[str]:
        """Every label of the form and what others print for them."""
        for names in (self.fields, *self.columns.values(), *self.rows.values()):
            yield from names.words()
        yield from self.sides
        yield from (keys_of(side).bare for side in self.sides)


def _places(names: Mapping[str, str], present: frozenset[str]) -> set[str]:
    return {place for word, place in names.items() if word in present}


def _glyph(folded: str) -> str:
    """A folded character as it may stand in a file."""
    return {"(": "[（(【]", ")": "[)）】]"}.get(folded) or re.escape(folded)


def printed_labels(spec: Spec) -> Iterator[tuple[str, str]]:
    """The labels that stand beside fields, with the fields' names, from top to bottom."""
    for line in spec.head:
        if line.label and line.field:
            yield line.label, line.field
    for block in spec.blocks:
        if isinstance(block, RowBlock):
            yield from _labels_in(block)
        elif isinstance(block, NotesBlock):
            yield block.label, block.field
    for label, field in spec.signed:
        yield label, field.name


def _labels_in(block: RowBlock) -> Iterator[tuple[str, str]]:
    """The nearest words left of each field; a lone figure (100) is no label."""
    label = ""
    for cell in block.cells:
        if cell.field:
            if cell.note or label:
                yield cell.note or label, cell.field
            label = ""
        elif cell.label and not cell.label.isdecimal():
            label = cell.label


@cache
def shipped_words() -> tuple[Words, ...]:
    """The words of the forms that come with the program and are handed in."""
    specs = (load_spec(spec_id) for spec_id in spec_ids())
    return tuple(Words(spec) for spec in specs if spec.printed)


@cache
def standard_levels() -> frozenset[str]:
    """The 一级 and 二级指标 that the forms print, without the weights in brackets."""
    return frozenset(
        keys_of(level).plain
        for words in shipped_words()
        for table in words.spec.tables
        for level in chain(table.skeleton, *table.skeleton.values())
    )


@cache
def _shipped_labels() -> frozenset[str]:
    return labels_among(shipped_words())


def labels_among(forms: Iterable[Words]) -> frozenset[str]:
    """Every label of some forms, and what others print for them."""
    return frozenset(word for words in forms for word in words.all_words() if word)


def known_labels(forms: tuple[Words, ...]) -> frozenset[str]:
    """As `labels_among`, remembered for the forms that come with the program."""
    return _shipped_labels() if forms is shipped_words() else labels_among(forms)
