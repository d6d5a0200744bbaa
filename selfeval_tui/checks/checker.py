"""Keeps the findings of a year as it is edited: only what a step touches is asked again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from attrs import frozen

from selfeval_tui.checks.ask import ask_all
from selfeval_tui.checks.check import check_year
from selfeval_tui.checks.finding import Finding
from selfeval_tui.checks.ruleset import Ruleset, RulesOf, rules_of, sorted_rules
from selfeval_tui.checks.settle import settled
from selfeval_tui.checks.template import Run
from selfeval_tui.checks.views import BatchView, CellView, RowView, SheetView
from selfeval_tui.sheet import Address, Batch, Step
from selfeval_tui.sheet.change import (
    ApprovedChange,
    CellChange,
    Change,
    RowChange,
    RulingChange,
    SheetChange,
)
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.spec import Value
from selfeval_tui.spec.model import FIGURES

_FAR = (RowChange, SheetChange, ApprovedChange)
"""What may change the answer to any question about a sheet."""
_MATTERS = (CellChange, RulingChange, *_FAR)
"""What rules can see. Reasons are laid over the findings; 依据, remarks and life are not asked."""
Answers = Mapping[Address, tuple[Finding, ...]]
"""What was said of each row or cell."""
Place = TypeVar("Place", RowView, CellView)


@frozen
class _Known:
    """What was found on one sheet, and what its rows and cells had asked of the sheet."""

    sheet: Mapping[str, tuple[Finding, ...]]
    """What the rules about the whole sheet said, by rule."""
    rows: Answers
    cells: Answers
    surroundings: tuple[Value, ...]

    def findings(self) -> Iterator[Finding]:
        """All of them, the sheet's own first."""
        yield from chain.from_iterable(self.sheet.values())
        yield from chain.from_iterable(self.rows.values())
        yield from chain.from_iterable(self.cells.values())


class Checker:
    """The findings of a batch at every moment, equal to those of a full run.

    Args:
        batch: The sheets.
        rules: The rules of each form.
    """

    def __init__(self, batch: Batch, rules: RulesOf = rules_of) -> None:
        self._batch = batch
        self._sets = sorted_rules(rules)
        self._year = BatchView(batch)
        self._known = {sheet.sheet.id: self._look_at(sheet) for sheet in self._year.sheets}
        self._of_year = check_year(self._year, self._sets)

    def findings(self, sheet_id: str | None = None) -> tuple[Finding, ...]:
        """What is found now: of one sheet, or of all sheets and then of the year."""
        if sheet_id is not None:
            return settled(self._batch, self._known[sheet_id].findings())
        sheets = (self._known[sheet.id].findings() for sheet in self._batch.sheets)
        return settled(self._batch, (*chain.from_iterable(sheets), *self._of_year))

    def apply(self, step: Step) -> None:
        """Follow a step that was done, undone or redone."""
        changes = [each for each in step.changes if isinstance(each, _MATTERS)]
        if any(self._reaches_far(change) for change in changes):
            self._year.forget_all()
            self._known = {sheet.sheet.id: self._look_at(sheet) for sheet in self._year.sheets}
        elif changes:
            self._follow(self._touched(changes))
        else:
            return
        self._of_year = check_year(self._year, self._sets)

    def preview(self, address: Address, text: str) -> tuple[Finding, ...]:
        """What would be found with another text in a cell; nothing is changed.

        Where the whole year rests on the cell, it is what is found now: asking all of it would
        keep the clerk waiting at each key.
        """
        known, of_year = dict(self._known), self._of_year
        with self._batch.tried() as tried:
            self._batch.set(address, text)
            changes = () if any(map(self._reaches_far, tried)) else tuple(tried)
            self.apply(Step("", changes, address))
            found = self.findings()
            touched = self._touched(changes)
        self._year.forget(touched)
        self._known, self._of_year = known, of_year
        return found

    def _reaches_far(self, change: Change) -> bool:
        """Whether rows, sheets or what was approved came or went, or a figure of the accounts."""
        if isinstance(change, _FAR):
            return True
        # A sheet that went in the same step is told of by its own change.
        sheet = next((each for each in self._batch.sheets if each.id == change.sheet), None)
        return sheet is None or sheet.spec.kind == FIGURES

    def _follow(self, touched: Collection[Address]) -> None:
        self._year.forget(touched)
        for sheet in self._year.sheets:
            near = {address for address in touched if address.sheet == sheet.sheet.id}
            known = self._known[sheet.sheet.id]
            self._known[sheet.sheet.id] = self._look_at(sheet, known, near)

    def _touched(self, changes: Iterable[Change]) -> set[Address]:
        """The cells and rows that were changed, and the computed cells that follow them."""
        sheets = {sheet.id: sheet for sheet in self._batch.sheets}
        places = [each.address for each in changes if not isinstance(each, SheetChange)]
        return {*places, *dependents(sheets, places)}

    def _look_at(
        self, sheet: SheetView, known: _Known | None = None, near: Collection[Address] = ()
    ) -> _Known:
        """Ask a sheet; rows and cells keep their answers where nothing near them changed."""
        rules = self._sets.of(sheet.sheet.spec)
        surroundings = tuple(_said(run, sheet) for run in rules.around)
        if known is None or known.surroundings != surroundings:
            sheet.forget_all()
            rows: Iterable[RowView] = sheet.rows
            cells: Iterable[CellView] = sheet.cells()
            known = _Known({}, {}, {}, surroundings)
            near = (Address(sheet.sheet.id),)
        else:
            changed = {address.of_row for address in near}
            rows = [row for row in sheet.rows if row.address in changed] if near else ()
            cells = [sheet.cell(address) for address in near if address in known.cells]
        return _Known(
            _own_answers(sheet, rules, {} if near else known.sheet),
            _answers(rows, lambda row: ask_all(rules.rows, row), known.rows),
            _answers(cells, rules.cells.ask, known.cells),
            surroundings,
        )


def _own_answers(
    sheet: SheetView, rules: Ruleset, kept: Mapping[str, tuple[Finding, ...]]
) -> Mapping[str, tuple[Finding, ...]]:
    """What is said of the sheet; on an unchanged one only rules that look beyond are asked."""
    return {
        rule.id: kept[rule.id]
        if rule.id in kept and rule.id not in rules.wide
        else ask_all((rule,), sheet)
        for rule in rules.sheet
    }


def _answers(
    places: Iterable[Place], answers: Callable[[Place], tuple[Finding, ...]], kept: Answers
) -> Answers:
    """What is known, with these places asked anew."""
    asked = {place.address: answers(place) for place in places}
    return {**kept, **asked} if asked else kept


def _said(run: Run, sheet: SheetView) -> Value:
    """What is said around rows and cells; where that breaks, the rules that ask for it say so."""
    try:
        return run(sheet)
    except Exception as error:  # noqa: BLE001 - See ask.
        return type(error).__name__
