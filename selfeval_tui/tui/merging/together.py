"""Two windows on one workspace: taking it, and choosing what becomes of what both changed."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfeval_tui.problems import StoreError
from selfeval_tui.store.merge.reconciling import (
    Choices,
    Pair,
    accept_all,
    all_theirs,
    look,
    outcomes_of,
    pairs_of,
    put_in,
)
from selfeval_tui.store.window.lock import Holder
from selfeval_tui.tui.merging.dialog import MergeDialog
from selfeval_tui.tui.merging.words import looking
from selfeval_tui.tui.question import Question

if TYPE_CHECKING:
    from selfeval_tui.tui.stage import Stage

_BACK, _TAKE = "返回，先只看", "接管：由这个窗口来改"
_FINE = ("知道了",)


class Together:
    """Asks in front of a screen; whatever is not answered stays as it is, and is asked again.

    Args:
        stage: Where it is asked; what is about the session that it shows now.
    """

    def __init__(self, stage: "Stage") -> None:
        self._stage = stage
        self._session = stage.session

    async def settle(self) -> None:
        """Do what keeps this window from saving away, as far as the clerk agrees."""
        if self._session.batch.read_only:
            await self._ask_for_it()
        elif self._session.saving.pending:
            await self.compare()

    # Who may write.

    async def _ask_for_it(self) -> None:
        try:
            holder = await asyncio.to_thread(self._session.lock.take)
        except StoreError as error:
            self._tell(error.title, error.message)
            return
        if not isinstance(holder, Holder):
            await self._begin_to_write()
            return
        now = self._session.clock()
        self._session.batch.read_only = looking(holder, now)
        self._stage.refresh_status()
        lines = (
            f"{holder.words(now)}。",
            "接管以后，那个窗口只能看；它没有存下的改动留在那里，可以在那里比较、选定。",
            "如果那里还有人在填，请先商量。",
        )

        async def answered(answer: int | None) -> None:
            if answer == 1:
                await asyncio.to_thread(self._session.lock.take, over=True)
                await self._begin_to_write(taken_over=True)

        self._stage.push_screen(Question("要接管这里的表吗？", lines, (_BACK, _TAKE)), answered)

    async def _begin_to_write(self, *, taken_over: bool = False) -> None:
        """This window has the workspace: what others did meanwhile is taken in first."""
        session = self._session
        session.batch.read_only = ""
        session.saving.resume()
        self._stage.refresh_status()
        await self.compare(alone=not session.saving.unwritten)
        await self._stage.desk.flush()
        self._stage.offer_lost(taken_over=taken_over)

    # What others changed.

    async def compare(self, *, alone: bool = False) -> None:
        """Show what others changed since, beside what is here, and take in what is chosen.

        Args:
            alone: Whether nothing was changed here, so that there is nothing to choose.
        """
        try:
            seen = await asyncio.to_thread(look, self._session.workspace, self._session.lock)
        except StoreError as error:
            self._tell(error.title, error.message)
            return
        pairs = tuple(pairs_of(self._session.batch, seen))
        differing = tuple(each for each in pairs if each.found.points)
        for each in pairs:
            if not each.found.points:
                self._session.workspace.accept(each.seen)
        if not differing:
            self._session.saving.resume()
            await self._stage.desk.flush()
        elif alone:
            await self._take_in(differing, all_theirs(differing))
        else:
            self._show(differing)

    def _show(self, pairs: Sequence[Pair]) -> None:
        merges = [each.found for each in pairs]
        count = sum(len(each.points) for each in merges)
        title = f"别处也改过：{len(merges)} 张表，{count} 处不同"

        async def answered(choices: Choices | None) -> None:
            if choices is not None:
                await self._take_in(pairs, choices)

        self._stage.push_screen(MergeDialog(title, merges), answered)

    async def _take_in(self, pairs: Sequence[Pair], choices: Choices) -> None:
        """Do what was chosen, as one step, and let it be saved."""
        session = self._session
        outcomes = outcomes_of(pairs, choices)
        put_in(session.batch, outcomes)
        try:
            await asyncio.to_thread(accept_all, session.workspace, outcomes)
        except StoreError as error:
            self._tell(error.title, error.message)
            return
        session.saving.resume(each.found.sheet for each in pairs)
        await self._stage.desk.flush()

    def _tell(self, title: str, *lines: str) -> None:
        self._stage.push_screen(Question(title, lines, _FINE))
