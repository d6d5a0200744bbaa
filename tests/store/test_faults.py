"""A file that cannot be used is a sentence with its line, and the file stays as it is."""

import os
import sys
from errno import EACCES
from pathlib import Path

import pytest

from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.sheetfile.decode import decode
from tests.store.build import files_below, project

GOOD = """\
format = 1
[spec]
id = "ezhou-gedian/project"
[sheet]
id = "abc"
demo = false
["字段"]
"项目名称" = "甲"
[["资金"]]
id = "合计"
[["指标"]]
id = "r1"
"人工判定" = "met"
[["指标"]]
id = "r2"
"三级指标" = "二"
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (
            'format = 1\n[spec]\nid = "ezhou-gedian/',
            'format = 2\n[spec]\nid = "x/',
            3,
            "较新的程序",
        ),
        ("format = 1\n", "", None, "没有写明存档格式"),
        ("format = 1", 'format = "1"', 1, "没有写明存档格式"),
        ("format = 1", "format = true", 1, "没有写明存档格式"),
        ("format = 1", "format = 0", 1, "没有写明存档格式"),
        ("format = 1", f"format = 0x{'f' * 5000}", None, "太长的数"),
        ('id = "r2"', 'id = "\\u0001"', 15, "缺少“id”"),
        ("ezhou-gedian/project", f"{'a' * 5000}/b", 3, "表样"),
        ('"项目名称" = "甲"', '"项目名称" = 甲', 8, "不合 TOML"),
        ('"项目名称" = "甲"', '"项目名称" = 5', 8, "加引号"),
        ('"三级指标" = "二"', '"三级指标" = ["二"]', 16, "加引号"),
        ('id = "r2"', 'id = "r1"', 15, "与前面一行相同"),
        ('id = "r2"\n', "", 14, "缺少“id”"),
        ('id = "abc"\n', "", 4, "缺少“id”"),
        ('[spec]\nid = "ezhou-gedian/project"\n', "", None, "缺少 [spec]"),
        ("ezhou-gedian/project", "ezhou-gedian/projekt", 3, "表样"),
        ("demo = false", 'demo = "否"', 6, "true 或 false"),
        ('"人工判定" = "met"', '"人工判定" = "好"', 13, "不认得"),
        ('"人工判定" = "met"', '"人工方向" = "上"', 13, "越高越好"),
        ('[["资金"]]', '["资金"]', 9, "一行一行"),
        ('[["指标"]]\nid = "r2"', '[["指标"]\nid = "r2"', 14, "不合 TOML"),
    ],
)
def test_what_is_wrong_with_a_file(old: str, new: str, line: int | None, said: str) -> None:
    """Each message names the file, the line where it is known, and what to do."""
    assert old in GOOD
    fault = decode(GOOD.replace(old, new, 1).encode(), Path("saved/甲.toml"))
    assert isinstance(fault, Fault)
    assert fault.line == line
    assert said in fault.message
    assert "甲.toml" in fault.message
    assert "文件没有改动。" in fault.message
    assert "请" in fault.message.split("文件没有改动。")[1]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        "项目".encode("gb18030"),
        b"a = " + b"[" * 100_000,
        b"a = " + b"9" * 9999,
    ],
    ids=["empty", "utf-16", "gbk", "deep", "long number"],
)
def test_any_bytes_are_a_fault_and_no_crash(data: bytes) -> None:
    """Whatever lies in the folder."""
    assert isinstance(decode(data, Path("甲.toml")), Fault)


def test_the_other_sheets_still_load(tmp_path: Path) -> None:
    """A damaged file stands beside a good one."""
    workspace = Workspace(tmp_path)
    good = workspace.save(project())
    bad = good.with_name("坏.toml")
    bad.write_bytes(b'["')
    loaded = Workspace(tmp_path).load()
    assert [sheet.fields["项目名称"] for sheet in loaded.sheets] == ["甲项目"]
    assert [fault.path for fault in loaded.faults] == [bad]


def test_a_damaged_file_is_never_written_over(tmp_path: Path) -> None:
    """A sheet that would have its name gets another."""
    path = Workspace(tmp_path).path_of(project())
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged")
    Workspace(tmp_path).save(project())
    assert path.read_bytes() == b"damaged"
    assert files_below(tmp_path) == [
        "saved/2023/附件1-1 甲项目 (2).toml",
        "saved/2023/附件1-1 甲项目.toml",
    ]


def test_keys_that_are_missing_are_blank(tmp_path: Path) -> None:
    """A form may have gained fields and columns since; the money row is always there."""
    sheet = decode(GOOD.replace('[["资金"]]\nid = "合计"\n', "").encode(), tmp_path)
    assert not isinstance(sheet, Fault)
    assert sheet.fields == {"项目名称": "甲"}
    assert list(sheet.tables["资金"]) == ["合计"]


def test_control_characters_do_not_come_in(tmp_path: Path) -> None:
    """A file that was mailed cannot steer the terminal."""
    sheet = decode(GOOD.replace('"甲"', r'"甲\u001b[2J"').encode(), tmp_path)
    assert not isinstance(sheet, Fault)
    assert sheet.fields["项目名称"] == "甲[2J"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这样的管道文件和链接")
def test_what_is_no_ordinary_file_is_named_in_chinese(tmp_path: Path) -> None:
    """A pipe is not waited for, and a link that leads to itself is said."""
    folder = Workspace(tmp_path).save(project()).parent
    os.mkfifo(folder / "管道.toml")
    (folder / "链接.toml").symlink_to("链接.toml")
    loaded = Workspace(tmp_path).load()
    assert len(loaded.sheets) == 1
    said = "\n".join(fault.message for fault in loaded.faults)
    assert "不是普通的文件" in said
    assert "链接绕成了圈" in said


def test_what_the_system_does_not_let_us_look_at_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may be listed and not entered hides no sheet silently."""
    folder = Workspace(tmp_path).save(project()).parent
    look = Path.is_dir

    def refuse(path: Path) -> bool:
        if path.parent == folder:
            raise PermissionError(EACCES, "denied", str(path))
        return look(path)

    monkeypatch.setattr(Path, "is_dir", refuse)
    (fault,) = Workspace(tmp_path).load().faults
    assert "没有权限" in fault.message
