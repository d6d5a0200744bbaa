"""The bureau's remarks (财政意见): what they want changed, where, and what was answered."""

from attrs import evolve, frozen

from selfeval_tui.text.reading import Labelled


class Answer(Labelled):
    """What the clerk did about a remark."""

    none = "none", "未答复"
    changed = "changed", "已改"
    kept = "kept", "不改"


@frozen
class Remark:
    """One remark on a cell, or on a sheet where `name` is empty."""

    id: str
    table: str
    row: str
    name: str
    text: str
    source: str
    """粘贴, or the workbook it came back in."""
    date: str
    """When it was taken down, as 2024-04-23."""
    before: str = ""
    """What stood in the cell then (修改前)."""
    answer: Answer = Answer.none
    reason: str = ""
    """Why nothing is changed; or what else is to be said (说明)."""
    answered: str = ""
    """When it was answered."""
    after: str = ""
    """What stood in the cell when it was answered (修改后)."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answer is Answer.none

    @property
    def answer_words(self) -> str:
        """What was answered: 未答复, 已改, or 不改：按批复执行."""
        return f"{self.answer.label}：{self.reason}" if self.reason else self.answer.label

    def answer_with(self, answer: Answer, reason: str, date: str, after: str) -> "Remark":
        """The remark as it is once answered.

        Args:
            answer: What was done.
            reason: Why, or what else is to be said.
            date: Today.
            after: What stands in the cell now.
        """
        return evolve(self, answer=answer, reason=reason, answered=date, after=after)
