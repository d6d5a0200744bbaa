"""Which names the formulas of a sheet may speak: its own, its tables', and its family's."""

from collections.abc import Iterator, Mapping

from selfeval_tui.spec.formula import Names
from selfeval_tui.spec.inherit import Draft, resolve
from selfeval_tui.spec.model import FIGURES, Spec, TableBlock
from selfeval_tui.spec.sources import Sources


class Family(Mapping[str, frozenset[str]]):
    """The names that other sheets may ask of each kind of a family (project.执行数).

    These are a sheet's fields and the columns of its tables with fixed rows. The other sheets
    are read on first use, because few formulas look beyond their own sheet.

    Args:
        spec_id: A sheet of the family.
        sources: Where the families lie.
    """

    def __init__(self, spec_id: str, sources: Sources) -> None:
        self._family = spec_id.split("/")[0]
        self._sources = sources
        self._kinds: dict[str, frozenset[str]] | None = None

    def _read(self) -> dict[str, frozenset[str]]:
        if self._kinds is None:
            kinds: dict[str, frozenset[str]] = {}
            for spec_id in self._sources.ids():
                if spec_id.split("/")[0] == self._family:
                    draft = resolve(spec_id, self._sources)
                    kind = str(draft.plain().get("kind", ""))
                    kinds[kind] = kinds.get(kind, frozenset()) | _shared(draft)
            self._kinds = kinds
        return self._kinds

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self._read()[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def _shared(draft: Draft) -> frozenset[str]:
    """The fields and the columns of fixed rows that a draft declares."""
    columns = (
        str(column.get("name"))
        for part in draft.blocks
        if part.data.get("row")
        for column in part.data.get("columns", [])
    )
    return frozenset([*draft.fields, *columns])


def names_in(spec: Spec, table: TableBlock | None) -> Names:
    """What a formula of a field, or of a column of `table`, may refer to.

    Inside a table a bare name is the row's column first, else a field.
    """
    columns = {each.name: frozenset(column.name for column in each.columns) for each in spec.tables}
    own = frozenset(spec.fields) | (columns[table.name] if table else frozenset())
    return Names(own, columns, spec.family)


def rate_names(spec: Spec) -> Names:
    """What the formula of a rate may refer to: the figures of the family."""
    return Names(own=spec.family.get(FIGURES, frozenset()))
