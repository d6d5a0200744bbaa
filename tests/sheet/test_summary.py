"""A sheet in figures, as lists of sheets show it."""

from selfeval_tui.sheet import Batch
from selfeval_tui.sheet.summary import summarise, without_verdicts
from selfeval_tui.text import VerdictCode
from tests.sheet.build import department, project, with_rows


def test_money_is_told_as_typed_beside_the_computed_rate() -> None:
    """The typed 94% stands, and that 4.76 ÷ 5 says something else is told."""
    batch = Batch([sheet := project("5", "4.76", "94%")])
    found = summarise(batch, sheet)
    assert (found.budget, found.spent, found.unit) == ("5", "4.76", "万元")
    assert (found.rate, found.computed_rate, found.rate_differs) == ("94%", "95.2%", True)


def test_a_blank_rate_differs_from_nothing() -> None:
    """What was not typed cannot be wrong."""
    batch = Batch([sheet := project("5", "4.76")])
    found = summarise(batch, sheet)
    assert (found.rate, found.computed_rate, found.rate_differs) == ("", "95.2%", False)


def test_a_sheet_without_money_rows_has_no_unit() -> None:
    """附件2 has no budget of its own; its amounts are blank, not 0."""
    batch = Batch([sheet := department("7.70")])
    found = summarise(batch, sheet)
    assert (found.budget, found.spent, found.rate, found.unit) == ("", "", "", "")


def test_each_verdict_is_counted() -> None:
    """Two rows met and one missed; no row is counted twice."""
    rows = (("甲", "≥5次", "6次"), ("乙", "≥5次", "5次"), ("丙", "≥5次", "4次"))
    batch = Batch([sheet := with_rows(project(), *rows)])
    found = summarise(batch, sheet)
    assert found.count(VerdictCode.missed) == 1
    assert found.verdicts is not None
    assert sum(found.verdicts.values()) == 3


def test_verdicts_can_be_left_out_of_the_first_look() -> None:
    """Not judged yet is not the same as none missed."""
    batch = Batch([sheet := with_rows(project(), ("甲", "≥5次", "4次"))])
    assert without_verdicts(batch, sheet).count(VerdictCode.missed) is None


def test_a_sheet_is_called_by_its_form_and_unit_where_nothing_better_is_typed() -> None:
    """附件号 and 项目名称 come first; the form's name and the unit's stand in for them."""
    sheet = department()
    sheet.fields.update({"附件号": "", "单位名称": "审批局"})
    found = summarise(Batch([sheet]), sheet)
    assert (found.attachment, found.name) == (sheet.spec.name, "审批局")
    sheet = project(name="甲项目")
    sheet.fields.update({"附件号": "附件1-1", "单位名称": "审批局"})
    found = summarise(Batch([sheet]), sheet)
    assert (found.attachment, found.name) == ("附件1-1", "甲项目")
