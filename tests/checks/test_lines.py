"""A finding as one line for a chat."""

import pytest

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.checks.lines import one_line
from selfeval_tui.sheet import Batch
from tests.checks.build import batch


def line(year: Batch, code: str, state: State = State.open) -> str:
    """The line of a rule's first finding."""
    found: list[Finding] = [each for each in check(year) if each.code == code]
    return next(one_line(year, each) for each in found if each.state is state)


ROW = "产出指标 | 数量指标 | 维护\\nWindows 系统 | ≥2 次 | 1 次"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            "附件号 附件1-7\n预算数 5\n执行数 4.76\n执行率 94%",
            "BUD-001",
            "附件1-7 执行率：填94%，按4.76÷5应为95.2%，请核实。",
        ),
        (
            f"附件号 附件1-7\n{ROW}",
            "IND-001",
            "附件1-7 维护Windows系统：目标≥2次，实际1次，未达到年初目标，请核实。",
        ),
        ("项目名称 物业费", "YEAR-005", "各表 只有附件1，没有附件2，请核实。"),
        ("项目名称 物业费", "IND-024", "项目自评表 还没有一行指标，请核实。"),
    ],
)
def test_a_line_names_the_sheet_and_asks(text: str, code: str, said: str) -> None:
    """Without blanks between Chinese and figures, and without a line end."""
    assert line(batch(text), code) == said


def test_what_could_not_be_checked_asks_nothing() -> None:
    """It says what is missing."""
    year = batch("附件号 附件1-7\n预算数 5\n执行数 4\n执行率 约八成")
    assert line(year, "BUD-001", State.skipped) == "附件1-7 有内容没有填全或读不出，没有查。"
