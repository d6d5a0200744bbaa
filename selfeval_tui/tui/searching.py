"""What a clerk looks for, kept while the program runs so that it can be looked for again."""

from enum import StrEnum

from attrs import frozen

from selfeval_tui.sheet.search import Search


class Deed(StrEnum):
    """What is done with what is found."""

    FIND = "查找下一处"
    REPLACE = "替换这一处，再找下一处"
    REPLACE_ALL = "全部替换（先看改哪些）"


class Scope(StrEnum):
    """Where it is looked for."""

    SHEET = "这张表"
    ALL = "全部表"


@frozen
class SearchOrder:
    """One order of the clerk."""

    wanted: str
    by: str = ""
    scope: Scope = Scope.SHEET
    deed: Deed = Deed.FIND

    @property
    def search(self) -> Search:
        """What is looked for."""
        return Search(self.wanted)
