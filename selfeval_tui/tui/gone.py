"""The workspace is not there any more: all its sheets anew in its place, or in another folder."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.problems import GoneError, StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.question import Question

if TYPE_CHECKING:
    from selfeval_tui.tui.stage import Stage

TITLE = "自评文件夹不见了"
WAIT = "返回，等它回来再存"
ANEW = "在原处重新建立，存入全部 {count} 张表"
ELSEWHERE = "存到别的文件夹，在那里接着填"
ONLY_SHEETS = "能重新存的只有各张表；设置、以前的版本和导出的文件要从备份里找。"
TAKEN = "“{folder}”里已经有自评表了，请写一个新的文件夹。"
NOT_A_FOLDER = "“{folder}”是文件，请写一个文件夹。"


class FolderDialog(Dialog[Path]):
    """Asks for a folder that holds no sheets yet."""

    def body(self) -> Iterator[Widget]:
        """What is wanted, and the path."""
        yield Static(Content("写出文件夹的位置，没有的会新建。"), classes="form-note")
        yield form_row("文件夹", LineInput(id="gone-folder", compact=True))

    def answer(self) -> Path | None:
        """The path, if sheets may be put there."""
        typed = self.query_one(Input).value.strip().strip('"')
        folder = Path(typed).expanduser() if typed else None
        if folder is None:
            self.say("请写出文件夹的位置。")
        elif folder.is_file():
            self.say(NOT_A_FOLDER.format(folder=folder))
        elif (folder / "saved").exists():
            self.say(TAKEN.format(folder=folder))
        else:
            return folder.absolute()
        return None


class Gone:
    """Asks in front of a screen, and does what the clerk chose.

    Args:
        stage: Where it is asked; what is about the session that it shows now.
    """

    def __init__(self, stage: "Stage") -> None:
        self._stage = stage
        self._session = stage.session

    async def ask(self) -> None:
        """Look whether the workspace is there; ask where it is not."""
        try:
            await asyncio.to_thread(self._session.workspace.check_there)
        except GoneError as error:
            sheets = self._session.batch.sheets
            anew = ANEW.format(count=len(sheets))
            # The 示例 is made anew as a whole; there is nothing of the clerk's own in it.
            answers = (WAIT, anew) if self._session.demo else (WAIT, anew, ELSEWHERE)
            lines = (error.message, "", ONLY_SHEETS)
            self._stage.push_screen(Question(TITLE, lines, answers), self._answered)

    async def _answered(self, answer: int | None) -> None:
        if answer == 1:
            self._session.lock.release()
            self._session.saving.save_anew()
            await self._stage.desk.flush()
        elif answer == 2:
            self._stage.push_screen(FolderDialog(ELSEWHERE), self._move)

    async def _move(self, folder: Path | None) -> None:
        if folder is None:
            return
        sheets = tuple(sheet.copy() for sheet in self._session.batch.sheets)
        try:
            await asyncio.to_thread(_save_all, sheets, folder)
        except StoreError as error:
            self._stage.push_screen(Question(error.title, (error.message,), ("知道了",)))
            return
        await self._stage.desk.end()
        self._stage.open_next(folder)


def _save_all(sheets: tuple[Sheet, ...], folder: Path) -> None:
    workspace = Workspace(folder, demo=False)
    for sheet in sheets:
        workspace.save(sheet)
