"""An exported 定稿 is known again, and each later change of it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from selfeval_tui.checks.finalise import finalised
from selfeval_tui.checks.ruleset import rules_of
from selfeval_tui.excel.verify import Answer, Verified, verify
from selfeval_tui.files.outgoing import export_sheets
from selfeval_tui.layout import ExportOptions
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.store.kept.finalised import keep_finalised
from tests.excel.build import DAY, project, with_money, with_rows

DATE = "2024-04-23"
ROW = ("产出指标", "数量指标", "清洗次数", "12次", "9次")


def sheet_of(number: int = 1, **fields: str) -> Sheet:
    """A sheet with amounts and an indicator."""
    sheet = project(附件号=f"附件1-{number}", **fields)
    return with_rows(with_money(sheet, "5", "4.76", "95.2%"), ROW)


def finalise(batch: Batch, workspace: Workspace) -> None:
    """定稿 of all sheets."""
    for sheet in batch.sheets:
        life = finalised(batch, sheet.id, DATE, rules_of)
        keep_finalised(workspace, batch, sheet, life, DAY)
        batch.live(sheet.id, life)
        workspace.save(sheet)


def exported(batch: Batch, folder: Path, *, one: bool = False) -> Path:
    """The first file of an export."""
    options = ExportOptions(one_workbook=one)
    return export_sheets(batch, batch.sheets, folder / "exports", options)[0].path


def one_final(root: Path) -> tuple[Path, Workspace, Batch]:
    """A 定稿 and its file."""
    workspace, batch = Workspace(root), Batch([sheet_of()])
    finalise(batch, workspace)
    return exported(batch, root), workspace, batch


def edited(path: Path, sheet: str, cell: str, value: str | float | None) -> None:
    """What a clerk does in WPS; it keeps the properties and saves the computed values."""
    values = load_workbook(path, data_only=True)
    values[sheet][cell] = value
    values.save(path)


def only(found: tuple[Verified, ...]) -> Verified:
    """The one sheet of a file."""
    (sheet,) = found
    return sheet


def test_an_untouched_file_is_what_was_finalised(tmp_path: Path) -> None:
    """With the workspace and without; the 校验码 is that of the 定稿."""
    path, workspace, batch = one_final(tmp_path)
    for at_hand in (None, workspace):
        found = only(verify(path, at_hand))
        assert (found.name, found.answer) == ("附件1-1", Answer.same)
        assert found.code == batch.sheets[0].life.content
    assert "校验码 附件1-1" in {
        each.name for each in vars(load_workbook(path))["custom_doc_props"].props
    }


def test_saving_it_again_changes_nothing(tmp_path: Path) -> None:
    """Another program writes the same values in its own way."""
    path, _, _ = one_final(tmp_path)
    book = load_workbook(path, data_only=True)
    book.save(path)
    assert only(verify(path)).answer is Answer.same


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("F11", 4.77, "F11：定稿是 4.76，文件里是 4.77"),
        ("G13", "12次", "G13：定稿是 9次，文件里是 12次"),
        ("G13", None, "G13：定稿是 9次，文件里是 （空）"),
        ("J40", "补充", "J40：定稿是 （空），文件里是 补充"),
    ],
)
def test_a_changed_cell_is_found(
    tmp_path: Path, cell: str, value: str | float | None, said: str
) -> None:
    """That it was changed is known from the file alone; which cell, from the workspace."""
    path, workspace, _ = one_final(tmp_path)
    edited(path, "附件1-1", cell, value)
    assert only(verify(path)).answer is Answer.changed
    found = only(verify(path, workspace))
    assert found.answer is Answer.changed
    assert found.said == (said,)


def test_drafts_carry_no_code(tmp_path: Path) -> None:
    """不是定稿, whoever made the file."""
    path = exported(Batch([sheet_of()]), tmp_path)
    assert only(verify(path)).answer is Answer.draft
    other = tmp_path / "别处.xlsx"
    Workbook().save(other)
    assert only(verify(other)).answer is Answer.draft


def test_a_workbook_of_many_sheets_says_it_of_each(tmp_path: Path) -> None:
    """Two finalised, one of them changed, and a draft between them."""
    workspace, batch = Workspace(tmp_path), Batch([sheet_of(1), sheet_of(3)])
    finalise(batch, workspace)
    batch.add_sheet(sheet_of(2), 1)
    path = exported(batch, tmp_path, one=True)
    edited(path, "附件1-3", "G13", "12次")
    answers = {each.name: each.answer for each in verify(path)}
    assert answers == {
        "附件1-1": Answer.same,
        "附件1-2": Answer.draft,
        "附件1-3": Answer.changed,
    }


def test_a_sheet_that_was_taken_out_is_missed(tmp_path: Path) -> None:
    """Or called otherwise."""
    workspace, batch = Workspace(tmp_path), Batch([sheet_of(1), sheet_of(2)])
    finalise(batch, workspace)
    path = exported(batch, tmp_path, one=True)
    book = load_workbook(path, data_only=True)
    del book["附件1-2"]
    book.save(path)
    assert {each.name: each.answer for each in verify(path)} == {
        "附件1-1": Answer.same,
        "附件1-2": Answer.changed,
    }


def test_an_earlier_version_is_told_from_the_latest(tmp_path: Path) -> None:
    """The file is as it was, but the unit has mended the sheet since."""
    path, workspace, batch = one_final(tmp_path)
    sheet = batch.sheets[0]
    batch.live(sheet.id, sheet.life.reopen("2024-05-06", "财政退回"))
    workspace.save(sheet)
    found = only(verify(path, workspace))
    assert found.answer is Answer.older
    assert "退回修改 2024-05-06（财政退回）" in found.said[0]
    assert only(verify(path)).answer is Answer.same


def test_another_workspace_does_not_know_it(tmp_path: Path) -> None:
    """The file is compared with itself, and that is said."""
    path, _, _ = one_final(tmp_path / "甲")
    found = only(verify(path, Workspace(tmp_path / "乙")))
    assert found.answer is Answer.same
    assert "只核对了文件自身" in found.said[0]


def test_the_published_sheets_are_known_again(tmp_path: Path) -> None:
    """All nine in one workbook, whichever 执行率 is printed."""
    workspace, batch = Workspace(tmp_path, demo=True), Batch(demo_sheets())
    finalise(batch, workspace)
    for number, rates in enumerate(("typed", "computed")):
        options = ExportOptions(
            one_workbook=True, rates="typed" if rates == "typed" else "computed"
        )
        (made,) = export_sheets(batch, batch.sheets, tmp_path / str(number), options)
        found = verify(made.path, workspace)
        assert [each.answer for each in found] == [Answer.same] * 9
        edited(made.path, "示例 附件1-1", "F11", 18.42)
        changed = verify(made.path, workspace)[0]
        assert changed.said == ("F11：定稿是 18.24，文件里是 18.42",)


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    """With a sentence that names the file."""
    path = tmp_path / "表.xlsx"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"“表\.xlsx”不是 Excel 工作簿"):
        verify(path)
    with pytest.raises(StoreError, match="读不出来"):
        verify(tmp_path / "没有.xlsx")


def test_a_zip_without_a_workbook_is_refused(tmp_path: Path) -> None:
    """A Word file, say."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    path = tmp_path / "表.xlsx"
    path.write_bytes(data.getvalue())
    with pytest.raises(StoreError, match="不是 Excel 工作簿"):
        verify(path)


