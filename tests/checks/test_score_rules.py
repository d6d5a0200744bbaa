"""评分 and 资金来源: what breaks each rule of the forms that score, and what nearly does.

A line is a field, a row of money (`合计 年初 | 全年 | 执行 | 得分`), or a row of indicators:
`三级 | 目标 | 实际 | 分值 | 得分 | 原因`.
"""

import pytest

from selfeval_tui.checks import State, check
from selfeval_tui.sheet import Batch, Row, Sheet, new_sheet
from selfeval_tui.spec import load_spec
from tests.checks.case import Case, case, ids

_MONEY = ("年初预算数", "全年预算数", "全年执行数", "得分", "分值")
_ROW = ("三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
_ROWS_OF_MONEY = {"合计", "财政拨款", "结转", "其他"}

MET = "培训人数 | ≥100人 | 110人 | {} | {} | {}"
MISSED = "培训人数 | ≥100人 | 80人 | {} | {} |"
SOUND = """
合计 100 | 100 | 96.8 | 9.68
培训人数 | ≥100人 | 110人 | 50 | 50
满意度 | ≥90% | 93% | 40 | 38
"""
MONEY = "合计 {} | {} | {} |"

CASES = [
    case(
        "SCORE-001",
        (MET.format("10", "12", ""), MET.format("10分", "10.5分", "")),
        MET.format("10", "10.0", ""),
        MET.format("10", "", ""),
        MET.format("", "10", ""),
        MET.format("—", "—", ""),
    ),
    case(
        "SCORE-002",
        (f"{SOUND}总分 99", f"{SOUND}总分 97.6分"),
        f"{SOUND}总分 97.68",
        # Rounded as a whole.
        f"{SOUND}总分 97.7",
        f"{SOUND}总分 98.1\n协作机制 | 健全 | 健全 | 5 |",
        SOUND,
        f"{SOUND.replace('9.68', '')}总分 98",
    ),
    case(
        "SCORE-003",
        (
            f"{SOUND}机制 | 健全 | 健全 | 5 | 5",
            "合计 1 | 1 | 1 | 20 | 20\n机制 | 健全 | 健全 | 90 | 90",
        ),
        SOUND,
        "合计 1 | 1 | 1 | 20 | 20\n机制 | 健全 | 健全 | 80 | 80",
        # 预算执行 may be left unscored.
        "机制 | 健全 | 健全 | 100 | 100",
        f"{SOUND}机制 | 健全 | 健全 | |",
        f"{SOUND}机制 | 健全 | 健全 | / | /",
    ),
    case(
        "SCORE-004",
        ("合计 100 | 100 | 75 | 10", "合计 100 | 100 | 96.8 | 9.6"),
        "合计 100 | 100 | 96.8 | 9.68",
        "合计 100 | 100 | 96.8 | 9.7",
        "合计 100 | 100 | 99.9 | 10",
        "合计 100 | 100 | 120 | 10",
        "合计 100 | 100 | 75 |",
        "合计 0 | 0 | 0 | 10",
    ),
    case(
        "SCORE-005",
        MISSED.format("10", "10"),
        MISSED.format("10", "8"),
        MET.format("10", "10", ""),
        MISSED.format("", "10"),
    ),
    case(
        "SCORE-006",
        (MET.format("10", "8", ""), MET.format("10", "8", "无")),
        MET.format("10", "8", "档案资料归集不及时"),
        MET.format("10", "10", ""),
        MISSED.format("10", "8"),
    ),
    case(
        "SCORE-007",
        (
            "合计 100 | 100 | 90 |\n财政拨款 100 | 80 | 80 |\n其他 0 | 10 | 10 |",
            "合计 100 | 100 | 90 |\n财政拨款 100 | 110 | 90 |",
            "合计 100 | 100 | 90 |\n财政拨款 60 | 60 | 60\n结转 | |\n其他 30 | 30 | 30 |",
        ),
        "合计 100 | 100 | 90 |\n财政拨款 60 | 60 | 50\n结转 | |\n其他 40 | 40 | 40 |",
        "合计 100 | 100.01 | 90 |\n财政拨款 60 | 60 | 50\n结转 10 | 10 | 10\n其他 30 | 30 | 30 |",
        # 其中 names one of them.
        "合计 100 | 100 | 90 |\n财政拨款 60 | 60 | 60 |",
        "合计 100 | 100 | 90 |",
    ),
    case("SCORE-008", "总分 102", "总分 100", "总分 —", "项目名称 培训"),
]  # fmt: skip


def sheet(text: str) -> Sheet:
    """The sheet that a text describes."""
    made = new_sheet(load_spec("mof-2020/project"), starter=False)
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
        name, _, content = line.partition(" ")
        if name in _ROWS_OF_MONEY:
            made.row("资金", name).cells.update(_cells(_MONEY, content))
        elif "|" in line:
            cells = {"一级指标": "产出指标", "二级指标": "数量指标", **_cells(_ROW, line)}
            made.tables["指标"][f"r{number}"] = Row(f"r{number}", cells)
        else:
            made.fields[name] = content
    return made


def _cells(names: tuple[str, ...], line: str) -> dict[str, str]:
    return dict(zip(names, map(str.strip, line.split("|")), strict=False))


def codes(text: str) -> set[str]:
    """The rules that find something."""
    open_ones = (each for each in check(Batch([sheet(text)])) if each.state is State.open)
    return {each.code for each in open_ones}


@pytest.mark.parametrize("each", CASES, ids=ids(CASES))
def test_the_rule_says_something_only_where_it_should(each: Case) -> None:
    """Of the sheets that break it and of none that nearly do."""
    assert [text for text in each.breaks if each.code not in codes(text)] == []
    assert [text for text in each.keeps if each.code in codes(text)] == []


def test_forms_without_scores_are_asked_nothing() -> None:
    """The names are blank there."""
    made = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    assert not [each for each in check(Batch([made])) if each.code.startswith("SCORE")
                and each.state is not State.skipped]  # fmt: skip
