"""`selfeval list [DIR] [--format table|json]`."""

import json
from pathlib import Path
from typing import Any

import pytest

from selfeval_tui.cli import main
from selfeval_tui.cli.columns import display_width
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import make_demo
from tests.store.build import project


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 示例."""
    return make_demo(tmp_path_factory.mktemp("w") / "示例").root


def test_a_line_for_each_sheet(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed 94 % beside the computed 95.2 %."""
    assert main(["list", str(demo)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert lines[7].split()[0] == "附件1-7"
    assert lines[7].split()[2:7] == ["5", "4.76", "94%", "95.2%", "46/46"]
    assert lines[9].startswith("附件2")


def test_the_columns_line_up(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """已填 ends at the same cell in each line."""
    main(["list", str(demo)])
    heading, *lines = capsys.readouterr().out.splitlines()
    end = display_width(heading[: heading.index("已填") + 2])
    for line in lines:
        assert display_width(line[: line.rindex("/")]) < end
        filled = next(word for word in line.split() if "/" in word)
        assert display_width(line[: line.index(filled) + len(filled)]) == end


def test_json_says_the_same(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An array of objects with English keys; figures as they were typed."""
    assert main(["list", str(demo), "--format", "json"]) == 0
    sheets: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    seventh = sheets[6]
    assert Path(seventh.pop("path")).is_file()
    assert sum(sum(sheet["verdicts"].values()) for sheet in sheets) == 111
    assert sum(seventh.pop("verdicts").values()) == 7
    assert seventh == {
        "year": "2023",
        "attachment": "附件1-7",
        "name": "建设政府采购市区一体化交易平台场所租赁费用",
        "spec": "ezhou-gedian/project",
        "demo": True,
        "budget": "5",
        "spent": "4.76",
        "rate_typed": "94%",
        "rate_computed": "95.2%",
        "filled": 46,
        "required": 46,
        "state": "草稿",
        "exported": "",
        "changes": None,
    }


def test_a_file_that_cannot_be_used_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are listed, and the status says that something is left to look at."""
    path = Workspace(tmp_path).save(project())
    path.with_name("坏.toml").write_text("x")
    assert main(["list", str(tmp_path)]) == 1
    caught = capsys.readouterr()
    assert "甲项目" in caught.out
    assert "坏.toml" in caught.err


def test_an_empty_workspace_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is an empty array."""
    assert main(["list", str(tmp_path)]) == 0
    assert "还没有表" in capsys.readouterr().err
    assert main(["list", str(tmp_path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_line_break_in_a_name_breaks_no_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pasted name may hold one."""
    Workspace(tmp_path).save(project(name="甲\n项目"))
    main(["list", str(tmp_path)])
    assert "甲 项目" in capsys.readouterr().out


def test_what_changed_since_the_export_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """未导出 before, 未改 after, and in how many places once something changed."""
    sheet = project("甲项目")

    def listed() -> str:
        Workspace(tmp_path).save(sheet)
        capsys.readouterr()
        main(["list", str(tmp_path)])
        return capsys.readouterr().out

    assert "未导出" in listed()
    main(["export", str(tmp_path)])
    assert "未改" in listed()
    sheet.fields["主管部门"] = "另一个局"
    assert "改了1处" in listed()
    main(["list", str(tmp_path), "--format", "json"])
    (line,) = json.loads(capsys.readouterr().out)
    assert line["changes"] == 1
    assert line["exported"].startswith("20")
