"""A file that was cut off is never taken for a whole one, and stays free to be edited by hand."""

from pathlib import Path

import pytest

from selfeval_tui.sheet import Row, Sheet
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.end_mark import END_KEY
from tests.store.build import project, texts

LAST = "# 以上是这张表的全部内容"
HERE = Path("甲.toml")


def saved(root: Path) -> tuple[Sheet, Path]:
    """A sheet of two rows and its file."""
    sheet = project()
    sheet.tables["指标"]["r2"] = Row("r2", {"三级指标": "天数", "年初目标值": "≤3天"})
    return sheet, Workspace(root).save(sheet)


def test_every_cut_is_seen(tmp_path: Path) -> None:
    """At whichever byte a file breaks off: it is the whole sheet or a fault, never a part."""
    sheet, path = saved(tmp_path)
    data = path.read_bytes()
    for length in range(len(data)):
        read = decode(data[:length], HERE)
        assert isinstance(read, Fault) or texts(read) == texts(sheet)


def test_a_cut_between_two_rows_is_said(tmp_path: Path) -> None:
    """Which line, why, and what to do; the bytes stay."""
    _, path = saved(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex('[["指标"]]'.encode())])
    (fault,) = Workspace(tmp_path).load().faults
    assert fault.line == 3
    assert "后面的内容可能丢了" in fault.message
    assert "历史版本" in fault.message
    assert path.read_bytes() == data[: data.rindex('[["指标"]]'.encode())]


def test_the_file_stays_readable(tmp_path: Path) -> None:
    """One key near the top names the last line, in words."""
    _, path = saved(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1:3] == ["format = 1", f'"{END_KEY}" = "{LAST}"']
    assert lines[-1] == LAST


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text + '\n[["指标"]]\nid = "r3"\n"三级指标" = "手写"\n',
        lambda text: f"{text}\n\n# 张三核对过\n",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.rstrip(),
        lambda text: "".join(line for line in text.splitlines(keepends=True) if LAST not in line),
        lambda text: text.replace(f'"{END_KEY}" = "{LAST}"\n', ""),
    ],
    ids=["a row behind", "a comment behind", "Windows", "no line end", "neither", "no key"],
)
def test_editing_by_hand_is_free(tmp_path: Path, edit: object) -> None:
    """Rows behind the last line, no last line and no key, another line end: all of it opens."""
    sheet, path = saved(tmp_path)
    assert callable(edit)
    path.write_bytes(edit(path.read_text(encoding="utf-8")).encode())
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert loaded.faults == ()
    (read,) = loaded.sheets
    assert texts(sheet).items() <= texts(read).items()
    read.fields["单位名称"] = "另一局"
    workspace.save(read)
    (again,) = Workspace(tmp_path).load().sheets
    assert texts(again) == texts(read)
    text = path.read_text(encoding="utf-8")
    assert text.count(f'"{END_KEY}"') == 1
    assert text.endswith(f"\n{LAST}\n")
    assert ("张三核对过" in text) == ("张三核对过" in edit(LAST))


def test_saving_again_changes_no_byte(tmp_path: Path) -> None:
    """The line is neither doubled nor moved."""
    _, path = saved(tmp_path)
    data = path.read_bytes()
    workspace = Workspace(tmp_path)
    (read,) = workspace.load().sheets
    workspace.save(read)
    assert path.read_bytes() == data


def test_what_a_clerk_types_is_no_end(tmp_path: Path) -> None:
    """A cell that says the same as the last line is a cell."""
    sheet, _ = saved(tmp_path)
    sheet.fields["单位名称"] = f"一\n{LAST}\n二\n{LAST}"
    workspace = Workspace(tmp_path)
    path = workspace.save(sheet)
    read = decode(path.read_bytes(), path)
    assert not isinstance(read, Fault)
    assert texts(read) == texts(sheet)
