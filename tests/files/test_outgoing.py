"""Files in a folder: written as a whole, or refused with a sentence."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from selfeval_tui.files.outgoing import Exported, Refused, export_sheets, put_elsewhere
from selfeval_tui.layout import ExportOptions
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import write_file
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import OPTIONS, project

WRITER = "selfeval_tui.files.put.write_file"


def export(folder: Path, *sheets: Sheet, options: ExportOptions = OPTIONS) -> list[Exported]:
    """Export sheets that nothing refuses."""
    outcomes = export_sheets(Batch(sheets), sheets, folder, options)
    assert all(isinstance(each, Exported) for each in outcomes)
    return [each for each in outcomes if isinstance(each, Exported)]


def test_each_sheet_has_a_file_of_its_own(tmp_path: Path) -> None:
    """Nine sheets, nine files, in the order of the sheets."""
    found = export(tmp_path / "exports", *demo_sheets())
    assert [each.path.name.split()[1] for each in found][:2] == ["附件1-1", "附件1-2"]
    assert len(list((tmp_path / "exports").iterdir())) == 9


def test_all_sheets_in_one_workbook(tmp_path: Path) -> None:
    """Named by unit and year, a sheet each."""
    sheets = demo_sheets()
    (found,) = export(tmp_path, *sheets, options=ExportOptions(one_workbook=True))
    assert found.path.name == "示例 鄂州葛店经济技术开发区行政审批局本级2023年度绩效自评表.xlsx"
    assert found.sheets == sheets
    names = load_workbook(found.path).sheetnames
    assert names == [f"示例 {each.fields['附件号']}" for each in sheets]


def test_sheets_of_two_years_are_two_workbooks(tmp_path: Path) -> None:
    """The name of a workbook states one year."""
    sheets = (project(年度="2023"), project(年度="2024"))
    found = export(tmp_path, *sheets, options=ExportOptions(one_workbook=True))
    assert [each.path.name for each in found] == [
        "2023年度绩效自评表_草稿.xlsx",
        "2024年度绩效自评表_草稿.xlsx",
    ]


def test_equal_names_of_one_export_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """Two sheets of the same number and name are two files."""
    found = export(tmp_path, project(), project(项目名称="甲项目"))
    names = [each.path.name for each in found]
    assert names == ["附件1-1 甲项目_草稿.xlsx", "附件1-1 甲项目_草稿(2).xlsx"]


def test_an_earlier_file_is_replaced_and_that_is_said(tmp_path: Path) -> None:
    """Exporting again after a correction leaves one file."""
    assert [each.replaced for each in export(tmp_path, project())] == [False]
    (again,) = export(tmp_path, project(主管部门="乙局"))
    assert again.replaced
    assert load_workbook(again.path).worksheets[0]["C6"].value == "乙局"
    assert len(list(tmp_path.iterdir())) == 1


def refuse(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """Have the system refuse one write, as it does while WPS holds the file."""

    def write(path: Path, data: bytes) -> None:
        raise StoreError(f"“{path.name}”没有保存（{len(data)} 字节）。") from error

    monkeypatch.setattr(WRITER, write)


def test_a_file_open_in_wps_is_refused_with_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what to do; the old file is untouched; the other name then works."""
    sheet = project()
    batch = Batch([sheet])
    (written,) = export(tmp_path, sheet)
    before = written.path.read_bytes()
    (tmp_path / "附件1-1 甲项目_草稿(2).xlsx").write_bytes(b"")
    with monkeypatch.context() as patch:
        refuse(patch, PermissionError(13, "held"))
        (refused,) = export_sheets(batch, [sheet], tmp_path, OPTIONS)
    assert isinstance(refused, Refused)
    assert refused.message == (
        "“附件1-1 甲项目_草稿.xlsx”没有导出：它可能正在 WPS 或 Excel 里打开，原文件未动。"
        "请关闭它再导出，或者另存为“附件1-1 甲项目_草稿(3).xlsx”。"
    )
    assert written.path.read_bytes() == before
    again = put_elsewhere(refused)
    assert isinstance(again, Exported)
    assert again.path.name == "附件1-1 甲项目_草稿(3).xlsx"


def test_other_refusals_are_told_in_the_words_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is not WPS's fault."""
    refuse(monkeypatch, OSError(28, "full"))
    (refused,) = export_sheets(Batch([sheet := project()]), [sheet], tmp_path, OPTIONS)
    assert isinstance(refused, Refused)
    assert "没有保存" in refused.message
    assert "WPS" not in refused.message


def test_one_refused_file_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight of nine are written."""

    def write(path: Path, data: bytes) -> None:
        if "附件1-3" in path.name:
            raise StoreError("没有保存。") from PermissionError(13, "held")
        write_file(path, data)

    monkeypatch.setattr(WRITER, write)
    sheets = demo_sheets()
    outcomes = export_sheets(Batch(sheets), sheets, tmp_path, OPTIONS)
    assert [isinstance(each, Refused) for each in outcomes].count(True) == 1
    assert len(list(tmp_path.iterdir())) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 用只读属性，不用文件夹权限")
def test_a_folder_in_the_way_of_the_file_is_refused(tmp_path: Path) -> None:
    """The real writer, a real refusal; nothing half-written is left."""
    (tmp_path / "附件1-1 甲项目_草稿.xlsx").mkdir()
    (refused,) = export_sheets(Batch([sheet := project()]), [sheet], tmp_path, OPTIONS)
    assert isinstance(refused, Refused)
    assert [each.name for each in tmp_path.iterdir()] == ["附件1-1 甲项目_草稿.xlsx"]


def test_exporting_nothing_writes_nothing(tmp_path: Path) -> None:
    """No empty workbook."""
    assert export_sheets(Batch(), (), tmp_path, ExportOptions(one_workbook=True)) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("date", "stated"),
    [("2024年4月23日", "2024-04-23"), ("2024-04-23", "2024-04-23"), ("四月", "2000-01-01"),
     ("2024年13月45日", "2000-01-01")],
)  # fmt: skip
def test_the_file_states_the_date_of_the_sheet(tmp_path: Path, date: str, stated: str) -> None:
    """Never the clock's, so that the same sheet gives the same file."""
    (found,) = export(tmp_path, project(填报日期=date))
    properties = load_workbook(BytesIO(found.path.read_bytes())).properties
    assert f"{properties.created:%Y-%m-%d}" == stated


def test_the_room_imports_no_excel_library_until_it_writes() -> None:
    """Opening the program does not pay for the export."""
    program = "import selfeval_tui.files.outgoing, sys; print('xlsxwriter' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert run.stdout.strip() == b"False"


def test_a_folder_without_rights_is_not_blamed_on_wps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another name in the same folder would not help."""
    batch = Batch([sheet := project()])
    export(tmp_path, sheet)
    refuse(monkeypatch, PermissionError(13, "denied"))
    monkeypatch.setattr("selfeval_tui.files.put.os.access", lambda *_: False)
    (refused,) = export_sheets(batch, [sheet], tmp_path, OPTIONS)
    assert isinstance(refused, Refused)
    assert "WPS" not in refused.message


def test_a_folder_that_may_not_be_entered_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking whether the file is there is refused too."""

    def look(path: Path) -> bool:
        raise PermissionError(13, "denied", str(path))

    refuse(monkeypatch, PermissionError(13, "denied"))
    monkeypatch.setattr(Path, "exists", look)
    (refused,) = export_sheets(Batch([sheet := project()]), [sheet], tmp_path, OPTIONS)
    assert isinstance(refused, Refused)
