"""What a clerk typed comes back from the disk to the letter."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Basis, Row, Ruling, Sheet, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.documents import Documents
from selfeval_tui.text import Direction, VerdictCode, strip_controls
from tests.store.build import PROJECT, project, texts

ANYTHING = st.text(st.characters(), max_size=60).map(strip_controls)
AWKWARD = (
    "",
    " ",
    "\n",
    "甲\n乙\n",
    "“”\"'\"\"\" ''' \\ \\n \\u0041",
    "# 不是注释",
    "[[指标]]",
    "\t制表\t",
    "\u00a0\u3000全角　空格 ",
    "５０％",
    "≧5台",
    "👨\u200d👩\u200d👧 𠮷 \U0010ffff",
    "\u2028\u2029\u0085",
    "=1+1",
    "长" * 3000,
)


def written(sheet: Sheet) -> Sheet:
    """The sheet after it was written and read."""
    read = decode(Documents().encode(sheet, None).data, Path("表.toml"))
    assert isinstance(read, Sheet)
    return read


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_survive(text: str) -> None:
    """In a field and in a cell."""
    sheet = project(name=text)
    sheet.row("指标", "r1").cells["实际完成值"] = text
    assert texts(written(sheet)) == texts(sheet)


@given(ANYTHING, ANYTHING)
def test_any_text_survives(field: str, cell: str) -> None:
    """Whatever a cell can hold."""
    sheet = project(name=field)
    sheet.row("指标", "r1").cells["年初目标值"] = cell
    assert texts(written(sheet)) == texts(sheet)


@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=6), st.sampled_from(spec_ids()))
@settings(max_examples=50)
def test_every_form_survives(rows: list[tuple[str, str]], form: str) -> None:
    """Each family of sheets, with rows added to each of its free tables."""
    spec = load_spec(form)
    sheet = new_sheet(spec, starter=False)
    for table in spec.tables:
        if not table.free:
            continue
        first, last = table.columns[0].name, table.columns[-1].name
        for number, (one, other) in enumerate(rows):
            row = Row(f"r{number}", {first: one, last: other})
            sheet.tables[table.name][row.id] = row
    back = written(sheet)
    assert texts(back) == texts(sheet)
    assert (back.id, back.spec, back.demo) == (sheet.id, sheet.spec, sheet.demo)


@pytest.mark.parametrize("verdict", [None, *VerdictCode])
@pytest.mark.parametrize("direction", [None, *Direction])
def test_the_clerks_own_decision_survives(
    verdict: VerdictCode | None, direction: Direction | None
) -> None:
    """人工 verdict and direction of a row."""
    sheet = project()
    sheet.row("指标", "r1").ruling = Ruling(verdict, direction)
    assert written(sheet).row("指标", "r1").ruling == Ruling(verdict, direction)


@given(st.builds(Basis, ANYTHING, ANYTHING, ANYTHING, ANYTHING), ANYTHING)
@settings(max_examples=50)
def test_what_a_row_rests_on_survives(basis: Basis, reading: str) -> None:
    """依据, and what the clerk says that the target means; any text, to the letter."""
    sheet = project()
    row = sheet.row("指标", "r1")
    row.basis, row.ruling = basis, Ruling(reading=reading)
    assert written(sheet).row("指标", "r1") == row


def test_rows_keep_their_order_and_ids() -> None:
    """The clerk's order is kept, whatever the ids."""
    sheet = project()
    for row in ("r3", "r2"):
        sheet.tables["指标"][row] = Row(row, {"三级指标": row})
    assert list(written(sheet).tables["指标"]) == ["r1", "r3", "r2"]


def test_every_key_of_the_form_is_written_at_once() -> None:
    """A blank cell has its key, so that no key is ever added under a later comment."""
    sheet = new_sheet(load_spec(PROJECT), starter=False)
    sheet.tables["指标"]["r1"] = Row("r1")
    values = tomllib.loads(Documents().encode(sheet, None).data.decode())
    assert list(values) == ["format", "末行", "spec", "sheet", "字段", "资金", "指标"]
    assert list(values["字段"]) == list(sheet.spec.fields)
    assert values["指标"] == [
        {"id": "r1"}
        | dict.fromkeys(["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值"], "")
        | dict.fromkeys(["人工判定", "人工方向", "人工读作"], "")
        | dict.fromkeys(["依据文号", "依据材料", "依据满意数", "依据有效数"], "")
    ]
    assert values["sheet"] == {"id": sheet.id, "demo": False, "state": "草稿"}
    assert values["spec"]["id"] == PROJECT
    assert values["spec"]["hash"] == sheet.spec.hash
