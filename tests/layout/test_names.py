"""Names of sheets and files."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from selfeval_tui.layout.names import (
    file_stem,
    free_sheet_name,
    safe_sheet_name,
    sheet_name,
    submission_stem,
    workbook_stem,
)
from selfeval_tui.sheet import Batch, Life, Sheet, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import project, workbook_of

FINAL = Life().finalise("2024-04-23", "0123", "abcd", "ef01")
RETURNED = FINAL.reopen("2024-05-06", "财政退回")


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("附件1-3", "附件1-3"),
        ("附件[1]:*?/\\", "附件_1______"),
        ("'附件'", "附件"),
        ("history", "history_"),
        ("历史", "历史_"),
        ("", "表"),
        ("'", "表"),
        ("附" * 40, "附" * 31),
        ("附" * 30 + "𠮷𠮷", "附" * 30),
        ("a\nb", "a_b"),
    ],
)
def test_a_sheet_name_is_one_that_excel_takes(wanted: str, name: str) -> None:
    """At most 31 characters as Excel counts them, none of the forbidden ones."""
    assert safe_sheet_name(wanted) == name


def test_equal_sheet_names_get_a_number_whatever_their_case() -> None:
    """Excel takes A and a for the same."""
    assert free_sheet_name("a", {"A"}) == "a(2)"
    assert free_sheet_name("附" * 31, {"附" * 31}) == "附" * 28 + "(2)"


def test_a_workbook_with_equal_sheets_opens() -> None:
    """Two sheets of the same number stand side by side."""
    data = workbook_of(project(), project())
    assert load_workbook(BytesIO(data)).sheetnames == ["附件1-1", "附件1-1(2)"]


def final(sheet: Sheet) -> Sheet:
    """The sheet after 定稿."""
    sheet.life = FINAL
    return sheet


def stem(sheet: Sheet, pattern: str = "{附件号} {项目名称}") -> str:
    """A sheet's file name."""
    return file_stem(Batch([sheet]), sheet, pattern)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{附件号} {项目名称}", "附件1-1 甲项目"),
        ("{年度}{项目名称}自评表", "2023甲项目自评表"),
        ("{标题}", "2023年度甲项目自评表"),
        ("{ 附件号 }", "附件1-1"),
        ("自评表", "自评表"),
    ],
)
def test_files_are_named_by_a_pattern(pattern: str, name: str) -> None:
    """Any field may stand in braces; a computed one counts."""
    assert stem(final(project()), pattern) == name


def test_a_field_that_a_sheet_lacks_stands_for_its_subject() -> None:
    """附件2 has no 项目名称; its unit stands there."""
    sheet = new_sheet(load_spec("ezhou-gedian/department"))
    sheet.fields.update({"附件号": "附件2", "单位名称": "审批局"})
    assert stem(final(sheet)) == "附件2 审批局"


def test_a_blank_sheet_is_named_by_its_form() -> None:
    """Nothing typed, still a name."""
    assert stem(final(new_sheet(load_spec("ezhou-gedian/project")))) == "项目自评表"


@pytest.mark.parametrize("life", [Life(), RETURNED])
def test_a_draft_is_marked_in_every_name(life: Life) -> None:
    """Also one that was opened again; nobody hands it in by mistake. Long names keep the mark."""
    draft, done = project(单位名称="某局"), final(project(单位名称="某局"))
    draft.life = life
    assert stem(draft) == "附件1-1 甲项目_草稿"
    assert workbook_stem([done, draft]) == "某局2023年度绩效自评表_草稿"
    assert submission_stem([done, draft]) == "报送 某局2023年度绩效自评_草稿"
    assert workbook_stem([done]) == "某局2023年度绩效自评表"
    assert submission_stem([done]) == "报送 某局2023年度绩效自评"
    draft.fields["项目名称"] = "长" * 200
    assert stem(draft).endswith("长_草稿")
    assert len(stem(draft)) == 80


def test_what_was_handed_in_is_no_draft() -> None:
    """已报送 comes after 定稿."""
    sheet = project()
    sheet.life = FINAL.submit("2024-04-25", "纸质")
    assert stem(sheet) == "附件1-1 甲项目"


@pytest.mark.parametrize("name", ["a/b", "CON", "a:b*?", "长" * 200, "a\nb", "…. "])
def test_a_file_name_is_safe_on_windows(name: str) -> None:
    """Whatever the project is called."""
    found = stem(project(附件号="", 项目名称=name), "{项目名称}")
    assert not set(found) & set('<>:"/\\|?*\n')
    assert len(found) <= 80
    assert found.upper() != "CON"
    assert not found.endswith((".", " "))


def test_the_demo_is_marked_in_every_name() -> None:
    """No file of the 示例 can be taken for one's own."""
    batch = Batch(demo_sheets())
    for sheet in batch.sheets:
        assert file_stem(batch, sheet, "{附件号}").startswith("示例 附件")
        assert sheet_name(sheet).startswith("示例 附件")
    assert workbook_stem(batch.sheets).startswith("示例 鄂州葛店")
    assert workbook_stem(batch.sheets).endswith("2023年度绩效自评表")
