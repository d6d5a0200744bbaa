"""`selfeval export`."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from selfeval_tui.cli import main
from selfeval_tui.layout import ExportOptions
from selfeval_tui.problems import StoreError
from selfeval_tui.store import Workspace, write_file
from selfeval_tui.store.demo import make_demo
from selfeval_tui.store.settings import Settings, write_settings
from tests.sheet.build import department, figures, project


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A workspace with the nine published sheets."""
    root = tmp_path / "示例"
    make_demo(root)
    return root


def test_every_sheet_is_exported_and_its_path_printed(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nine files in the workspace's exports, one line for each."""
    assert main(["export", str(demo)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [Path(line).parent for line in printed] == [demo / "exports"] * 9
    assert all(Path(line).is_file() for line in printed)


def test_chosen_sheets_go_into_one_workbook_elsewhere(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the workspace, whatever order they were asked for in."""
    out = tmp_path / "out"
    words = [str(demo), "--sheet", "附件2", "附件1-7", "--one-workbook", "--out", str(out)]
    assert main(["export", *words]) == 0
    (path,) = map(Path, capsys.readouterr().out.splitlines())
    assert path.parent == out
    assert load_workbook(path).sheetnames == ["示例 附件1-7", "示例 附件2"]


def test_an_unknown_sheet_is_answered_with_the_nearest_one(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is exported then."""
    assert main(["export", str(demo), "--sheet", "附件1-77", "附件1-3"]) == 2
    said = capsys.readouterr()
    assert said.err == "没有“附件1-77”这张表。是不是“附件1-7”？\n"
    assert said.out == ""
    assert not (demo / "exports").exists() or not list((demo / "exports").iterdir())


@pytest.mark.parametrize(
    ("words", "printed", "cell"),
    [([], "印填写的", "94%"), (["--rates", "computed"], "印算出的", '=IF(D11=0,"",F11/D11)')],
)
def test_a_disagreeing_rate_is_named(
    demo: Path, words: list[str], printed: str, cell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which sheet, what was typed, what is computed, and which of them is printed."""
    assert main(["export", str(demo), "--sheet", "附件1-7", *words]) == 0
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    for part in ("附件1-7", "执行率", "94%", "95.2%", printed):
        assert part in line
    assert load_workbook(said.out.strip()).worksheets[0]["G11"].value == cell


def test_page_numbers_can_be_asked_for(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sheet of one page has none of its own accord."""
    footers = []
    for words in ([], ["--page-numbers"]):
        assert main(["export", str(demo), "--sheet", "附件1-1", *words]) == 0
        path = capsys.readouterr().out.strip()
        footer = load_workbook(path).worksheets[0].oddFooter
        footers.append(footer.center.text if footer and footer.center else None)
    assert footers == [None, "— &P —"]


def test_files_are_named_as_asked(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any field of the form may stand in braces; 附件2, which has no project, gives its unit."""
    pattern = "{年度}-{附件号}-{项目名称}"
    assert main(["export", str(demo), "--sheet", "附件1-7", "附件2", "--name", pattern]) == 0
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == [
        "示例 2023-附件1-7-建设政府采购市区一体化交易平台场所租赁费用.xlsx",
        "示例 2023-附件2-鄂州葛店经济技术开发区行政审批局本级.xlsx",
    ]


def test_a_name_by_an_unknown_field_is_answered_with_the_nearest_one(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is exported then."""
    assert main(["export", str(demo), "--name", "{附件号} {项目名}"]) == 2
    said = capsys.readouterr()
    assert said.err == "文件名里的“{项目名}”不是表上的栏目。是不是“项目名称”？\n"
    assert said.out == ""
    assert not (demo / "exports").exists() or not list((demo / "exports").iterdir())


def test_the_usual_name_fits_a_workspace_without_projects(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its 项目名称 is no field of 附件2, and still no slip."""
    Workspace(tmp_path).save(department())
    assert main(["export", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_one_workbook_takes_no_pattern(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named by unit and year, so a pattern would go unheard."""
    assert main(["export", str(demo), "--one-workbook", "--name", "{年度}"]) == 2
    assert "参数 --name 不能与 --one-workbook 同用" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "font"),
    [([], ExportOptions().title_font), (["--title-font", "黑体"], "黑体")],
)
def test_the_face_of_titles_can_be_chosen(
    demo: Path, words: list[str], font: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """方正小标宋 is not on every computer."""
    assert main(["export", str(demo), "--sheet", "附件1-1", *words]) == 0
    sheet = load_workbook(capsys.readouterr().out.strip()).worksheets[0]
    (title,) = (
        cell for row in sheet.iter_rows() for cell in row if str(cell.value).endswith("自评表")
    )
    assert title.font.name == font


def test_a_refused_file_is_told_and_the_others_are_written(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence on the error stream, and 1 as the result."""
    assert main(["export", str(demo)]) == 0
    capsys.readouterr()

    def write(path: Path, data: bytes) -> None:
        if "附件1-3" in path.name:
            raise StoreError("没有保存。") from PermissionError(13, "held")
        write_file(path, data)

    monkeypatch.setattr("selfeval_tui.files.put.write_file", write)
    assert main(["export", str(demo)]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 8
    assert "正在 WPS 或 Excel 里打开" in said.err
    assert "(2).xlsx" in said.err


def test_a_workspace_without_sheets_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing to export is no success."""
    assert main(["export", str(tmp_path)]) == 1
    assert "还没有表" in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in the path does not export another workspace."""
    assert main(["export", str(tmp_path / "无")]) == 2
    assert "没有" in capsys.readouterr().err


def test_a_damaged_file_is_named_and_the_rest_exported(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who looks at the result only sees that something is left to do."""
    saved = next((demo / "saved").rglob("*附件1-4*.toml"))
    saved.write_text("[", encoding="utf-8")
    assert main(["export", str(demo)]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 8
    assert "附件1-4" in said.err


def test_only_what_changed_is_exported_again(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the first export nothing is due; then one sheet is, and it is said why."""
    assert main(["export", str(demo), "--changed"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 9
    assert main(["export", str(demo), "--changed"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "上次导出后没有改过的表，不用再导出。\n")
    workspace = Workspace(demo)
    sheet = workspace.load().sheets[2]
    sheet.fields["主管部门"] = "另一个局"
    workspace.save(sheet)
    assert main(["export", str(demo), "--changed"]) == 0
    said = capsys.readouterr()
    (path,) = map(Path, said.out.splitlines())
    assert "附件1-3" in path.name
    assert "改了1处" in said.err
    assert "2023/附件1-3/主管部门：鄂州葛店经济技术开发区行政审批局本级 → 另一个局" in said.err


def test_the_settings_of_the_workspace_count_unless_the_command_says_otherwise(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names and page numbers as set once for all, or as asked for this time."""
    write_settings(demo, Settings(pattern="{年度} {附件号}", page_numbers="always"))
    words = ["export", str(demo), "--sheet", "附件1-3"]
    names, feet = [], []
    for more in ([], ["--no-page-numbers", "--name", "{附件号}"]):
        assert main(words + more) == 0
        (path,) = map(Path, capsys.readouterr().out.splitlines())
        names.append(path.name)
        with ZipFile(path) as archive:
            feet.append("&amp;P" in archive.read("xl/worksheets/sheet1.xml").decode())
    assert names == ["示例 2023 附件1-3.xlsx", "示例 附件1-3.xlsx"]
    assert feet == [True, False]


def test_the_figures_of_the_accounts_are_never_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Left out where all are wanted, refused where they are asked for."""
    workspace = Workspace(tmp_path)
    for sheet in (project("5", "4"), figures(附件号="决算数据")):
        workspace.save(sheet)
    assert main(["export", str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["list", str(tmp_path)]) == 0
    assert "决算数据" not in capsys.readouterr().out
    assert main(["export", str(tmp_path), "--sheet", "决算数据"]) == 2
    assert capsys.readouterr().err == "“决算数据”只供核对，不导出。\n"
