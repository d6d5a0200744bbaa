"""备份 and 恢复备份: asks for the file, says what would happen, does it, says what became of it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.checks.overlay_files import overlay_files
from selfeval_tui.problems import StoreError
from selfeval_tui.store import Workspace
from selfeval_tui.store.history.backup import ENDING, BackedUp, write_backup
from selfeval_tui.store.history.opened_backup import OpenedBackup, open_backup
from selfeval_tui.store.history.take_back import Outlook, TakenBack, look_ahead, take_back
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.question import Question

if TYPE_CHECKING:
    from selfeval_tui.tui.stage import Stage

BACK, RESTORE, SEEN = "返回，不恢复", "恢复", "知道了"
NO_NAME = f"请写备份文件的名字，以 {ENDING} 结尾。"


class FileDialog(Dialog[Path]):
    """Asks for a zip.

    Args:
        title: What for.
        words: What the clerk should know.
        path: What is proposed.
    """

    def __init__(self, title: str, words: str, path: str) -> None:
        super().__init__(title)
        self._words = words
        self._path = path

    def body(self) -> Iterator[Widget]:
        """What it is about, and the path."""
        yield Static(Content(self._words), classes="form-note")
        yield form_row("文件", LineInput(self._path, id="backup-file", compact=True))

    def answer(self) -> Path | None:
        """The path, if it names a zip."""
        typed = self.query_one(Input).value.strip().strip('"')
        if typed.lower().endswith(ENDING) and len(typed) > len(ENDING):
            return Path(typed).expanduser()
        self.say(NO_NAME)
        return None


@frozen
class BackupFlow:
    """Takes the unit's own workspace out and in; each way ends with a sentence."""

    app: "Stage"

    @property
    def _workspace(self) -> Workspace:
        return self.app.desk.own.workspace

    def back_up(self) -> None:
        """Ask where to, and write the backup."""
        root = self._workspace.root.absolute()
        day = f"{self.app.desk.own.clock():%Y-%m-%d}"
        usual = root.parent / f"{root.name}备份 {day}{ENDING}"
        words = "各表、历史、定稿、回收站、设置和自查规则都在里面，导出的Excel不在。最好存到U盘上。"

        def answered(path: Path | None) -> None:
            if path is not None:
                self.app.run_worker(self._back_up(path))

        self.app.push_screen(FileDialog("备份", words, str(usual)), answered)

    def take_back(self) -> None:
        """Ask which one, say what it would do, and put it back."""
        words = "先核对每个文件的校验值，再说会改什么；现在的各表和整个文件夹先留着。"

        def answered(path: Path | None) -> None:
            if path is not None:
                self.app.run_worker(self._look_ahead(path))

        if said := self.app.desk.own.batch.read_only:
            self._tell("不能恢复备份", said)
            return
        self.app.push_screen(FileDialog("恢复备份", words, ""), answered)

    async def _back_up(self, path: Path) -> None:
        if not await self._saved():
            return
        try:
            done = await asyncio.to_thread(self._write, path)
        except StoreError as error:
            self._tell("没有备份", error.message)
        else:
            self._tell("备份好了", done.said)

    def _write(self, path: Path) -> BackedUp:
        workspace = self._workspace
        at = self.app.desk.own.clock()
        return write_backup(workspace, path, overlay_files(workspace.root), at)

    async def _look_ahead(self, path: Path) -> None:
        if not await self._saved():
            return
        try:
            outlook = await asyncio.to_thread(self._open, path)
        except StoreError as error:
            self._tell("没有恢复", error.message)
            return

        def answered(answer: int | None) -> None:
            if answer == 1:
                self.app.run_worker(self._take_back(outlook.backup))

        question = Question("要恢复这份备份吗？", tuple(outlook.lines()), (BACK, RESTORE))
        self.app.push_screen(question, answered)

    def _open(self, path: Path) -> Outlook:
        return look_ahead(open_backup(path), Workspace(self._workspace.root))

    async def _take_back(self, backup: OpenedBackup) -> None:
        try:
            done = await asyncio.to_thread(self._put, backup)
        except StoreError as error:
            self._tell("没有恢复", error.message)
            return
        await self.app.reopen()
        self._tell("恢复好了", done.said)

    def _put(self, backup: OpenedBackup) -> TakenBack:
        root = self._workspace.root
        workspace = Workspace(root, files=self._workspace.files)
        return take_back(backup, workspace, overlay_files(root), self.app.desk.own.clock())

    async def _saved(self) -> bool:
        """Save what is typed; a backup without it would not be whole."""
        failures = await self.app.desk.flush()
        if failures:
            self._tell("还有修改没有保存，先没有办", "\n".join(failures))
        return not failures

    def _tell(self, title: str, words: str) -> None:
        self.app.push_screen(Question(title, words.split("\n"), (SEEN,)))
