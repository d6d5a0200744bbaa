"""The names a formula may speak, and how a written name is resolved when it is compiled."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from attrs import Factory, frozen

from selfeval_tui.spec.formula.functions import FUNCTIONS, Function
from selfeval_tui.spec.hints import did_you_mean


class Scope(StrEnum):
    """Where a reference looks."""

    OWN = "own"
    """This row's column, or else this sheet's field."""
    TABLE = "table"
    """All rows of a column of this sheet: a tuple."""
    KIND = "kind"
    """All sheets of a kind in the batch: a tuple."""


@frozen
class Reference:
    """What a formula needs."""

    scope: Scope
    owner: str
    """The table or the kind; empty for a name of one's own."""
    name: str

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}" if self.owner else self.name


@frozen
class Names:
    """Everything a formula may refer to, from where it stands."""

    own: frozenset[str] = frozenset()
    """Field names and, inside a table, the columns of the row."""
    tables: Mapping[str, frozenset[str]] = Factory(dict)
    """The columns of each table of this sheet."""
    kinds: Mapping[str, frozenset[str]] = Factory(dict)
    """The fields of each kind of sheet of the family."""
    functions: Mapping[str, Function] = FUNCTIONS
    """What may be called."""
    constants: Mapping[str, Decimal] = Factory(dict)
    """Names that stand for a number, as 界限 does in a rule."""

    def find_own(self, name: str) -> Reference | str:
        """The reference, or a Chinese sentence saying why there is none."""
        if name in self.own:
            return Reference(Scope.OWN, "", name)
        if name in self.tables or name in self.kinds:
            return f"“{name}”后面要写明哪一列，如 {name}.{_first(self, name)}"
        glued = "“且、或、非”是单独的词，两边留空格。" if set("且或非") & set(name) else ""
        return f"没有“{name}”这个名称。{glued}{did_you_mean(name, self.own)}"

    def find_member(self, owner: str, name: str) -> Reference | str:
        """The reference to a table's column or a kind's field, or a Chinese sentence."""
        for scope, owners in ((Scope.TABLE, self.tables), (Scope.KIND, self.kinds)):
            if owner in owners:
                if name in owners[owner]:
                    return Reference(scope, owner, name)
                return f"“{owner}”里没有“{name}”。{did_you_mean(name, owners[owner])}"
        known = [*self.tables, *self.kinds]
        return f"没有“{owner}”这个表或表样。{did_you_mean(owner, known)}"


def _first(names: Names, owner: str) -> str:
    """A member of a table or kind, for an example."""
    members = names.tables[owner] if owner in names.tables else names.kinds[owner]
    return min(members, default="列名")
