"""What stands on every screen: whose year this is, and whether it is saved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from selfeval_tui.sheet import Batch
from selfeval_tui.spec.model import Role
from selfeval_tui.store import SaveState, SaveStatus

HINDERED = frozenset({SaveState.FAILED, SaveState.PENDING, SaveState.READ_ONLY})
"""The states in which what is typed does not come to the disk by itself."""


def year_of(batch: Batch, today: date) -> str:
    """The year that most sheets are about; last calendar year where there is none."""
    return commonest(sheet.with_role(Role.YEAR) for sheet in batch.sheets) or str(today.year - 1)


def unit_of(batch: Batch) -> str:
    """The unit that most sheets name; empty where none does."""
    return commonest(sheet.with_role(Role.UNIT_NAME) for sheet in batch.sheets)


def save_words(status: SaveStatus) -> str:
    """The state of saving in a few words; empty before the first change."""
    match status.state:
        case SaveState.FAILED:
            return "没有保存"
        case SaveState.SAVING:
            return "正在保存"
        case SaveState.PENDING:
            return "等您选定"
        case SaveState.READ_ONLY:
            return "只读"
        case SaveState.SAVED if status.at is not None:
            return f"已保存 {status.at:%H:%M}"
        case _:
            return ""


def save_notice(status: SaveStatus) -> str:
    """What the clerk should know about the saving: why it failed, or what it had to do."""
    if status.state is SaveState.FAILED:
        return f"没有保存。{status.message}\n填写的内容还在程序里，处理好后请按 Ctrl+S 再存一次。"
    if status.state is SaveState.PENDING:
        return f"{status.message}按 Ctrl+S 比较、选定。"
    return status.message


def settings_notice(problems: Sequence[str]) -> str:
    """That the file of settings says something wrongly; the screen of settings tells all."""
    if not problems:
        return ""
    more = f"（共{len(problems)}处）" if len(problems) > 1 else ""
    return f"{problems[0]}{more}在总览按 Ctrl+W 看设置。"


def commonest(texts: Iterable[str]) -> str:
    """The text that stands most often; empty where there is none."""
    counted = Counter(text.strip() for text in texts if text.strip())
    return counted.most_common(1)[0][0] if counted else ""
