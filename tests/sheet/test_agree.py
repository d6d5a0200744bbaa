"""When a typed value and the computed one say the same."""

import pytest

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.agree import disagrees
from tests.sheet.build import department, money, project


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("95%", False),
        ("94%", True),
        ("95.2%", False),
        ("95.20%", False),
        ("95.3%", True),
        ("95", False),
        ("９５％", False),
        ("", False),
        ("九成多", False),
    ],
)
def test_a_rate_agrees_within_half_of_its_last_digit(typed: str, expected: bool) -> None:
    """4.76 of 5 is 95.2 %: printed as 95 % that is rounded, as 94 % it is another figure."""
    sheet = project("5", "4.76", typed)
    assert disagrees(Batch([sheet]), money(sheet, "执行率")) is expected


def test_half_a_digit_still_agrees() -> None:
    """37 of 80 is 46.25 %; both 46.2 % and 46.3 % are half a digit away."""
    for typed in ("46.2%", "46.3%"):
        sheet = project("80", "37", typed)
        assert not disagrees(Batch([sheet]), money(sheet, "执行率"))


@pytest.mark.parametrize(("typed", "expected"), [("10.2", False), ("10.20", False), ("10", True)])
def test_a_sum_agrees_when_it_is_equal(typed: str, expected: bool) -> None:
    """Any gap between 附件2 and the sum of the projects is shown."""
    sheet = department(typed)
    batch = Batch([project("5", "4.76"), project("6", "5.44"), sheet])
    assert disagrees(batch, Address(sheet.id, "项目支出总额")) is expected


def test_a_title_agrees_only_to_the_letter() -> None:
    """2023年 without 度 is another title than the form's pattern gives."""
    sheet = project(name="甲项目")
    batch = Batch([sheet])
    title = Address(sheet.id, "标题")
    batch.set(title, "2023年甲项目自评表")
    assert disagrees(batch, title)
    batch.set(title, "2023年度甲项目自评表")
    assert not disagrees(batch, title)


def test_what_cannot_be_computed_disagrees_with_nothing() -> None:
    """Without a budget there is no rate to compare with."""
    sheet = project("", "4.76", "94%")
    assert not disagrees(Batch([sheet]), money(sheet, "执行率"))
