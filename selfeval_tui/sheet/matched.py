"""A list of projects laid over the sheets that are there: what is new, and what differs."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.amount import Amount
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.sheet.create import filled_sheet
from selfeval_tui.sheet.life import Stage
from selfeval_tui.sheet.listed import CATEGORY, Entry, Listed, Refused
from selfeval_tui.sheet.numbering import following_attachments
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.sheet.totals import money_cell
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec.model import Role, Spec
from selfeval_tui.text import fold

LOCKED = f"这张表已经定稿，没有改；要改请先“{Stage.returned.label}”"


@frozen
class New:
    """A sheet to be made."""

    attachment: str
    entry: Entry


@frozen
class Plan:
    """What a list would do; nothing is done yet."""

    new: tuple[New, ...]
    changes: tuple[Difference, ...]
    """Cells of sheets that are there; an empty cell of the list empties nothing."""
    same: tuple[Entry, ...]
    """Lines whose sheet says the same already."""
    refused: tuple[Refused, ...]


def plan_list(listed: Listed, sheets: Iterable[Sheet], spec: Spec, year: str) -> Plan:
    """Match a list with the sheets of a year by 项目名称.

    Args:
        listed: What the list says.
        sheets: The sheets that are there.
        spec: The form that new sheets get.
        year: The year that the list is about; sheets of other years are left alone.
    """
    there = tuple(sheets)
    named = _by_name(there, year)
    new: list[Entry] = []
    changes: list[Difference] = []
    same: list[Entry] = []
    refused = list(listed.refused)
    for entry in listed.entries:
        found = named.get(fold(entry.name), [])
        why = _unclear(found, spec)
        if why:
            refused.append(Refused(entry.line, entry.name, why))
        elif not found:
            new.append(entry)
        elif differing := tuple(_differences(found[0], entry)):
            if found[0].locked:
                refused.append(Refused(entry.line, entry.name, LOCKED))
            else:
                changes += differing
        else:
            same.append(entry)
    made = renumber((New("", entry) for entry in new), there, spec)
    return Plan(made, tuple(changes), tuple(same), tuple(sorted(refused, key=lambda it: it.line)))


def renumber(new: Iterable[New], sheets: Iterable[Sheet], spec: Spec) -> tuple[New, ...]:
    """New sheets with the 附件号 that follow those of the sheets that are there."""
    numbers = following_attachments(sheets, spec)
    return tuple(New(number, each.entry) for each, number in zip(new, numbers, strict=False))


def shortened(listed: Listed) -> Listed:
    """The same list with every amount rounded to two decimals, for a clerk who asked for it."""

    def short(amount: Amount | None) -> Amount | None:
        return amount and amount.short

    entries = (
        evolve(each, budget=short(each.budget), spent=short(each.spent)) for each in listed.entries
    )
    return evolve(listed, entries=tuple(entries))


def sheet_of(new: New, spec: Spec, shared: Mapping[Role, str], *, demo: bool = False) -> Sheet:
    """Make the sheet of a line.

    Args:
        new: The line.
        spec: The form.
        shared: What all sheets of the list say alike.
        demo: Whether it goes into a 示例.
    """
    own = {Role.ATTACHMENT: new.attachment, Role.PROJECT_NAME: new.entry.name}
    sheet = filled_sheet(spec, {**shared, **own}, demo=demo)
    for address, text, _ in _cells(sheet, new.entry):
        if address.table:
            sheet.row(address.table, address.row).cells[address.name] = text
        else:
            sheet.fields[address.name] = text
    return sheet


def _by_name(sheets: Iterable[Sheet], year: str) -> Mapping[str, list[Sheet]]:
    named: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        its_year = sheet.with_role(Role.YEAR).strip()
        name = fold(sheet.with_role(Role.PROJECT_NAME))
        if name and its_year in {"", year.strip()}:
            named.setdefault(name, []).append(sheet)
    return named


def _unclear(found: list[Sheet], spec: Spec) -> str:
    if len(found) > 1:
        return f"已有 {len(found)} 张同名的表，不知道对应哪一张"
    if found and found[0].spec.id != spec.id:
        return f"已有同名的表，用的是另一种表样（{found[0].spec.source}）"
    return ""


def _differences(sheet: Sheet, entry: Entry) -> Iterator[Difference]:
    for address, text, amount in _cells(sheet, entry):
        before = sheet.typed(address)
        if amount is None:
            differs = before != text
        else:
            column = sheet.spec.table(address.table).column(address.name)
            differs = value_of(column, before) != amount.value
        if differs:
            yield Difference(address, before, text)


def _cells(sheet: Sheet, entry: Entry) -> Iterator[tuple[Address, str, Amount | None]]:
    """The cells that a line fills, with their texts and amounts."""
    for role, amount in ((Role.BUDGET, entry.budget), (Role.SPENT, entry.spent)):
        cell = money_cell(sheet, role)
        if cell is not None and amount is not None:
            yield cell, amount.text, amount
    if entry.category:
        yield Address(sheet.id, CATEGORY), entry.category, None
