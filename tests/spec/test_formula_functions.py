"""The functions a formula may call."""

from decimal import Decimal

import pytest

from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.formula import FUNCTIONS
from tests.spec.formulas import Given, value

D = Decimal

CASES: list[tuple[str, dict[str, Given], Value]] = [
    ("求和(1, 2.50)", {}, D("3.50")),
    ("求和(资金.执行数, 1)", {"资金.执行数": (D("0.69"), D("1.55"))}, D("3.24")),
    ("求和(资金.执行数, 执行数)", {"资金.执行数": (2, 3)}, D(5)),
    ("求和(资金.执行数)", {"资金.执行数": ()}, BLANK),
    ("求和(执行数, 预算数)", {}, BLANK),
    ("求和(执行数, 1)", {"执行数": "约5"}, BLANK),
    ("连接(年度, '年度', 项目名称)", {"年度": 2023, "项目名称": "购书"}, "2023年度购书"),
    ("连接(年度, '年度', 项目名称)", {"年度": 2023}, "2023年度"),
    ("连接(年度, 项目名称)", {}, BLANK),
    ("连接(年度)", {"年度": D("1E+3")}, "1000"),
    ("连接(年度)", {"年度": D("5.50")}, "5.50"),
    ("连接(project.项目名称)", {"project.项目名称": ("甲", "乙")}, "甲乙"),
    ("四舍五入(0.125, 2)", {}, D("0.13")),
    ("四舍五入(-0.125, 2)", {}, D("-0.13")),
    ("四舍五入(2.5, 0)", {}, D(3)),
    ("四舍五入(2.5, 0.5)", {}, BLANK),
    ("四舍五入(2.5, -1)", {}, BLANK),
    ("四舍五入(2.5, 13)", {}, BLANK),
    ("四舍五入(执行数, 2)", {}, BLANK),
    ("如果(1 > 2, '是', '否')", {}, "否"),
    ("如果(2 > 1, '是', '否')", {}, "是"),
    ("如果(执行数 > 1, '是', '否')", {}, BLANK),
    ("非空(项目名称)", {"项目名称": "购书"}, True),
    ("非空(项目名称)", {"项目名称": ""}, False),
    ("非空(项目名称)", {}, False),
    ("非空(执行数)", {"执行数": 0}, True),
    ("非空(project.项目名称)", {"project.项目名称": ("", "乙")}, True),
    ("最小(3, 1, 2)", {}, D(1)),
    ("最小(执行数, 3)", {}, D(3)),
    ("最小(执行数)", {}, BLANK),
    ("最大(资金.执行数)", {"资金.执行数": (2, 7, 3)}, D(7)),
    ("最大(执行数, 3)", {"执行数": "多"}, BLANK),
]


@pytest.mark.parametrize(("source", "values", "expected"), CASES)
def test_a_function_gives_its_value(source: str, values: dict[str, Given], expected: Value) -> None:
    """Blanks are skipped, and what is no number makes the answer unknown."""
    computed = value(source, values)
    assert computed == expected
    assert str(computed) == str(expected)


def test_every_function_is_called_in_these_cases() -> None:
    """A new function comes with its cases."""
    assert [name for name in FUNCTIONS if not any(f"{name}(" in case[0] for case in CASES)] == []
