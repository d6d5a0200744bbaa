"""筛选: which sheets 总览 lists."""

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet.summary import Summary
from selfeval_tui.text import VerdictCode, fold

if TYPE_CHECKING:
    from selfeval_tui.checks.groups import Problems


class Which(StrEnum):
    """A choice of sheets by their state."""

    ALL = "全部"
    UNFINISHED = "没填完"
    ERROR = "有错误"
    EXPLAIN = "有需说明"
    MISSED = "有未达到"
    PERSON = "有请自行判断"
    CHANGED = "上次导出后改过"


@frozen
class Filter:
    """What a sheet must have to be listed."""

    text: str = ""
    """Stands in its 附件号 or 项目名称."""
    which: Which = Which.ALL

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.text.strip()) or self.which is not Which.ALL

    def keeps(
        self, summary: Summary, changed: Collection[str] = (), found: "Problems | None" = None
    ) -> bool:
        """Whether a sheet is listed.

        Args:
            summary: The sheet.
            changed: The ids of the sheets that changed since they were exported.
            found: What waits on the sheet; None before that is known.
        """
        words = fold(f"{summary.attachment}{summary.name}")
        if fold(self.text).casefold() not in words.casefold():
            return False
        holds = {
            Which.UNFINISHED: summary.progress.filled < summary.progress.total,
            Which.ERROR: found is not None and bool(found.of_rank(0)),
            Which.EXPLAIN: found is not None and bool(found.of_rank(1)),
            Which.MISSED: bool(summary.count(VerdictCode.missed)),
            Which.PERSON: bool(summary.count(VerdictCode.person)),
            Which.CHANGED: summary.sheet in changed,
        }
        return holds.get(self.which, True)

    def sentence(self, shown: int, count: int) -> str:
        """What is listed: 只列出 没填完、含“大厅”的表：2/9 张。Esc 列出全部."""
        parts = [] if self.which is Which.ALL else [self.which.value]
        parts += [f"含“{self.text.strip()}”"] if self.text.strip() else []
        return f"只列出 {'、'.join(parts)} 的表：{shown}/{count} 张，合计仍是全部。Esc 列出全部"


NO_FILTER = Filter()
