"""定稿, 标为已报送, 退回修改: asks what has to be asked, and then lets the sheet's life go on."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen
from textual.screen import ModalScreen, Screen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import (
    Address,
    Batch,
    Life,
    ReturnReason,
    Sheet,
    Stage,
    progress,
    sheet_label,
    sheet_mark,
)
from selfeval_tui.tui.session import Session

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding
    from selfeval_tui.tui.check.reason import Reason
    from selfeval_tui.tui.life.handed_in import HandedIn

REASONS = tuple(ReturnReason)
_BACK = "返回，先不定稿"
_FINALISE = "定稿"
_WRITE, _GO = "逐条写说明（错误写明为什么坚持填报）", "到第一处去改"
_SHOWN = 6
NOT_KEPT = "定稿的那一版没有留底，不能对照"

Result = TypeVar("Result")


@frozen
class LifeFlow:
    """Takes a sheet on; each way ends with a sentence.

    Args:
        front: The screen in front, on which questions are asked.
        session: What is open.
        say: Tells the clerk something.
        go: Shows a cell, and says why.
    """

    front: Callable[[], Screen[Any]]
    session: Session
    say: Callable[[str], None]
    go: Callable[[Address, str], None]

    @property
    def _batch(self) -> Batch:
        return self.session.batch

    def can(self, action: str, sheet: Sheet | None) -> bool:
        """Whether an action makes sense for a sheet now."""
        if sheet is None or not sheet.spec.printed or sheet.newer:
            return False
        if self._batch.read_only and action != "since_final":
            return False
        return {
            "finalise": not sheet.life.locked,
            "submit_sheet": sheet.life.stage is Stage.final,
            "reopen": sheet.life.locked,
            "since_final": sheet.life.stage is Stage.returned,
        }[action]

    # 定稿

    def finalise(self, sheet: Sheet) -> None:
        """定稿, after what hinders was mended or explained."""
        if not self.can("finalise", sheet):
            return
        from selfeval_tui.checks.lines import one_line

        found = self._hindrances(sheet)
        if not found:
            self._confirm(sheet)
            return
        lines = [one_line(self._batch, each) for each in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(f"另有 {len(found) - _SHOWN} 处。")
        title = f"{sheet_mark(sheet)} 还有 {len(found)} 处问题没有改，也没有说明"

        def answered(answer: int | None) -> None:
            if answer == 1:
                self._ask_reason(sheet)
            elif answer == 2:
                from selfeval_tui.checks.settle import place_of

                self.go(place_of(found[0]), found[0].message)

        self._question(title, lines, (_BACK, _WRITE, _GO), answered)

    def _hindrances(self, sheet: Sheet) -> "tuple[Finding, ...]":
        from selfeval_tui.checks.finalise import hindrances

        self.session.checking.check_all()
        return hindrances(self._batch, self.session.checking.found(), sheet.id)

    def _ask_reason(self, sheet: Sheet) -> None:
        """Ask for the missing reasons one after another; what was written so far is kept."""
        from selfeval_tui.tui.check.explaining import Explaining

        found = self._hindrances(sheet)
        if not found:
            self._confirm(sheet)
            return
        explaining = Explaining(self.session, found[0])

        def answered(reason: "Reason | None") -> None:
            if reason is None:
                self.say(f"{sheet_mark(sheet)} 没有定稿：还有 {len(found)} 处没有改，也没有说明")
                return
            explaining.keep(reason)
            self._ask_reason(sheet)

        self._ask(explaining.dialog(), answered)

    def _confirm(self, sheet: Sheet) -> None:
        from selfeval_tui.checks.finalise import remaining

        filled = progress(sheet)
        left = remaining(self._batch, self.session.checking.found(), sheet.id)
        lines = [sheet_label(sheet), f"定稿后不能再改；要改用“{Stage.returned.label}”。"]
        if blank := filled.total - filled.filled:
            lines.append(f"必填的还有 {blank} 格没有填。")
        if left:
            lines.append(f"还有 {len(left)} 处警告或提示，不妨碍定稿。")

        def answered(answer: int | None) -> None:
            if answer == 1:
                self.front().app.run_worker(self._finalise(sheet))

        self._question("要定稿吗？", lines, (_BACK, _FINALISE), answered)

    async def _finalise(self, sheet: Sheet) -> None:
        """Keep the version, then lock the sheet; it stays open where it could not be kept."""
        from selfeval_tui.checks.finalise import finalised
        from selfeval_tui.sheet.checkcode import content_code

        life = finalised(self._batch, sheet.id, self.session.today, self.session.checking.rules)
        try:
            await asyncio.to_thread(self._keep, self.session.snapshot(), sheet.id, life)
        except StoreError as error:
            self.say(f"没有定稿：{error.message}")
            return
        if content_code(self._batch, self._batch.sheet(sheet.id)) != life.content:
            self.say(f"{sheet_mark(sheet)} 刚刚又改过，没有定稿，请再定一次")
            return
        self._batch.live(sheet.id, life)
        self.say(f"{sheet_mark(sheet)} 已定稿，校验码 {life.content}")

    def _keep(self, batch: Batch, sheet_id: str, life: Life) -> None:
        from selfeval_tui.store.kept.finalised import keep_finalised

        workspace, at = self.session.workspace, self.session.clock()
        keep_finalised(workspace, batch, batch.sheet(sheet_id), life, at)

    # 标为已报送

    def submit(self, sheet: Sheet) -> None:
        """标为已报送: when, how, and whether all that are final went with it."""
        if not self.can("submit_sheet", sheet):
            return
        from selfeval_tui.tui.life.handed_in import HandedInDialog

        every = [each for each in self._batch.printed if each.life.stage is Stage.final]

        def answered(given: "HandedIn | None") -> None:
            if given is None:
                return
            sheets = every if given.all_final else [sheet]
            for each in sheets:
                self._batch.live(each.id, each.life.submit(given.date, given.channel))
            which = f"{len(sheets)} 张表" if len(sheets) > 1 else sheet_mark(sheet)
            self.say(f"{which} 已标为已报送（{given.date} {given.channel}）")

        self._ask(HandedInDialog(sheet_mark(sheet), self.session.today, len(every)), answered)

    # 退回修改

    def reopen(self, sheet: Sheet) -> None:
        """退回修改: ask why, and open the sheet again."""
        if not self.can("reopen", sheet):
            return
        lines = (
            f"{sheet_label(sheet)}，现在是：{sheet.life.words}",
            "定稿的那一版留着；改了哪里，随时可以对照。",
        )
        answers = ("返回，先不改", *(reason.label for reason in REASONS))

        def answered(answer: int | None) -> None:
            if answer:
                self.front().app.run_worker(self._reopen(sheet, REASONS[answer - 1]))

        self._question("退回修改：为什么要再改？", lines, answers, answered)

    async def _reopen(self, sheet: Sheet, reason: ReturnReason) -> None:
        """Open the sheet once it is sure that its version is kept."""
        try:
            await asyncio.to_thread(self._keep_missing, self.session.snapshot(), sheet.id)
        except StoreError as error:
            self.say(f"没有退回修改：定稿的一版没能留底。{error.message}")
            return
        self._batch.live(sheet.id, sheet.life.reopen(self.session.today, reason.label))
        self.say(f"{sheet_mark(sheet)} 可以改了（{reason.label}）；改后请再定稿")

    def _keep_missing(self, batch: Batch, sheet_id: str) -> None:
        from selfeval_tui.store.kept.finalised import version_of

        sheet = batch.sheet(sheet_id)
        if version_of(self.session.workspace, sheet) is None:
            self._keep(batch, sheet_id, sheet.life)

    # 与定稿不同

    def show_since_final(self, sheet: Sheet) -> None:
        """List what differs from the version that was finalised."""
        if not self.can("since_final", sheet):
            return
        from selfeval_tui.store.kept.finalised import changed_since_final
        from selfeval_tui.tui.export.changes import ChangesScreen

        standings = changed_since_final(self.session.workspace, (sheet,), self._batch)
        standing = standings[sheet.id]
        if standing.never or standing.fault:
            self.say(standing.fault or f"{sheet_mark(sheet)} {NOT_KEPT}")
            return
        count = len(standing.differences)
        title = f"{sheet_mark(sheet)} 与 {sheet.life.finalised} 的定稿有 {count} 处不同"
        self.front().app.push_screen(ChangesScreen(self.session, standings, title, "定稿"))

    # Asking.

    def _question(
        self,
        title: str,
        lines: Sequence[str],
        answers: Sequence[str],
        answered: Callable[[int | None], None],
    ) -> None:
        from selfeval_tui.tui.question import Question

        self._ask(Question(title, lines, answers), answered)

    def _ask(self, dialog: ModalScreen[Result], answered: Callable[[Result | None], None]) -> None:
        self.front().app.push_screen(dialog, answered)
