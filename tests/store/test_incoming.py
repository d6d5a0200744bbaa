"""Sheets that come from a colleague: as the program saved them, or in the neutral form."""

from pathlib import Path

from selfeval_tui.sheet import Row
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.foreign.neutral import Read
from selfeval_tui.store.merge.beside import laid_beside
from selfeval_tui.store.merge.incoming import read_incoming, there_already
from selfeval_tui.store.merge.merging import Side, resolve
from tests.store.build import project, texts


def test_a_saved_sheet_is_read_as_it_is(tmp_path: Path) -> None:
    """With its id, so that it is known again."""
    sheet = project()
    read = read_incoming(Workspace(tmp_path).save(sheet))
    assert isinstance(read, Read)
    assert read.sheet.id == sheet.id
    assert texts(read.sheet) == texts(sheet)


def test_a_demo_sheet_and_a_damaged_one_are_refused(tmp_path: Path) -> None:
    """With a sentence; the file stays."""
    demo = Workspace(tmp_path / "示例").save(project(demo=True))
    damaged = tmp_path / "坏.toml"
    damaged.write_bytes(demo.read_bytes()[:-40])
    for path, words in ((demo, "示例表"), (damaged, "坏.toml"), (tmp_path / "无.toml", "读不出")):
        read = read_incoming(path)
        assert isinstance(read, Fault)
        assert words in read.message


def test_a_sheet_is_known_by_its_id_or_by_what_it_is_about() -> None:
    """The number may have been changed; the id may be another one."""
    mine, renamed, made_anew = project(), project(name="改了名"), project()
    renamed.id = mine.id
    made_anew.id = "anew"
    others = [project("附件1-2", "乙")]
    assert there_already(renamed, [*others, mine]) is mine
    assert there_already(made_anew, [*others, mine]) is mine
    assert there_already(made_anew, others) is None


def test_rows_with_ids_of_their_own_are_known_by_their_indicator() -> None:
    """The same indicators are laid beside each other; the others are new rows."""
    mine, came = project(), project()
    mine.row("指标", "r1").cells["实际完成值"] = "6次"
    rows = {
        "x": Row("x", {"三级指标": "新的"}),
        "y": Row("y", {"三级指标": "次 数", "年初目标值": "≥5次", "实际完成值": "7次"}),
    }
    came.tables["指标"] = rows
    found = laid_beside(mine, came)
    made = resolve(found, {each.key: each.preset or Side.OURS for each in found.points})
    assert made is not None
    assert list(made.tables["指标"]) == ["x", "r1"]
    assert made.row("指标", "r1").cells["实际完成值"] == "6次"
    assert list(came.tables["指标"]) == ["x", "y"], "what came stays as it is"
