"""Computed cells follow what is typed and never stand over it."""

from decimal import Decimal

import pytest

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec import BLANK
from tests.sheet.build import department, money, project


@pytest.mark.parametrize(
    ("budget", "spent", "rate", "shown"),
    [
        ("5", "4.76", Decimal("0.952"), "95.2%"),
        ("18.27", "18.24", Decimal("18.24") / Decimal("18.27"), "99.84%"),
        ("20", "5.44", Decimal("0.272"), "27.2%"),
        ("５", "４.７６", Decimal("0.952"), "95.2%"),
        ("1,000", "500万元", Decimal("0.5"), "50%"),
        ("5", "47600元", Decimal("0.952"), "95.2%"),
    ],
)
def test_execution_rate_is_spent_over_budget(
    budget: str, spent: str, rate: Decimal, shown: str
) -> None:
    """执行率 is B/A, exactly, however the amounts are written."""
    sheet = project(budget, spent)
    batch = Batch([sheet])
    computed = batch.computed(money(sheet, "执行率"))
    assert isinstance(computed, Decimal)
    assert round(computed, 20) == round(rate, 20)
    assert batch.computed_text(money(sheet, "执行率")) == shown


@pytest.mark.parametrize(("budget", "spent"), [("", "4.76"), ("5", ""), ("0", "3"), ("五六", "x")])
def test_blank_unreadable_or_zero_budget_leaves_the_rate_blank(budget: str, spent: str) -> None:
    """Nothing is counted as 0, and nothing is divided by 0."""
    sheet = project(budget, spent)
    batch = Batch([sheet])
    assert batch.computed(money(sheet, "执行率")) is BLANK
    assert batch.computed_text(money(sheet, "执行率")) == ""


def test_typed_rate_stays_beside_the_computed_one() -> None:
    """附件1-7 prints 94% for 4.76/5; the print is kept and 95.2% stands beside it."""
    sheet = project("5", "4.76", "94%")
    batch = Batch([sheet])
    assert batch.typed(money(sheet, "执行率")) == "94%"
    assert batch.computed_text(money(sheet, "执行率")) == "95.2%"


def test_rate_follows_a_change_of_the_spent_amount() -> None:
    """Typing another 执行数 gives another 执行率."""
    sheet = project("5", "4.76")
    batch = Batch([sheet])
    assert batch.computed_text(money(sheet, "执行率")) == "95.2%"
    batch.set(money(sheet, "执行数"), "4")
    assert batch.computed_text(money(sheet, "执行率")) == "80%"


def test_department_total_adds_the_projects() -> None:
    """项目支出总额 of 附件2 is compared with the sum over all 附件1, on every change."""
    first, second, whole = project("5", "4.76"), project("3", "3"), department("310.18")
    batch = Batch([first, second, whole])
    total = Address(whole.id, "项目支出总额")
    assert batch.computed(total) == Decimal("7.76")
    batch.set(money(second, "执行数"), "2.5")
    assert batch.computed(total) == Decimal("7.26")
    assert batch.typed(total) == "310.18"


def test_department_total_follows_sheets_that_come_and_go() -> None:
    """A removed project no longer counts; undo counts it again."""
    first, second, whole = project("5", "4.76"), project("3", "3"), department()
    batch = Batch([first, second, whole])
    total = Address(whole.id, "项目支出总额")
    batch.remove_sheet(second.id)
    assert batch.computed(total) == Decimal("4.76")
    batch.undo()
    assert batch.computed(total) == Decimal("7.76")


def test_title_is_proposed_from_year_and_project() -> None:
    """The title is proposed as the form words it, and a typed one is kept."""
    sheet = project(name="招商引资保障经费")
    batch = Batch([sheet])
    title = Address(sheet.id, "标题")
    assert batch.computed_text(title) == "2023年度招商引资保障经费自评表"
    batch.set(title, "2023年年度招商引资保障经费自评表")
    assert batch.typed(title) == "2023年年度招商引资保障经费自评表"
    assert batch.computed_text(title) == "2023年度招商引资保障经费自评表"
