"""docs/rules.md and `selfeval explain` speak of the rules as they are."""

from pathlib import Path

import pytest

from selfeval_tui.checks.catalogue import catalogue, every_rule, explained

RULES = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_list_of_rules_is_up_to_date() -> None:
    """Make it anew as its second line says when this test fails."""
    assert RULES.read_text(encoding="utf-8") == catalogue()


def test_every_rule_stands_in_the_list_once() -> None:
    """In a table that no sentence breaks."""
    lines = [line for line in catalogue().splitlines() if line.startswith("| ")]
    rows = [line for line in lines if not line.startswith("| 编号")]
    assert len(rows) == len(every_rule())
    assert {line.count("|") for line in lines} == {7}


def test_a_rule_is_explained_in_words() -> None:
    """Slots are shown by their names, not as formulas."""
    assert explained(every_rule()["BUD-001"]).splitlines() == [
        "BUD-001",
        "级别：错误",
        "核对：每张表",
        "提示：执行率：填 〔执行率〕，按 〔执行数〕÷〔预算数〕 应为 〔算得执行率〕",
        "怎么办：核对预算数和执行数；两数无误就把执行率改为算出的数",
        "依据：表头“执行率（B/A）”；印出的率可差末位的一半，金额四舍五入的误差也算在内",
        "例：预算数 5、执行数 4.76，执行率填 94%：应为 95.2%（填 95% 也可以）",
    ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("IND-011", "级别：错误（自查时提出）"),
        ("IND-001", "说明：表上的原因分析写明了原因，就算已说明"),
        ("YEAR-004", "核对：全年各表"),
        ("DEP-001", "核对：每张部门整体绩效自评表"),
        ("CELL-002", "核对：每张表的每一栏"),
        ("COST-001", "相差 〔…〕"),
    ],
)
def test_what_is_said_of_other_rules(code: str, said: str) -> None:
    """When they are asked, of what, and what settles them."""
    assert said in explained(every_rule()[code])
