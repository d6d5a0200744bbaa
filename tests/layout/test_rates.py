"""执行率: a formula with its value, or what the clerk typed."""

import pytest

from selfeval_tui.layout import ExportOptions, disagreeing_rates
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import opened, project, sheet_xml, with_money, workbook_of

FORMULA = '=IF(D11=0,"",F11/D11)'
COMPUTED = ExportOptions(rates="computed")


def test_a_blank_rate_is_a_formula_with_its_value() -> None:
    """Programs that do not compute, as the preview of a mail does, show the value."""
    data = workbook_of(with_money(project(), "20", "5.44"))
    assert opened(data)["G11"].value == FORMULA
    assert opened(data, values=True)["G11"].value == 0.272
    assert opened(data)["G11"].number_format == "0%"


@pytest.mark.parametrize(("typed", "form"), [("27%", "0%"), ("27.2%", "0.0%"), ("27.20%", "0.00%")])
def test_an_agreeing_rate_is_a_formula_that_shows_what_was_typed(typed: str, form: str) -> None:
    """With the decimals that were typed."""
    data = workbook_of(with_money(project(), "20", "5.44", typed))
    assert opened(data)["G11"].value == FORMULA
    assert opened(data)["G11"].number_format == form


@pytest.mark.parametrize("typed", ["27", "27％", "约27%", "0.272", "百分之二十七"])
def test_a_rate_typed_in_another_way_is_printed_to_the_letter(typed: str) -> None:
    """No formula would show it like that."""
    assert opened(workbook_of(with_money(project(), "20", "5.44", typed)))["G11"].value == typed


def test_a_disagreeing_rate_is_printed_as_typed() -> None:
    """Nothing is put over what the clerk typed: 94% for 4.76 of 5."""
    sheet = opened(workbook_of(with_money(project(), "5", "4.76", "94%")))
    assert sheet["G11"].value == "94%"


def test_a_disagreeing_rate_is_printed_as_computed_on_demand() -> None:
    """With the decimals of the form."""
    data = workbook_of(with_money(project(), "5", "4.76", "94%"), options=COMPUTED)
    assert opened(data)["G11"].value == FORMULA
    assert opened(data, values=True)["G11"].value == 0.952
    assert opened(data)["G11"].number_format == "0%"


def test_a_rate_half_a_unit_off_is_printed_as_typed() -> None:
    """27% stands for 27.5% too, but a formula would show 28%."""
    sheet = opened(workbook_of(with_money(project(), "200", "55", "27%")))
    assert sheet["G11"].value == "27%"


@pytest.mark.parametrize(("budget", "spent"), [("", "5"), ("5", ""), ("0", "5"), ("", "")])
def test_a_rate_without_its_inputs_is_blank(budget: str, spent: str) -> None:
    """A blank is not 0."""
    assert opened(workbook_of(with_money(project(), budget, spent)))["G11"].value is None


def test_a_rate_beside_a_worded_amount_is_a_value() -> None:
    """预算数 20万元 is a text in its cell; a formula could not read it."""
    data = workbook_of(with_money(project(), "20万元", "5.44"))
    assert opened(data)["D11"].value == "20万元"
    assert opened(data)["G11"].value == 0.272


def test_a_tiny_budget_does_not_break_the_export() -> None:
    """A rate of absurd size is a text."""
    amount = "0." + "0" * 30 + "1"
    sheet = opened(workbook_of(with_money(project(), amount, "9" * 40)))
    assert str(sheet["G11"].value).endswith("%")


def test_the_disagreeing_rate_of_the_published_sheets_is_found() -> None:
    """附件1-7 alone: 94% typed, 95.2% computed."""
    batch = Batch(demo_sheets())
    found = disagreeing_rates(batch, batch.sheets)
    assert [batch.sheet(each.sheet).fields["附件号"] for each in found] == ["附件1-7"]
    assert [batch.typed(each) for each in found] == ["94%"]


def test_the_value_of_a_formula_stands_in_the_file() -> None:
    """Who corrects 执行数 in the workbook sees the rate follow; who only looks sees it at once."""
    xml = sheet_xml(workbook_of(with_money(project(), "20", "5.44")))
    assert '<f>IF(D11=0,"",F11/D11)</f><v>0.272</v>' in xml
