"""When two sheets are the same sheet to a clerk."""

import pytest

from selfeval_tui.sheet import Sheet, new_sheet
from selfeval_tui.sheet.identity import already_there
from selfeval_tui.spec import load_spec

SAME = {"年度": "2023", "附件号": "附件1-1", "项目名称": "甲项目"}


def sheet(form: str = "project", **fields: str) -> Sheet:
    """A sheet of the seed's family; what is not given is as in SAME."""
    made = new_sheet(load_spec(f"ezhou-gedian/{form}"))
    made.fields.update(SAME | fields)
    return made


def test_year_number_and_project_make_a_sheet_the_same() -> None:
    """Blanks around a text and the rest of the sheet do not matter."""
    there = sheet(项目名称=" 甲项目 ", 备注="旧的一份")
    assert already_there(sheet(), [sheet(年度="2022"), there]) is there


@pytest.mark.parametrize(
    "other", [{"年度": "2024"}, {"附件号": "附件1-2"}, {"项目名称": "乙项目"}], ids=" ".join
)
def test_another_year_number_or_project_is_another_sheet(other: dict[str, str]) -> None:
    """A project runs for years, and numbers are given anew each year."""
    assert already_there(sheet(), [sheet(**other)]) is None


def test_a_department_sheet_is_no_project_sheet() -> None:
    """Not even under the same number."""
    assert already_there(sheet(), [sheet("department")]) is None
