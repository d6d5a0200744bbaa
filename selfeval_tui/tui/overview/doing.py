"""What 总览 does with whole sheets: copy, move, remove, filter, change many alike."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from selfeval_tui.sheet import Address, Sheet, money_cell, sheet_label
from selfeval_tui.sheet.locked import left_out
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.life.refused import refused
from selfeval_tui.tui.overview.filter import NO_FILTER, Filter

if TYPE_CHECKING:
    from selfeval_tui.tui.overview.alike import Wish

NOTHING_ALIKE = "各表本来就是这样，没有要改的。"
KEEP, REMOVE = "返回，不删", "删除（文件移到回收站，可以撤销，也可以取回）"


class SheetDoings(Frame):
    """The part of 总览 that changes sheets; what is listed and chosen is the screen's."""

    @property
    def chosen(self) -> Sheet | None:
        """The sheet under the cursor."""
        raise NotImplementedError

    @property
    def listed(self) -> tuple[Sheet, ...]:
        """The sheets that the filter leaves, in their order."""
        raise NotImplementedError

    @property
    def filter(self) -> Filter:
        """Which sheets are listed."""
        raise NotImplementedError

    def list_only(self, wanted: Filter) -> None:
        """List the sheets that a filter keeps."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say something; it stays until the cursor comes to another sheet."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key makes sense now; the footer leaves out what does not."""
        batch = self.session.batch
        offered: dict[str, Callable[[], bool]] = {
            "clear_filter": lambda: bool(self.filter),
            "amounts": lambda: any(money_cell(sheet, Role.BUDGET) for sheet in batch.sheets),
        }
        for each in ("open_sheet", "remove_sheet"):
            offered[each] = lambda: self.chosen is not None
        for each in ("copy_sheet", "sheet_up", "sheet_down"):
            offered[each] = lambda: self.chosen is not None and self.chosen.spec.printed
        for each in ("alike", "filter"):
            offered[each] = lambda: bool(batch.printed)
        if action in offered and not offered[action]():
            return False
        return super().check_action(action, parameters)

    def action_copy_sheet(self) -> None:
        """Make a copy of the chosen sheet."""
        from selfeval_tui.sheet.arrange import copy_of
        from selfeval_tui.tui.desk import put

        batch, sheet = self.session.batch, self.chosen
        if sheet is None:
            return
        copy = copy_of(batch, sheet)
        put(batch, (copy,), "复制一张表")
        self._show(copy, f"已复制为“{sheet_label(copy)}”。")

    def action_sheet_up(self) -> None:
        """Let the chosen sheet change places with the one above."""
        self._exchange(-1, "上面")

    def action_sheet_down(self) -> None:
        """Let the chosen sheet change places with the one below."""
        self._exchange(1, "下面")

    def action_remove_sheet(self) -> None:
        """Ask, and remove the chosen sheet."""
        from selfeval_tui.tui.question import Question

        sheet = self.chosen
        if sheet is None or self._is_locked(sheet):
            return

        def answered(answer: int | None) -> None:
            if answer == 1:
                self.session.batch.remove_sheet(sheet.id)
                self.refresh_status()
                self.tell(f"已删除“{sheet_label(sheet)}”。Ctrl+Z 撤销。")

        question = Question("要删除这张表吗？", (sheet_label(sheet),), (KEEP, REMOVE))
        self.app.push_screen(question, answered)

    def action_filter(self) -> None:
        """Ask which sheets are to be listed."""
        from selfeval_tui.tui.overview.filterdialog import FilterDialog

        def answered(wanted: Filter | None) -> None:
            if wanted is not None:
                self.list_only(wanted)

        self.app.push_screen(FilterDialog(self.filter), answered)

    def action_clear_filter(self) -> None:
        """List all sheets again."""
        self.list_only(NO_FILTER)

    def action_alike(self) -> None:
        """Ask what the listed sheets shall say alike."""
        from selfeval_tui.tui.overview.alike import AlikeDialog

        sheets, pattern = self.listed, self.session.settings.pattern
        if sheets:
            dialog = AlikeDialog(sheets, pattern, filtered=bool(self.filter))
            self.app.push_screen(dialog, lambda wish: self._show_alike(sheets, wish))

    def _show_alike(self, sheets: tuple[Sheet, ...], wish: "Wish | None") -> None:
        """Show cell by cell what the wish would do, and do it when the clerk agrees."""
        from selfeval_tui.sheet.bulk import renumbering, same_on_all
        from selfeval_tui.sheet.carry import carry_out
        from selfeval_tui.tui.differences import DifferencesDialog

        if wish is None:
            return
        batch, pattern = self.session.batch, wish.pattern
        renumber, held = renumbering(sheets, wanted=wish.renumber)
        changes = same_on_all(batch, sheets, wish.texts, renumber=renumber)
        kept = f"{left_out(batch, sheets)}{held}"
        if not changes:
            self.tell(f"{self._name_files(pattern)}{kept}" or NOTHING_ALIKE)
            return

        def answered(agreed: bool | None) -> None:  # noqa: FBT001 - As the dialog answers.
            if agreed:
                named = self._name_files(pattern)
                carry_out(batch, changes, "一起改", Address(changes[0].address.sheet))
                self.refresh_status()
                count = len({each.address.sheet for each in changes})
                self.tell(f"{named}已改 {count} 张表的 {len(changes)} 格。Ctrl+Z 一次撤销。{kept}")

        count = len({each.address.sheet for each in changes})
        title = f"一起改：{count} 张表"
        if pattern != self.session.settings.pattern:
            title += f"；文件名改成“{pattern}”（设置，不随撤销）"
        self.app.push_screen(DifferencesDialog(title, batch, changes), answered)

    def _name_files(self, pattern: str) -> str:
        """Let exported files be named otherwise; what is said of it."""
        from selfeval_tui.problems import StoreError
        from selfeval_tui.store.settings import SETTINGS

        if pattern == self.session.settings.pattern:
            return ""
        setting = next(each for each in SETTINGS if each.name == "pattern")
        try:
            self.session.preferences.change(setting, pattern)
        except StoreError as error:
            return f"这次按新的文件名导出，但设置没有存下：{error.message}"
        return f"以后导出的文件按“{pattern}”取名。"

    def _exchange(self, by: int, where: str) -> None:
        from selfeval_tui.sheet.arrange import exchange, neighbour

        batch, sheet = self.session.batch, self.chosen
        if sheet is None:
            return
        other = neighbour(batch, sheet, by)
        if other is None:
            self.tell(f"{where}没有同年度、同一种表样的表可以对调。")
            return
        if self._is_locked(sheet, other):
            return
        exchange(batch, sheet, other)
        self._show(sheet, f"已与“{sheet_label(other)}”对调附件号。")

    def _is_locked(self, *sheets: Sheet) -> bool:
        """Whether one of these sheets is locked, which is then told."""
        locked = {sheet.id for sheet in sheets if sheet.locked}
        if locked:
            self.tell(refused(self.session.batch, locked))
        return bool(locked)

    def _show(self, sheet: Sheet, words: str) -> None:
        self.go_to(Address(sheet.id))
        self.tell(words)
