"""The budget row beside 预算控制数."""

import pytest

from selfeval_tui.sheet import Batch
from selfeval_tui.sheet.beside import budget_beside
from tests.sheet.build import cell, project, with_rows


def _said(target: str, indicator: str = "预算控制数", level2: str = "成本指标") -> tuple[str, ...]:
    sheet = with_rows(project("18.27", "182418.55元"), (indicator, target, ""))
    sheet.row("指标", "r1").cells["二级指标"] = level2
    batch = Batch([sheet])
    address = cell(sheet, "r1", "实际完成值")
    verdict = batch.verdict(address)
    assert verdict is not None
    return budget_beside(batch, address, verdict.target)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("121926.11元", ("预算数 18.27万元 = 182700元", "执行数 18.241855万元 = 182418.55元")),
        ("≤20万元", ("预算数 18.27万元", "执行数 18.241855万元")),
        ("不超预算", ("预算数 18.27万元", "执行数 18.241855万元")),
        ("", ("预算数 18.27万元", "执行数 18.241855万元")),
    ],
)
def test_the_budget_is_said_in_the_unit_of_the_target(target: str, said: tuple[str, ...]) -> None:
    """元 against 万元 is where factors of 10000 get lost; nothing is rounded."""
    assert _said(target) == said


@pytest.mark.parametrize(
    ("target", "indicator", "level2"),
    [
        ("≤300元/人", "人均成本", "成本指标"),
        ("≤3次", "投诉次数", "质量指标"),
        ("≥20万元", "成本节约", "经济效益指标"),
        ("≤20万元", "设备单价", "成本指标"),
    ],
)
def test_other_rows_speak_of_other_money(target: str, indicator: str, level2: str) -> None:
    """A cost per head is not the budget."""
    assert _said(target, indicator, level2) == ()


def test_an_amount_that_is_missing_is_left_out() -> None:
    """Nothing is made up."""
    sheet = with_rows(project("", "约18万"), ("预算控制数", "20万元", ""))
    sheet.row("指标", "r1").cells["二级指标"] = "成本指标"
    batch = Batch([sheet])
    address = cell(sheet, "r1", "年初目标值")
    verdict = batch.verdict(address)
    assert verdict is not None
    assert budget_beside(batch, address, verdict.target) == ()
