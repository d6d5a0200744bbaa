"""What 总览 does with versions and backups, and with files that could not be read."""

import asyncio

from textual.content import Content
from textual.widgets import Static

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import sheet_label
from selfeval_tui.store import Fault
from selfeval_tui.store.history.rescue import Rescue, carry_out, find_rescues
from selfeval_tui.tui.history.messages import BackupWanted, TakeBackWanted
from selfeval_tui.tui.keys import Where, keys_of
from selfeval_tui.tui.overview.life import SheetLife

BACK = "返回，先不动"
MOST_FAULTS = 50
"""Sentences on files that are shown; a folder may hold thousands that are no sheets."""


class SheetHistory(SheetLife):
    """The part of 总览 that looks back: versions of a sheet, backups, files that were damaged."""

    _rescues: tuple[Rescue, ...] = ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key makes sense now."""
        if action == "history":
            return self.chosen is not None
        if action == "rescue":
            return bool(self._rescues) and not self.session.batch.read_only
        return super().check_action(action, parameters)

    def action_history(self) -> None:
        """Show the versions of the chosen sheet."""
        from selfeval_tui.tui.history.screen import HistoryScreen

        if self.chosen is not None:
            self.app.push_screen(HistoryScreen(self.session, self.chosen))

    def action_backup(self) -> None:
        """Ask for a backup."""
        self.post_message(BackupWanted())

    def action_restore_backup(self) -> None:
        """Ask for a backup to be put back."""
        self.post_message(TakeBackWanted())

    def action_rescue(self) -> None:
        """Ask which damaged file gives way to its last good version."""
        from selfeval_tui.tui.question import Question

        rescues = self._rescues
        lines = ("读不出来的文件原样移到回收站，那一版放回各表之中。",)
        offers = (f"{_when(each)}的一版，换下“{each.fault.path.name}”" for each in rescues)

        def answered(answer: int | None) -> None:
            if answer:
                self.run_worker(self._rescue(rescues[answer - 1]))

        self.app.push_screen(Question("取回哪一张表？", lines, (BACK, *offers)), answered)

    async def look_for_rescues(self) -> None:
        """See which damaged files have a good version, beside the screen."""
        if not self.session.faults:
            return
        ids = [sheet.id for sheet in self.session.batch.sheets]
        self._rescues = await asyncio.to_thread(
            find_rescues, self.session.workspace, self.session.faults, ids
        )
        self.show_faults()

    def show_faults(self) -> None:
        """List the files that could not be read, each with the version that is left of it."""
        for panel in self.query("#overview-faults"):
            panel.display = bool(self.session.faults or self.session.notices)
            panel.query_one(Static).update(self.faults())
        self.refresh_status()

    def faults(self) -> Content:
        """The files that were not read, and what is to be known of those that were."""
        faults, notices = self.session.faults, self.session.notices
        heading = f"有 {len(faults)} 个文件没有读出来，原样留在原处：\n" if faults else ""
        if self._rescues:
            heading += f"其中 {len(self._rescues)} 个在历史里有好的一版，按 {_key()} 取回。\n"
        left = {each.fault.path: each for each in self._rescues}
        lines = [*(_told(fault, left.get(fault.path)) for fault in faults), *map(Content, notices)]
        if len(lines) > MOST_FAULTS:
            more = Content(f"另有 {len(lines) - MOST_FAULTS} 条没有列出。")
            lines = [*lines[:MOST_FAULTS], more]
        return Content.assemble((heading, "bold $wrong"), Content("\n").join(lines))

    async def _rescue(self, rescue: Rescue) -> None:
        from selfeval_tui.tui.desk import put

        session = self.session
        try:
            aside = await asyncio.to_thread(carry_out, session.workspace, rescue, session.clock())
        except StoreError as error:
            self.tell(f"没有取回：{error.message}")
            return
        session.faults = tuple(each for each in session.faults if each is not rescue.fault)
        self._rescues = tuple(each for each in self._rescues if each is not rescue)
        put(session.batch, (rescue.sheet,), "取回一张表")
        self.show_faults()
        label = sheet_label(rescue.sheet)
        self.tell(f"已取回“{label}”（{_when(rescue).strip()}）。坏的文件在{aside.parent.name}里。")


def _told(fault: Fault, rescue: Rescue | None) -> Content:
    """What is wrong with a file, and which version of it is left."""
    if rescue is None:
        return Content(fault.message)
    said = f"历史里留着{_when(rescue)}的一版。"
    return Content.assemble(fault.message, (said, "bold $lit"))


def _when(rescue: Rescue) -> str:
    return f" {rescue.kept.at:%Y-%m-%d %H:%M} "


def _key() -> str:
    return next(each for each in keys_of(Where.OVERVIEW) if each.action == "rescue").shown_as
