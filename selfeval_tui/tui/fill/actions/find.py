"""Finding and replacing a text in this sheet or in all of them."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from selfeval_tui.sheet import Address, Difference
from selfeval_tui.sheet.carry import carry_out
from selfeval_tui.sheet.locked import left_out
from selfeval_tui.sheet.search import found, replacements
from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.actions.place import PlaceWanted
from selfeval_tui.tui.fill.order import cells_after, cells_of
from selfeval_tui.tui.searching import Deed, Scope, SearchOrder

NOTHING_FOUND = "没有找到“{wanted}”"
NOTHING_TO_REPLACE = "没有可以替换的“{wanted}”（自动算出的和表样印好的不替换）"
REPLACED = "已替换 {count} 格；Ctrl+Z 撤销{kept}"


@frozen
class FindActions:
    """Looks for a text; what was looked for last is kept by the session."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "find": Action(self.find, of_cell=False),
            "find_next": Action(self.find_next, self._has_searched, of_cell=False),
        }

    def find(self) -> None:
        """Ask what to look for."""
        from selfeval_tui.tui.fill.finding import SearchDialog

        self.hand.ask(SearchDialog(self.hand.session.search, self._count), self._obey)

    def find_next(self) -> None:
        """Look for the same again."""
        if self.hand.session.search is None:
            self.find()
        else:
            self._go(self.hand.session.search)

    def _obey(self, order: SearchOrder | None) -> None:
        if order is None:
            return
        self.hand.session.search = order
        match order.deed:
            case Deed.FIND:
                self._go(order)
            case Deed.REPLACE:
                self._replace_here(order)
            case Deed.REPLACE_ALL:
                self._replace_all(order)

    def _go(self, order: SearchOrder, before: str = "") -> None:
        """Go to the next cell that shows the text; after the last one comes the first."""
        places = found(self.hand.batch, self._cells(order.scope), order.search)
        walk = cells_after(self.hand.batch, self.hand.address)
        to = next((each for each in walk if each in places), None)
        if to is None:
            self.hand.say(before + NOTHING_FOUND.format(wanted=order.wanted))
            return
        words = f"{before}第 {places.index(to) + 1} 处，共 {len(places)} 处"
        self.hand.post(PlaceWanted(to, words))

    def _replace_here(self, order: SearchOrder) -> None:
        """Replace in the cell under the cursor if the text is there, and go to the next one."""
        if self.hand.editing.refuses():
            return
        changes = self._changes(order, iter([self.hand.address]))
        carry_out(self.hand.batch, changes, f"替换“{order.wanted}”")
        self._go(order, "已替换这一格；" if changes else "")

    def _replace_all(self, order: SearchOrder) -> None:
        """Show what would change, and change it as one step."""
        from selfeval_tui.tui.differences import DifferencesDialog

        every = self._changes(order, self._cells(order.scope))
        changes = tuple(each for each in every if not self.hand.batch.locked(each.address.sheet))
        kept = self._left_out(every)
        if not changes:
            self.hand.say(kept or NOTHING_TO_REPLACE.format(wanted=order.wanted))
            return

        def answered(agreed: bool | None) -> None:  # noqa: FBT001 - A dialog answers so.
            if agreed:
                carry_out(self.hand.batch, changes, f"替换“{order.wanted}”")
                more = f"；{kept}" if kept else ""
                self.hand.say(REPLACED.format(count=len(changes), kept=more))

        title = f"“{order.wanted}”替换为“{order.by}”"
        self.hand.ask(DifferencesDialog(title, self.hand.batch, changes), answered)

    def _left_out(self, changes: tuple[Difference, ...]) -> str:
        """Which locked sheets keep the text."""
        batch = self.hand.batch
        meant = dict.fromkeys(each.address.sheet for each in changes)
        return left_out(batch, map(batch.sheet, meant))

    def _changes(self, order: SearchOrder, cells: Iterator[Address]) -> tuple[Difference, ...]:
        named = (each for each in cells if each.name)
        return replacements(self.hand.batch, named, order.search, order.by)

    def _count(self, order: SearchOrder) -> int:
        return len(found(self.hand.batch, self._cells(order.scope), order.search))

    def _cells(self, scope: Scope) -> Iterator[Address]:
        batch = self.hand.batch
        sheets = batch.sheets if scope is Scope.ALL else (self.hand.sheet,)
        return (address for sheet in sheets for address in cells_of(sheet))

    def _has_searched(self) -> bool:
        return self.hand.session.search is not None
