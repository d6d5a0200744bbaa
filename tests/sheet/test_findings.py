"""What is left to look at."""

from selfeval_tui.sheet import Batch, Ruling
from selfeval_tui.sheet.findings import findings
from selfeval_tui.text import VerdictCode
from tests.sheet.build import cell, department, project, with_rows


def test_rows_that_were_missed_or_wait_for_the_clerk_are_told() -> None:
    """In the order of the rows, with the reason; a row that was met is not among them."""
    rows = (("维修次数", "≥5次", "4次"), ("面积", "≥5次", "6次"), ("效果", "明显", "较好"))
    batch = Batch([sheet := with_rows(project(), *rows)])
    found = list(findings(batch, sheet))
    assert [each.address for each in found] == [
        cell(sheet, "r1", "实际完成值"), cell(sheet, "r3", "实际完成值"),
    ]  # fmt: skip
    assert found[0].words.startswith("未达到：")
    assert found[1].words.startswith("请自行判断")


def test_what_the_clerk_decided_is_no_longer_told() -> None:
    """A row ruled 达到 is done with."""
    batch = Batch([sheet := with_rows(project(), ("效果", "明显", "较好"))])
    batch.rule(cell(sheet, "r1", "实际完成值"), Ruling(verdict=VerdictCode.met))
    assert list(findings(batch, sheet)) == []


def test_a_sheet_without_rows_has_nothing_to_tell() -> None:
    """An empty sheet is unfinished, not wrong."""
    batch = Batch([sheet := department()])
    assert list(findings(batch, sheet)) == []
