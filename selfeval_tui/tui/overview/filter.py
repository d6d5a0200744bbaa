"""筛选: which sheets 总览 lists."""

from collections.abc import Collection
from enum import StrEnum

from attrs import frozen

from selfeval_tui.sheet.summary import Summary
from selfeval_tui.text import VerdictCode, fold


class Which(StrEnum):
    """A choice of sheets by their state."""

    ALL = "全部"
    UNFINISHED = "没填完"
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

    def keeps(self, summary: Summary, changed: Collection[str] = ()) -> bool:
        """Whether a sheet is listed.

        Args:
            summary: The sheet.
            changed: The ids of the sheets that changed since they were exported.
        """
        words = fold(f"{summary.attachment}{summary.name}")
        if fold(self.text).casefold() not in words.casefold():
            return False
        match self.which:
            case Which.UNFINISHED:
                return summary.progress.filled < summary.progress.total
            case Which.MISSED:
                return bool(summary.count(VerdictCode.missed))
            case Which.PERSON:
                return bool(summary.count(VerdictCode.person))
            case Which.CHANGED:
                return summary.sheet in changed
            case _:
                return True

    def sentence(self, shown: int, count: int) -> str:
        """What is listed: 只列出 没填完、含“大厅”的表：2/9 张。Esc 列出全部."""
        parts = [] if self.which is Which.ALL else [self.which.value]
        parts += [f"含“{self.text.strip()}”"] if self.text.strip() else []
        return f"只列出 {'、'.join(parts)} 的表：{shown}/{count} 张，合计仍是全部。Esc 列出全部"


NO_FILTER = Filter()
