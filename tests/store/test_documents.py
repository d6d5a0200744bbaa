"""Comments, order and unknown keys of a file survive a save."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Basis, Row, Sheet
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.documents import Documents
from tests.store.build import project, texts

BY_HAND = """\
# 顶上的说明
format = 1

[spec] # 表样
id = "ezhou-gedian/project"
year = 2023

[sheet]
id = "abc"
state = "定稿"   # 别动

["字段"]
"项目名称" = '甲项目'   # 单引号
"附加栏" = "留着"
# 字段的末尾

[["资金"]]
id = "合计"
"预算数" = "5.50"

[["资金"]]
id = "另一行"
"预算数" = "1"

# 以下是指标
[["指标"]]
id = "r1"
"权重" = 10
"三级指标" = '''一'''
# 关于第二行
[["指标"]]
id = "r2"
"三级指标" = "二"

# 以下是说明
[["备忘"]]
rule = "IND-004"
"""


def read(data: bytes) -> Sheet:
    """The sheet of a file that must be readable."""
    sheet = decode(data, Path("表.toml"))
    assert isinstance(sheet, Sheet)
    return sheet


def saved(sheet: Sheet, before: str = BY_HAND) -> str:
    """The file's text after the sheet was saved over it."""
    encoded = Documents().encode(sheet, before.encode())
    assert not encoded.from_scratch
    assert texts(read(encoded.data)) == texts(sheet)
    return encoded.data.decode()


def test_a_save_changes_only_what_changed() -> None:
    """A file that has all its keys differs in one line."""
    sheet = project()
    documents = Documents()
    before = documents.encode(sheet, None).data
    sheet.row("指标", "r1").cells["实际完成值"] = "6次"
    after = documents.encode(sheet, before).data
    differing = [
        (one, other)
        for one, other in zip(before.splitlines(), after.splitlines(), strict=True)
        if one != other
    ]
    assert [line.decode() for pair in differing for line in pair] == [
        '"实际完成值" = ""',
        '"实际完成值" = "6次"',
    ]


def test_every_line_written_by_hand_survives() -> None:
    """Comments, unknown keys, unknown rows and sections, and the sheet's state."""
    sheet = read(BY_HAND.encode())
    sheet.fields["单位名称"] = "某局"
    lines = saved(sheet).splitlines()
    for line in BY_HAND.splitlines():
        assert line in lines


def test_a_new_key_stays_in_its_own_section() -> None:
    """Keys that a row lacked come above the comment that speaks of the next section."""
    sheet = read(BY_HAND.encode())
    sheet.row("指标", "r2").cells["实际完成值"] = "3次"
    lines = saved(sheet).splitlines()
    assert lines.index('"实际完成值" = "3次"') < lines.index("# 以下是说明")
    assert lines.index('"单位名称" = ""') < lines.index("# 字段的末尾")


def test_a_file_of_an_earlier_version_takes_up_the_keys_it_lacks() -> None:
    """依据 comes above the comments that speak of what follows; no comment moves."""
    sheet = read(BY_HAND.encode())
    assert sheet.row("指标", "r1").basis == Basis()
    sheet.row("指标", "r1").basis = Basis(document="某服务合同", valid="100")
    lines = saved(sheet).splitlines()
    assert lines.index('"依据有效数" = "100"') < lines.index("# 关于第二行")
    comments = [line for line in lines if line.startswith("#")]
    assert comments[:-1] == [line for line in BY_HAND.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("order", [["r2"], ["r1"], [], ["r2", "r1"], ["n", "r2", "r1"]])
def test_comments_survive_when_rows_come_go_and_move(order: list[str]) -> None:
    """A comment of a row that goes stays with a neighbour."""
    sheet = read(BY_HAND.encode())
    rows = sheet.tables["指标"] | {"n": Row("n", {"三级指标": "新"})}
    sheet.tables["指标"] = {row: rows[row] for row in order}
    text = saved(sheet)
    for comment in ("# 以下是指标", "# 关于第二行", "# 以下是说明", "# 字段的末尾"):
        assert text.count(comment) == 1
    assert tomllib.loads(text)["备忘"] == [{"rule": "IND-004"}]


def test_a_deleted_row_that_is_undone_has_its_unknown_keys_again() -> None:
    """权重 is no column of this form, and still the clerk's."""
    sheet = read(BY_HAND.encode())
    documents = Documents()
    first = documents.encode(sheet, BY_HAND.encode()).data
    row = sheet.tables["指标"].pop("r1")
    second = documents.encode(sheet, first).data
    sheet.tables["指标"] = {"r1": row} | sheet.tables["指标"]
    third = documents.encode(sheet, second).data
    assert [each.get("权重") for each in tomllib.loads(third.decode())["指标"]] == [10, None]
    assert third.decode().count("# 关于第二行") == 1


@pytest.mark.parametrize("change", ["\r\n", "no last line end", "byte order mark"])
def test_other_editors_line_ends_are_no_obstacle(change: str) -> None:
    """Notepad writes CRLF and a mark in front; some editors leave out the last line end."""
    before = {
        "\r\n": BY_HAND.replace("\n", "\r\n"),
        "no last line end": BY_HAND.removesuffix("\n"),
        "byte order mark": f"\ufeff{BY_HAND}",
    }[change]
    sheet = read(before.encode())
    sheet.row("指标", "r2").cells["实际完成值"] = "3次"
    assert "# 以下是说明" in saved(sheet, before)


@pytest.mark.parametrize(
    "before",
    [
        'format = 1\n"指标" = [{ id = "r1" }]\n[spec]\n[sheet]\n',
        "这不是 TOML",
    ],
)
def test_a_file_that_cannot_be_continued_is_written_anew_and_said(before: str) -> None:
    """The caller then keeps the old one."""
    sheet = project()
    encoded = Documents().encode(sheet, before.encode())
    assert encoded.from_scratch
    assert texts(read(encoded.data)) == texts(sheet)


STEP = st.tuples(st.sampled_from(["type", "insert", "delete", "move"]), st.integers(0, 9))


@given(st.lists(STEP, max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_order_of_edits_gives_the_sheet_and_keeps_the_comments(
    steps: list[tuple[str, int]],
) -> None:
    """The document that is kept in memory and a new one say the same."""
    sheet, data = read(BY_HAND.encode()), BY_HAND.encode()
    documents = Documents()
    for number, (step, at) in enumerate(steps):
        edit(sheet, step, at, f"n{number}")
        data = documents.encode(sheet, data).data
        assert texts(read(data)) == texts(sheet)
        assert list(read(data).tables["指标"]) == list(sheet.tables["指标"])
    for comment in ("# 顶上的说明", "# 以下是指标", "# 关于第二行", "# 以下是说明"):
        assert data.decode().count(comment) == 1


def edit(sheet: Sheet, step: str, at: int, new: str) -> None:
    """One edit of the indicator rows, as a clerk would make it."""
    rows = list(sheet.tables["指标"].values())
    if step == "insert":
        rows.insert(at, Row(new, {"三级指标": new}))
    elif rows:
        row = rows.pop(at % len(rows))
        if step == "type":
            row.cells["实际完成值"] = new
            rows.insert(at % (len(rows) + 1), row)
        elif step == "move":
            rows.append(row)
    sheet.tables["指标"] = {row.id: row for row in rows}
