"""Bring a TOML document to a sheet's content by replacing what differs and nothing else."""

from collections.abc import Mapping, Sequence

import tomlkit
from attrs import Factory, define
from tomlkit import TOMLDocument
from tomlkit.container import Container
from tomlkit.items import AoT, Comment, Table, Trivia, Whitespace

from selfeval_tui.spec.model import Spec
from selfeval_tui.store.sheetfile.end_mark import with_end, without_end
from selfeval_tui.store.sheetfile.format import FORMAT, FORMAT_KEY, ID, LISTS, Content, Scalar

_HEAD = "绩效自评表存档，由 selfeval 写成。要手工改动，请先关闭程序。"

_Rows = Sequence[Mapping[str, str]]


class UnmendableError(Exception):
    """The document is laid out in a way that cannot be continued, such as rows in one line."""


@define
class Document:
    """A TOML document, and the rows that were taken out of it and may be undone into it."""

    toml: TOMLDocument
    gone: dict[tuple[str, str], Table] = Factory(dict)
    said: Content = Factory(lambda: Content({}, {}))
    """What it is known to say; only what differs from that is looked at."""

    def text(self) -> str:
        """The file's text."""
        return with_end(self.toml.as_string())

    def mend(self, content: Content, spec: Spec) -> None:
        """Make the document say this content; keys, rows and comments beyond it stay.

        Raises:
            UnmendableError: A section is not written as a table.
        """
        before, self.said = self.said, Content({}, {})
        for name, values in content.sections.items():
            if values != before.sections.get(name):
                self._mend_section(name, values)
        for name, rows in content.tables.items():
            known = {row[ID]: row for row in before.tables.get(name, ())}
            changed = [row for row in rows if row != known.get(row[ID])]
            moved = list(known) != [row[ID] for row in rows]
            if changed or moved or name not in before.tables:
                free = name in LISTS or spec.table(name).free
                self._mend_rows(name, rows, changed, free=free)
        self.said = content

    def _mend_section(self, name: str, values: Mapping[str, Scalar]) -> None:
        if name not in self.toml:
            self.toml.add(name, _new_table())
        section = self.toml[name]
        if not isinstance(section, Table):
            raise UnmendableError(name)
        _mend_table(section, values)
        _end_with_blank(section)

    def _mend_rows(self, name: str, rows: _Rows, changed: _Rows, *, free: bool) -> None:
        array = self.toml.get(name, AoT([], parsed=True))
        if not isinstance(array, AoT):
            raise UnmendableError(name)
        present = {str(table.get(ID)): table for table in array.body}
        there = dict(present)
        for row in changed:
            row_id = row[ID]
            if row_id not in there:
                there[row_id] = self.gone.pop((name, row_id), _new_table())
            _mend_table(there[row_id], row)
        wanted = [there.pop(row[ID]) for row in rows]
        if not free:
            wanted += there.values()
        if not _same(wanted, array.body):
            self._arrange(name, array, wanted)

    def _arrange(self, name: str, array: AoT, wanted: Sequence[Table]) -> None:
        """Put the rows in their order; the comments of a row that goes stay with a neighbour."""
        staying = {id(table) for table in wanted}
        neighbour = wanted[0] if wanted else None
        for table in array.body:
            if id(table) in staying:
                neighbour = table
                continue
            self.gone[name, str(table.get(ID))] = table
            for comment in _take_comments(table):
                (self.toml if neighbour is None else neighbour).add(comment)
        while array:
            del array[0]
        for table in wanted:
            _end_with_blank(table)
            array.append(table)
        if not wanted:
            self.toml.remove(name)
        elif name not in self.toml:
            self.toml.add(name, array)


def new_document() -> Document:
    """A document that says nothing yet but its format."""
    toml = tomlkit.document()
    toml.add(tomlkit.comment(_HEAD))
    toml.add(FORMAT_KEY, tomlkit.item(FORMAT))
    toml.add(tomlkit.nl())
    return Document(toml)


def parse_document(text: str) -> Document:
    """The document of a file's text.

    Raises:
        TOMLKitError: It is none.
    """
    text = without_end(text)
    # A key that is added behind a last line without its end would stand in that line.
    return Document(tomlkit.parse(text if text.endswith("\n") else f"{text}\n"))


def _new_table() -> Table:
    return Table(Container(), Trivia(), is_aot_element=False)


def _mend_table(table: Table, values: Mapping[str, Scalar]) -> None:
    missing = {key: value for key, value in values.items() if key not in table}
    if missing:
        _add_keys(table, missing)
    for key, value in values.items():
        old = table[key]
        if old != value or isinstance(old, bool) is not isinstance(value, bool):
            table[key] = value


def _add_keys(table: Table, values: Mapping[str, Scalar]) -> None:
    """Add keys below the last one, above the comments that speak of the next section."""
    body = table.value.body
    last = max((at for at, (key, _) in enumerate(body) if key is not None), default=-1)
    after = body[last + 1 :]
    del body[last + 1 :]
    for key, value in values.items():
        table.append(key, value)
    body.extend(after)


def _take_comments(table: Table) -> list[Comment]:
    """Take the comment lines out of a row; their places stay, because keys are found by place."""
    body = table.value.body
    taken: list[Comment] = []
    for at, (_, item) in enumerate(body):
        if isinstance(item, Comment):
            taken.append(item)
            body[at] = (None, Whitespace(""))
    return taken


def _end_with_blank(table: Table) -> None:
    """Have a blank line behind it, so that tables can change places and stay readable."""
    body = table.value.body
    if not body or not isinstance(body[-1][1], Whitespace) or "\n" not in body[-1][1].s:
        body.append((None, Whitespace("\n")))


def _same(one: Sequence[Table], other: Sequence[Table]) -> bool:
    return [id(table) for table in one] == [id(table) for table in other]
