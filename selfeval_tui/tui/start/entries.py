"""The ways in, in the order they are offered."""

from enum import Enum

from selfeval_tui import sheet


class Entry(Enum):
    """One way in: what it is called and what it does."""

    OWN = "本单位的表", "回到本单位的表。"
    DEMO = sheet.DEMO, "先看看填好的九张表，随便改，不会混进本单位的表。"
    CREATE = "新建", "从空白表样建一张表，填本单位的数据。"
    IMPORT = "导入", "读入别处已有的表，先看读到了什么，再保存。"

    def __init__(self, label: str, explanation: str) -> None:
        self.label = label
        self.help = explanation


def entries(*, own_data: bool, in_demo: bool) -> tuple[Entry, ...]:
    """The ways that make sense now; the own sheets are one only from inside the 示例."""
    back = (Entry.OWN,) if own_data and in_demo else ()
    return (*back, Entry.DEMO, Entry.CREATE, Entry.IMPORT)


def preselected(offered: tuple[Entry, ...], *, own_data: bool) -> int:
    """示例 for a beginner; 新建 once the unit has sheets of its own."""
    return offered.index(Entry.CREATE if own_data else Entry.DEMO)
