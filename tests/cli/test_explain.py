"""`selfeval explain CODE`."""

from pathlib import Path

import pytest

from selfeval_tui.checks.overlay import FILE
from selfeval_tui.cli import main

OWN = """
[[rule]]
id = "own-001"
severity = "warn"
each = "sheet"
limit = 10
test = "预算数 <= 界限"
at = ["预算数"]
say = "预算数 {预算数} 超过 {界限}"
fix = "报领导审批"
why = "本单位的规定"
"""
OVERLAY = """
[["规则包"]]
"文件" = "own.toml"
"理由" = "内控要求"
[["规则"]]
"编号" = "BUD-005"
"级别" = "警告"
"界限" = "80%"
"理由" = "本地规定"
[["规则"]]
"编号" = "TXT-008"
"停用" = true
"理由" = "另有要求"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, which has nothing of its own yet."""
    monkeypatch.setenv("SELFEVAL_WORKSPACE", str(tmp_path))
    return tmp_path


def _adjust(folder: Path, overlay: str = OVERLAY) -> None:
    (folder / "own.toml").write_text(OWN, encoding="utf-8")
    (folder / FILE).write_text(overlay, encoding="utf-8")


@pytest.mark.parametrize("code", ["BUD-001", "bud-001", " BUD-001 "])
def test_a_rule_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its weight, what it checks, how to mend it and where it comes from."""
    assert main(["explain", code]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "BUD-001"
    assert [line.split("：")[0] for line in lines[1:]] == [
        "级别", "核对", "提示", "怎么办", "依据", "例"
    ]  # fmt: skip


def test_an_unknown_code_is_answered_with_the_nearest_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A slip of the keyboard gets a question."""
    assert main(["explain", "COTS-001"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "没有“COTS-001”这条规则。是不是“COST-001”？\n"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("BUD-005", ("级别：警告", "界限：0.8（可在自查规则.toml里改）", "不到 80%",
            "本单位调整：BUD-005 级别由需说明改为警告；界限由 0.9 改为 0.8（理由：本地规定）")),
        ("TXT-007", ("界限：0.8（与 BUD-005 同，请改那一条）", "级别：警告",
            "本单位调整：BUD-005 界限由 0.9 改为 0.8（理由：本地规定）")),
        ("txt-008", ("级别：提示", "本单位调整：TXT-008 停用（理由：另有要求）")),
        ("own-001", ("提示：预算数 〔预算数〕 超过 10",
            "本单位调整：own.toml 新增 1 条（理由：内控要求）")),
    ],
)  # fmt: skip
def test_what_the_workspace_changed_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], code: str, said: tuple[str, ...]
) -> None:
    """Weight, limit, switched off, of a pack of its own; and why."""
    _adjust(folder)
    assert main(["explain", code, "--workspace", str(folder)]) == 0
    out = capsys.readouterr().out
    for words in said:
        assert words in out
    assert main(["explain", code]) == 0
    assert capsys.readouterr().out == out


def test_what_the_workspace_left_alone_is_said_as_before(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another rule was changed."""
    main(["explain", "BUD-001"])
    before = capsys.readouterr().out
    _adjust(folder)
    main(["explain", "BUD-001"])
    assert capsys.readouterr().out == before


def test_a_faulty_file_of_changes_is_told_and_the_shipped_rule_explained(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of it holds, as in 自查."""
    _adjust(folder, OVERLAY + '"级别" = "警告"')
    assert main(["explain", "BUD-005"]) == 0
    said = capsys.readouterr()
    assert "级别：需说明" in said.out
    assert "本单位调整" not in said.out
    assert "停用了，就不用再写级别和界限" in said.err
    assert "没有照它调整" in said.err


def test_a_folder_that_does_not_exist_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not taken for one without changes."""
    assert main(["explain", "BUD-005", "--workspace", "没有这里"]) == 2
    assert "没有“没有这里”这个文件夹" in capsys.readouterr().err
