"""存入: what is asked before sheets that were read are kept, and what comes of the answers."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual.app import App

from selfeval_tui.files.report import Arrival, State
from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.store.bin import restored
from selfeval_tui.store.merge.reconciling import Choices
from selfeval_tui.tui.merging.dialog import MergeDialog
from selfeval_tui.tui.question import Question

_BACK, _BOTH = "返回，先不存", "存入，两张都留着"
_MERGE = "逐处比较，选定后并入原来的表"
_TITLE = "本单位已有下面的表。原来的表不会被覆盖，要怎样存？"
_ONE_EACH = "有的表来了两份：要逐处比较，请先返回，只给其中一份打勾。"

Keep = Callable[[tuple[Sheet, ...], tuple[Sheet, ...]], None]
"""Keeps new sheets, and sheets that are there already as they shall be."""


class Asking:
    """Asks where the unit has the same sheets already; keeps nothing by itself.

    Args:
        app: Where it is asked.
        found: What shall be kept.
        there: The unit's sheets.
        keep: Called with what is kept in the end.
    """

    def __init__(
        self, app: App[Any], found: Sequence[Arrival], there: Sequence[Sheet], keep: Keep
    ) -> None:
        self._app = app
        self._found = found
        self._there = there
        self._keep = keep
        self._doubled = [each for each in found if each.state is not State.NEW]
        self._differing = [each for each in found if each.state is State.DIFFERS]

    def begin(self) -> None:
        """Keep what is new at once; ask about the rest first."""
        if not self._doubled:
            self._keep(tuple(each.sheet for each in self._found), ())
            return
        lines = [_already(each) for each in self._doubled]
        answers = [_BACK, _BOTH]
        if _each_once(self._differing):
            answers += [_MERGE] if self._differing else []
        else:
            lines.append(_ONE_EACH)
        self._app.push_screen(Question(_TITLE, lines, answers), self._answered)

    def _answered(self, answer: int | None) -> None:
        if answer == 1:
            sheets = (each.sheet for each in self._found)
            self._keep(_with_free_ids(sheets, self._there), ())
        elif answer:
            self._compare()

    def _compare(self) -> None:
        """Show what came beside what is here; keep what is chosen, and the sheets that are new."""
        merges = [each.found for each in self._differing if each.found is not None]

        def answered(choices: Choices | None) -> None:
            if choices is not None:
                new = (each.sheet for each in self._found if each.state is State.NEW)
                merged = (each.merged(choices[_ours(each).id]) for each in self._differing)
                self._keep(_with_free_ids(new, self._there), tuple(merged))

        count = sum(len(each.points) for each in merges)
        title = f"导入：{len(merges)} 张表已有，{count} 处不同"
        self._app.push_screen(MergeDialog(title, merges, ("这里", "来的")), answered)


def _ours(found: Arrival) -> Sheet:
    assert found.ours is not None
    return found.ours


def _each_once(found: Iterable[Arrival]) -> bool:
    return all(count == 1 for count in Counter(_ours(each).id for each in found).values())


def _already(found: Arrival) -> str:
    how = {
        State.SAME: "内容一样",
        State.LOCKED: "已锁定，不能并入",
        State.DIFFERS: f"{found.count} 处不同",
    }
    return f"{sheet_label(_ours(found))}（{how[found.state]}）"


def _with_free_ids(sheets: Iterable[Sheet], there: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Sheets that stand beside those that are there, whose ids they may have had."""
    taken = {each.id for each in there}
    found: list[Sheet] = []
    for each in sheets:
        found.append(restored(each, frozenset(taken)))
        taken.add(found[-1].id)
    return tuple(found)
