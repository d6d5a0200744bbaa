"""Which places of a template's form take what stands in a sheet of another form: by their roles."""

from collections.abc import Iterable, Sequence

from selfeval_tui.reader.labels import folded
from selfeval_tui.spec.model import Field, FixedRow, Role, Spec, TableBlock
from selfeval_tui.store.foreign.aliases import means, names_whole_money, plain


def alike(theirs: Iterable[Field], ours: Iterable[Field]) -> dict[str, str]:
    """The names of their fields with the names of ours that go there.

    The same name is surest, then the same role, then what other families call that role. Each of
    ours goes to one place.
    """
    theirs, ours = list(theirs), list(ours)
    found: dict[str, str] = {}
    for fits in (_same_name, _same_role, _called_so):
        for place in theirs:
            taken = found.values()
            fitting = (each for each in ours if each.name not in taken and fits(place, each))
            if place.name not in found and (match := next(fitting, None)):
                found[place.name] = match.name
    return found


def matching_table(theirs: TableBlock, ours: Spec) -> TableBlock | None:
    """The table of our form that goes into one of theirs."""
    same = [each for each in ours.tables if each.free == theirs.free]
    named = next((each for each in same if each.name == theirs.name), None)
    if named is not None:
        return named
    roles = {column.role for column in theirs.columns} - {None}
    if theirs.free:
        numbered = [each for each in same if each.with_role(Role.INDICATOR)]
        index = theirs.number - 1
        return numbered[index] if Role.INDICATOR in roles and index < len(numbered) else None
    if Role.SPENT not in roles:
        return None
    return next((each for each in same if each.with_role(Role.SPENT)), None)


def matching_row(row: FixedRow, theirs: TableBlock, ours: Sequence[FixedRow]) -> FixedRow | None:
    """The fixed row of ours that goes into one of theirs; the first is the whole everywhere."""
    names = {folded(row.id), folded(row.label)}
    for each in ours:
        if names & {folded(each.id), folded(each.label)}:
            return each
    whole = names_whole_money(folded(row.label)) or row is theirs.rows[0]
    return ours[0] if whole and ours else None


def _same_name(place: Field, ours: Field) -> bool:
    return place.name == ours.name


def _same_role(place: Field, ours: Field) -> bool:
    return place.role is not None and place.role is ours.role


def _called_so(place: Field, ours: Field) -> bool:
    labels = (folded(place.label or place.name), folded(ours.label or ours.name))
    return (
        means(labels[0], ours.role)
        or means(labels[1], place.role)
        or plain(labels[0]) == plain(labels[1])
    )
