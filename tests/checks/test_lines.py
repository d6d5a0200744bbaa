"""A finding as one line for a chat."""

import pytest

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.checks.lines import figures, one_line
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


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            "预算数 5\n执行数 4.76\n执行率 94%",
            "BUD-001",
            "填报94% 应为95.2% 相差1.2个百分点",
        ),
        ("产出指标 | 质量指标 | 制度 | 健全 | 较健全", "IND-003", "填报较健全 对照健全"),
    ],
)
def test_only_an_error_says_what_ought_to_stand_there(text: str, code: str, said: str) -> None:
    """Whether 较健全 may be written for 健全 the clerk knows, not the program."""
    found = next(each for each in check(batch(text)) if each.code == code)
    assert " ".join(f"{label}{figure}" for label, figure in figures(found)) == said