def test_a_file_that_was_damaged_on_its_way_is_refused(tmp_path: Path) -> None:
    """Half of a part unpacks, then nothing more."""
    path, _, _ = one_final(tmp_path)
    with ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    start = part.header_offset + 30 + len(part.filename)
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(data)
    with pytest.raises(StoreError, match="已经损坏"):
        verify(path)


def test_a_file_made_to_hurt_is_not_opened(tmp_path: Path) -> None:
    """Whoever checks a file does not know who made it."""
    path, _, _ = one_final(tmp_path)
    hostile = tmp_path / "坏.xlsx"
    with ZipFile(path) as old, ZipFile(hostile, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"<worksheet", b"<!DOCTYPE a []><worksheet"))
    with pytest.raises(StoreError, match="DOCTYPE"):
        verify(hostile)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=40), amount=st.decimals(-(10**9), 10**9, places=4))
def test_whatever_is_typed_is_known_again(tmp_path: Path, text: str, amount: object) -> None:
    """Odd signs, escapes, blanks, long figures."""
    batch = Batch([with_money(sheet_of(), "5", str(amount))])
    sheet = batch.sheets[0]
    for name in ("项目名称", "改进措施及结果应用方案"):
        batch.set(next(each for each in sheet.addresses() if each.name == name), text)
    batch.live(sheet.id, finalised(batch, sheet.id, DATE, rules_of))
    (made,) = export_sheets(batch, batch.sheets, tmp_path, ExportOptions(pattern="表"))
    assert only(verify(made.path)).answer is Answer.same
