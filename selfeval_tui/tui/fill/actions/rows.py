"""Adding, moving, copying and removing rows where the cursor stands."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.spec.model import Role
from selfeval_tui.tui.fill.actions.free_rows import (
    can_move,
    delete_row,
    free_table,
    insert_row,
    insert_rows,
    move_row,
)
from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.standard import standard_names

NO_FREE_TABLE = "这里不能加减行，请先移到指标的一行上"
AT_THE_EDGE = "已经是最上面或最下面一行"
NO_SOURCE = "别的表里还没有指标可以复制"
NO_APPROVED = "这张表没有导入过批复的绩效目标表"
APPROVED_DROPPED = "不再与批复的绩效目标核对；Ctrl+Z 撤销，或再导入一次目标表"
STANDARD = "已加一行；二级指标要换成别的，移到那一格按回车选"


@frozen
class RowActions:
    """What is done to the rows of a free table."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "insert_row": Action(self.insert_row, self._in_free_table),
            "insert_above": Action(self.insert_above, self._in_free_table),
            "copy_rows": Action(self.copy_rows, self._in_free_table),
            "row_up": Action(self.row_up, lambda: self._can_move(-1)),
            "row_down": Action(self.row_down, lambda: self._can_move(1)),
            "delete_row": Action(self.delete_row, self._in_free_table),
            "drop_approved": Action(self.drop_approved, self._is_held_against, of_cell=False),
        }

    def insert_row(self) -> None:
        """Add a row below this one."""
        self._insert(above=False)

    def insert_above(self) -> None:
        """Add a row above this one."""
        self._insert(above=True)

    def delete_row(self) -> None:
        """Remove this row."""
        if not delete_row(self.hand.batch, self.hand.address):
            self.hand.say(NO_FREE_TABLE)

    def row_up(self) -> None:
        """Let this row change places with the one above; the cursor goes with it."""
        self._move(-1)

    def row_down(self) -> None:
        """Let this row change places with the one below; the cursor goes with it."""
        self._move(1)

    def copy_rows(self) -> None:
        """Ask for rows of another sheet, and add them below this one."""
        from selfeval_tui.tui.fill.actions.copyrows import CopyRowsDialog, sources

        table = free_table(self.hand.batch, self.hand.address)
        if table is None:
            self.hand.say(NO_FREE_TABLE)
            return
        found = sources(self.hand.batch, self.hand.sheet)
        if not found:
            self.hand.say(NO_SOURCE)
            return
        address = self.hand.address

        def answered(rows: tuple[Mapping[str, str], ...] | None) -> None:
            if rows:
                first = insert_rows(self.hand.batch, address, rows)
                self.hand.grid.go_to(first)
                self.hand.say(f"已复制 {len(rows)} 行，请填实际完成值；Ctrl+Z 一次撤销")

        self.hand.ask(CopyRowsDialog(found, table), answered)

    def drop_approved(self) -> None:
        """Hold this sheet against approved targets no longer: it was the wrong table."""
        dropped = self._is_held_against()
        self.hand.batch.approve(self.hand.sheet.id, ())
        self.hand.say(APPROVED_DROPPED if dropped else NO_APPROVED)

    def _insert(self, *, above: bool) -> None:
        to = insert_row(self.hand.batch, self.hand.address, above=above)
        if to is None:
            self.hand.say(NO_FREE_TABLE)
            return
        self.hand.grid.go_to(to)
        column = free_table(self.hand.batch, to)
        level2 = column.with_role(Role.LEVEL2) if column else None
        if level2 and standard_names(self.hand.batch, to.beside(level2.name)):
            self.hand.say(STANDARD)

    def _move(self, by: int) -> None:
        if free_table(self.hand.batch, self.hand.address) is None:
            self.hand.say(NO_FREE_TABLE)
        elif not move_row(self.hand.batch, self.hand.address, by):
            self.hand.say(AT_THE_EDGE)

    def _can_move(self, by: int) -> bool:
        return can_move(self.hand.batch, self.hand.address, by)

    def _is_held_against(self) -> bool:
        return bool(self.hand.sheet.approved)

    def _in_free_table(self) -> bool:
        return free_table(self.hand.batch, self.hand.address) is not None
