"""`selfeval check [DIR] [--sheet …] [--format …] [--severity …] [--all]`."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from selfeval_tui.checks.overlay import FILE
from selfeval_tui.cli import main
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import make_demo
from tests.checks.build import sheets
from tests.store.build import project

CLEAN = """
附件号 附件1-1
年度 2023
单位名称 甲局
填报日期 2024年4月23日
项目名称 物业费
主管部门 甲局
项目实施单位 甲局
项目类别 市直专项
项目属性 持续性项目
项目类型 常年性项目
预算数 5
执行数 4.76
执行率 95%
产出指标 | 数量指标 | 次数 | 12次 | 12次
效益指标 | 社会效益指标 | 便利 | 提高 | 提高
--- 附件2
附件号 附件2
年度 2023
单位名称 甲局
填报日期 2024年4月23日
基本支出总额 3
项目支出总额 4.76
年度目标 高质量完成工作
管理效率 | 预算编制 | 立项规范性 | 规范 | 规范
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 示例."""
    return make_demo(tmp_path_factory.mktemp("w") / "示例").root


def save(folder: Path, text: str = CLEAN) -> Path:
    """A workspace with the sheets that a text describes."""
    workspace = Workspace(folder)
    for sheet in sheets(text):
        workspace.save(sheet)
    return folder


def objects(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What was printed as JSON."""
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_year_without_fault_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is left to do, and the status says so."""
    assert main(["check", str(save(tmp_path))]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "没有待处理的问题。"


def test_findings_stand_below_their_sheet_the_heaviest_first(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With figures and advice; equal ones are one group with its count."""
    assert main(["check", str(demo), "--sheet", "附件1-7"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "示例 附件1-7 建设政府采购市区一体化交易平台场所租赁费用",
        "  错误 BUD-001 执行率：填 94%，按 4.76÷5 应为 95.2%",
        "      填报 94%，应为 95.2%，相差 1.2个百分点",
        "    怎么办：核对预算数和执行数；两数无误就把执行率改为算出的数",
        "  警告 IND-002 使用人员满意度：实际完成值 ≥95% 与目标值相同，未见实际数",
        "    怎么办：填实际完成的数，不带 ≥、≤",
        "",
        "待处理：错误 1，警告 1。",
    ]


def test_equal_findings_are_one_group(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Advice is given once."""
    main(["check", str(demo), "--sheet", "附件1-2"])
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("  警告 IND-002 共 2 处")
    assert lines[at + 1].startswith("    人员被投诉次数：")
    assert lines[at + 2].startswith("    社会公众对其工作满意度：")
    assert lines[at + 3].startswith("    怎么办：")
    assert lines[-1] == "另有：已说明 1。加 --all 列出。"


def test_what_is_settled_is_listed_when_asked_for(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It needs no advice."""
    main(["check", str(demo), "--sheet", "附件1-2", "--all"])
    lines = capsys.readouterr().out.splitlines()
    assert "  需说明 BUD-005（已说明） 执行率 60.96%，不到 90%" in lines
    assert lines[-1] == "另有：已说明 1。"


@pytest.mark.parametrize(
    ("sheet", "severity", "status"),
    [
        ("附件1-7", "error", 1), ("附件1-1", "error", 0), ("附件1-1", "explain", 1),
        ("附件1-2", "explain", 0), ("附件1-2", "warn", 1), ("附件1-4", "warn", 0),
        ("附件1-4", "info", 1),
    ],
)  # fmt: skip
def test_the_status_tells_of_open_findings_of_that_weight(
    demo: Path, sheet: str, severity: str, status: int
) -> None:
    """What the sheet itself explains is not open."""
    assert main(["check", str(demo), "--sheet", sheet, "--severity", severity]) == status


def test_a_severity_that_was_asked_for_is_named(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that nobody takes a look at the worst for a clean bill."""
    assert main(["check", str(demo), "--sheet", "附件1-2", "--severity", "error"]) == 0
    assert "只看了“错误”和更重的" in capsys.readouterr().out
    assert main(["check", str(demo), "--sheet", "附件1-2"]) == 1
    assert "只看了" not in capsys.readouterr().out


def test_json_has_every_finding_with_its_state(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also those that are settled."""
    assert main(["check", str(demo), "--format", "json"]) == 1
    found = objects(capsys)
    assert {each["state"] for each in found} == {"open", "explained"}
    assert next(each for each in found if each["code"] == "BUD-001") == {
        "code": "BUD-001",
        "severity": "error",
        "sheet": "附件1-7",
        "address": "2023/附件1-7/资金[1]/执行率",
        "message": "执行率：填 94%，按 4.76÷5 应为 95.2%",
        "expected": "95.2%",
        "actual": "94%",
        "difference": "1.2个百分点",
        "fix": "核对预算数和执行数；两数无误就把执行率改为算出的数",
        "state": "open",
    }


def test_what_could_not_be_checked_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In JSON, and in the table when asked for."""
    save(tmp_path, CLEAN.replace("执行率 95%", "执行率 约九成"))
    main(["check", str(tmp_path), "--format", "json"])
    states = {(each["code"], each["state"]) for each in objects(capsys)}
    assert {("BUD-001", "skipped"), ("CELL-002", "open")} <= states
    main(["check", str(tmp_path)])
    assert "缺数未查" not in capsys.readouterr().out.split("另有：")[0]
    main(["check", str(tmp_path), "--all"])
    assert "错误 BUD-001（缺数未查）" in capsys.readouterr().out


def test_json_keeps_to_the_weight_and_the_sheets_asked_for(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the table does."""
    words = ["--sheet", "附件1-7", "附件1-2", "--severity", "explain", "--format", "json"]
    assert main(["check", str(demo), *words]) == 1
    assert {(each["sheet"], each["code"]) for each in objects(capsys)} == {
        ("附件1-7", "BUD-001"), ("附件1-2", "BUD-005")
    }  # fmt: skip


def test_what_is_said_of_the_year_has_no_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """But a cell to look at; a check of some sheets leaves it out."""
    save(tmp_path, CLEAN.replace("附件1-1", "附件1-2"))
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    (gap,) = (each for each in objects(capsys) if each["state"] == "open")
    assert (gap["code"], gap["sheet"]) == ("YEAR-004", "")
    assert gap["address"] == "2023/附件1-2/附件号"
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("全年各表\n  警告 YEAR-004")
    assert main(["check", str(tmp_path), "--sheet", "附件1-2"]) == 0


def test_sarif_names_rules_files_and_cells(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Version 2.1.0: one run, each result with its rule's place in the list of rules."""
    assert main(["check", str(demo), "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["kind"] == "notApplicable") == (result["level"] == "none")
        assert result["message"]["text"]
    wrong = next(each for each in run["results"] if each["ruleId"] == "BUD-001")
    (location,) = wrong["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert (demo / unquote(uri)).is_file()
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "2023/附件1-7/资金[1]/执行率"}
    ]  # fmt: skip
    assert wrong["level"] == "error"


def test_sarif_suppresses_what_is_settled(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the reason."""
    main(["check", str(demo), "--sheet", "附件1-2", "--format", "sarif"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    settled = [each for each in results if each["ruleId"] == "BUD-005"]
    assert [each["suppressions"][0]["kind"] for each in settled] == ["external"]
    assert not any("suppressions" in each for each in results if each not in settled)


def test_sarif_describes_the_rules_as_the_workspace_wants_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule that was made heavier, and one of a pack of its own."""
    (sheet,) = sheets("附件号 附件1-1\n年度 2023\n项目名称 物业费\n预算数 20\n执行数 16.4")
    Workspace(tmp_path).save(sheet)
    (tmp_path / "own.toml").write_text(
        '[[rule]]\nid = "OWN-001"\nseverity = "info"\neach = "sheet"\ntest = "预算数 <= 10"\n'
        'at = ["预算数"]\nsay = "预算数 {预算数} 超过 10"\nfix = "报批"\nwhy = "本单位的规定"\n',
        encoding="utf-8",
    )
    (tmp_path / FILE).write_text(
        '[["规则"]]\n"编号" = "BUD-005"\n"级别" = "错误"\n"理由" = "内控"\n'
        '[["规则包"]]\n"文件" = "own.toml"\n"理由" = "内控"\n',
        encoding="utf-8",
    )
    main(["check", str(tmp_path), "--format", "sarif"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    rules = {each["id"]: each for each in run["tool"]["driver"]["rules"]}
    assert rules["BUD-005"]["defaultConfiguration"]["level"] == "error"
    assert rules["OWN-001"]["shortDescription"]["text"] == "预算数 〔预算数〕 超过 10"


def test_an_unknown_sheet_is_answered_with_the_nearest_one(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is checked then."""
    assert main(["check", str(demo), "--sheet", "附件1-77"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "没有“附件1-77”这张表。是不是“附件1-7”？\n"


def test_a_file_that_cannot_be_read_is_not_checkable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are checked, and the status says that one was not."""
    path = Workspace(tmp_path).save(project())
    path.with_name("坏.toml").write_text("x")
    assert main(["check", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert "坏.toml" in said.err
    assert "甲项目" in said.out


def test_nothing_to_check_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is an empty array."""
    assert main(["check", str(tmp_path)]) == 2
    assert "没有可查的" in capsys.readouterr().err
    assert main(["check", str(tmp_path), "--format", "json"]) == 2
    assert objects(capsys) == []


def test_checking_imports_neither_screen_nor_excel_nor_tomlkit(demo: Path) -> None:
    """A verb costs what it needs."""
    code = (
        "import sys\n"
        "from selfeval_tui.cli import main\n"
        f"main(['check', {str(demo)!r}, '--format', 'sarif'])\n"
        "heavy = {'textual', 'rich', 'openpyxl', 'xlsxwriter', 'tomlkit', 'platformdirs'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"


OFF = '[["规则"]]\n"编号" = "BUD-001"\n"停用" = true\n"理由" = "另有规定"\n'


def test_the_changes_of_a_workspace_hold_and_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under the table, and in the list for Excel."""
    save(tmp_path, "附件号 附件1-1\n预算数 5\n执行数 4.76\n执行率 94%")
    (tmp_path / "自查规则.toml").write_text(OFF, encoding="utf-8")
    out = tmp_path / "清单.xlsx"
    assert main(["check", str(tmp_path), "--export", str(out)]) == 1
    told = capsys.readouterr().out
    assert "BUD-001 停用（理由：另有规定）" in told
    assert "错误 BUD-001" not in told
    assert load_workbook(out).sheetnames[:2] == ["自查汇总", "问题清单"]
    assert "规则调整" in load_workbook(out).sheetnames


def test_a_faulty_file_of_changes_is_told_and_nothing_of_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shipped rules hold, and the script learns that something is wrong."""
    save(tmp_path, "附件号 附件1-1\n预算数 5\n执行数 4.76\n执行率 94%")
    (tmp_path / "自查规则.toml").write_text(OFF.replace("理由", "原由"), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert "BUD-001 缺少“理由”" in told.err
    assert "没有照它调整" in told.err
    assert "BUD-001" in told.out
