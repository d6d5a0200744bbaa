"""The 示例: the nine published sheets, every cell to the letter."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet, money_cell
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import demo_sheets, make_demo
from tests.store.build import files_below, project, texts

PUBLISHED = files("form_specs") / "ezhou-gedian" / "demo"
TOP_KEYS = {"attachment": "附件号", "title": "标题"}


def published() -> dict[str, dict[str, Any]]:
    """The files by 附件号, read without the program."""
    read = [tomllib.loads(each.read_text("utf-8")) for each in PUBLISHED.iterdir()]
    return {str(values["attachment"]): values for values in read}


def saved_and_loaded(folder: Path) -> tuple[Sheet, ...]:
    """The 示例 as it comes back from the disk."""
    loaded = make_demo(folder).load()
    assert loaded.faults == ()
    return loaded.sheets


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, ...]:
    """The nine sheets of one 示例."""
    return saved_and_loaded(tmp_path_factory.mktemp("示例的"))


def test_nine_sheets_with_their_rows(sheets: tuple[Sheet, ...]) -> None:
    """64 rows of projects and 47 of the department."""
    rows = [sum(1 for table, _ in sheet.rows() if table.free) for sheet in sheets]
    assert [sheet.with_role(Role.ATTACHMENT) for sheet in sheets] == [
        *(f"附件1-{number}" for number in range(1, 9)),
        "附件2",
    ]
    assert (sum(rows[:8]), rows[8]) == (64, 47)
    assert all(sheet.demo for sheet in sheets)


def test_every_cell_is_as_it_was_published(sheets: tuple[Sheet, ...]) -> None:
    """Nothing is lost, added, trimmed or corrected; 年度 alone is inferred."""
    for sheet in sheets:
        values = published()[sheet.with_role(Role.ATTACHMENT)]
        fields = {
            TOP_KEYS.get(key, key): text for key, text in values.items() if isinstance(text, str)
        }
        assert sheet.fields == {key: text for key, text in fields.items() if text} | {
            "年度": "2023"
        }
        assert [row.cells for row in sheet.tables["指标"].values()] == [
            {name: text for name, text in row.items() if text} for row in values["指标"]
        ]
        if "资金" in sheet.tables:
            assert sheet.row("资金", "合计").cells == values["年度财政资金总额"]


def test_the_notes_are_the_forms_own(sheets: tuple[Sheet, ...]) -> None:
    """They are not typed again, and they say what was published."""
    for sheet in sheets:
        notes = published()[sheet.with_role(Role.ATTACHMENT)]["备注"]
        own = sheet.spec.fields["备注"].default
        assert own == "\n".join(f"{at}.{note}" for at, note in enumerate(notes, start=1))


def test_the_printed_rate_stands_beside_the_computed_one(sheets: tuple[Sheet, ...]) -> None:
    """附件1-7: 94 % is printed, 4.76 of 5 is 95.2 %."""
    batch = Batch(sheets)
    rate = money_cell(batch.sheets[6], Role.RATE)
    assert rate is not None
    assert batch.typed(rate) == "94%"
    assert batch.computed_text(rate) == "95.2%"


def test_a_demo_that_is_there_is_kept(tmp_path: Path) -> None:
    """What a clerk tried in it stays."""
    workspace = make_demo(tmp_path)
    sheet = workspace.load().sheets[0]
    sheet.fields["项目名称"] = "试一试"
    workspace.save(sheet)
    before = files_below(tmp_path)
    again = make_demo(tmp_path).load().sheets
    assert files_below(tmp_path) == before
    assert texts(again[0]) == texts(sheet)


def test_a_demo_is_not_put_beside_own_sheets(tmp_path: Path) -> None:
    """Nor in a folder whose files cannot be read, which may be own sheets."""
    Workspace(tmp_path / "a").save(project())
    damaged = tmp_path / "b" / "saved" / "2023" / "x.toml"
    damaged.parent.mkdir(parents=True)
    damaged.write_text("damaged")
    for folder in ("a", "b"):
        before = files_below(tmp_path / folder)
        with pytest.raises(StoreError, match="请"):
            make_demo(tmp_path / folder)
        assert files_below(tmp_path / folder) == before


def test_two_demos_share_no_id() -> None:
    """示例 and own sheets never share one either."""
    assert not {sheet.id for sheet in demo_sheets()} & {sheet.id for sheet in demo_sheets()}
