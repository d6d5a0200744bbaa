"""What was exported is kept, so that it can be told what changed since."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.sheet.tell import Told, tell
from selfeval_tui.store import Workspace
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.kept.handed_out import changed_since_export, keep_handed_out
from tests.sheet.build import cell, department, money, project, with_rows

AT = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)


def exported(root: Path, *sheets: Sheet) -> tuple[Workspace, Batch]:
    """Sheets that are saved and were handed out as they are."""
    workspace, batch = Workspace(root), Batch(sheets)
    for sheet in batch.sheets:
        workspace.save(sheet)
    assert keep_handed_out(workspace, batch, batch.sheets, AT) == ()
    return workspace, batch


def kept_file(workspace: Workspace) -> Path:
    """The one version that is kept."""
    (path,) = workspace.saved.glob("*/已导出/*.toml")
    return path


def test_a_sheet_that_was_never_exported_is_due(tmp_path: Path) -> None:
    """Nobody has it yet."""
    workspace, batch = Workspace(tmp_path), Batch([project()])
    (standing,) = changed_since_export(workspace, batch).values()
    assert standing.never
    assert standing.due


def test_an_untouched_sheet_is_not_due(tmp_path: Path) -> None:
    """The time of its export is told."""
    workspace, batch = exported(tmp_path, with_rows(project("20", "5.44"), ("空调", "12次", "9次")))
    (standing,) = changed_since_export(workspace, batch).values()
    assert (standing.at, standing.differences, standing.due) == ("2024-04-23 10:32", (), False)


def test_changed_cells_are_told_with_both_texts(tmp_path: Path) -> None:
    """Also after the program was closed and opened again."""
    sheet = with_rows(project("20", "5.44"), ("空调", "12次", "9次"))
    _, batch = exported(tmp_path, sheet)
    (sheet,) = batch.sheets
    batch.set(money(sheet, "执行数"), "6")
    batch.set(cell(sheet, "r1", "实际完成值"), "10次")
    standing = changed_since_export(Workspace(tmp_path), batch)[sheet.id]
    typed = [each for each in standing.differences if each.address.name != "执行率"]
    assert [tell(sheet, each) for each in typed] == [
        Told("2023/项目自评表/资金[1]/执行数", "5.44", "6"),
        Told("2023/项目自评表/指标[1]/实际完成值", "9次", "10次"),
    ]


def test_a_computed_value_that_is_printed_counts(tmp_path: Path) -> None:
    """附件2 prints the sum over the projects where nobody typed it."""
    first, whole = project("20", "5"), department()
    workspace, batch = exported(tmp_path, first, whole)
    batch.set(money(first, "执行数"), "6")
    standing = changed_since_export(workspace, batch)[whole.id]
    (difference,) = standing.differences
    assert difference.address == Address(whole.id, "项目支出总额")
    assert (difference.before, difference.after) == ("5", "6")


def test_rows_are_told_as_rows(tmp_path: Path) -> None:
    """A row that is new, gone or moved."""
    rows = (("甲", "1", "1"), ("乙", "2", "2"), ("丙", "3", "3"))
    workspace, batch = exported(tmp_path, with_rows(project(), *rows))
    (sheet,) = batch.sheets
    batch.move_row(cell(sheet, "r3", ""), 0)
    batch.delete_row(cell(sheet, "r2", ""))
    batch.insert_row(sheet.id, "指标", 0, {"三级指标": "丁"})
    found = changed_since_export(workspace, batch)[sheet.id].differences
    assert {(each.before, each.after) for each in (tell(sheet, one) for one in found)} == {
        ("没有这一行", "新加：丁"),
        ("有这一行", "已删去：乙 / 2 / 2"),
        ("行的次序 1 3", "行的次序 3 1"),
    }


def test_a_later_export_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    """Also where the year of the sheet changed meanwhile; there is one version a sheet."""
    workspace, batch = exported(tmp_path, project("20", "5"))
    (sheet,) = batch.sheets
    batch.set(Address(sheet.id, "年度"), "2024")
    assert changed_since_export(workspace, batch)[sheet.id].due
    keep_handed_out(workspace, batch, batch.sheets, AT)
    assert not changed_since_export(workspace, batch)[sheet.id].due
    assert kept_file(workspace).parent.parent.name == "2024"


def test_what_is_kept_is_no_sheet_of_the_workspace(tmp_path: Path) -> None:
    """It is neither loaded nor a fault."""
    exported(tmp_path, project("20", "5"))
    loaded = Workspace(tmp_path).load()
    assert (len(loaded.sheets), loaded.faults) == (1, ())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"format = 1\n",
        b"\xff\xfe",
        b"PK\x03\x04",
        b'format = 1\n["\xe5\xaf\xbc\xe5\x87\xba"\n',
    ],
)
def test_an_unreadable_version_is_a_sentence_and_the_sheet_is_due(
    tmp_path: Path, data: bytes
) -> None:
    """It can only be exported again."""
    workspace, batch = exported(tmp_path, project("20", "5"))
    write_file(kept_file(workspace), data)
    (standing,) = changed_since_export(workspace, batch).values()
    assert standing.due
    assert not standing.never
    assert "上次导出的留底" in standing.fault


def _with_odd_sections(text: str) -> str:
    last = text.splitlines()[-1]
    return text[: text.index('["导出"]')] + f'["算出"]\n"标题" = 3\n{last}\n'


def test_strange_extra_sections_do_no_harm(tmp_path: Path) -> None:
    """What somebody else wrote there counts as nothing."""
    workspace, batch = exported(tmp_path, project("20", "5"))
    path = kept_file(workspace)
    text = path.read_text(encoding="utf-8")
    path.write_text(_with_odd_sections(text), encoding="utf-8")
    (standing,) = changed_since_export(workspace, batch).values()
    assert (standing.at, standing.due) == ("以前", False)


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    """The export stands; only what changed cannot be told later."""
    batch = Batch([project("20", "5")])
    workspace = Workspace(tmp_path)
    workspace.saved.mkdir()
    (workspace.saved / "2023").write_text("这里是一个文件")
    (failure,) = keep_handed_out(workspace, batch, batch.sheets, AT)
    assert "已导出，但没能留底" in failure
