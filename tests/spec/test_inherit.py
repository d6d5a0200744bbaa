"""A sheet may say only what differs from its parent."""

from pathlib import Path

import pytest

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import load_spec, resolved_toml
from selfeval_tui.spec.model import Cell, RowBlock, Spec
from tests.spec.sheets import SMALL, family


def child(folder: Path, text: str) -> Spec:
    """The small sheet's child that says this."""
    return load_spec("样/子", family(folder, 表=SMALL, 子=f'extends = "样/表"\n{text}'))


def faults_of(folder: Path, text: str) -> str:
    """The message about a child that must not load."""
    with pytest.raises(SpecError) as fault:
        child(folder, text)
    return fault.value.message


def test_a_child_that_says_nothing_is_its_parent_under_its_own_id(tmp_path: Path) -> None:
    """Everything is inherited."""
    spec = child(tmp_path, "")
    parent = load_spec("样/表", family(tmp_path))
    assert spec.id == "样/子"
    assert (spec.fields, spec.blocks, spec.head) == (parent.fields, parent.blocks, parent.head)
    assert spec.hash == parent.hash


def test_plain_keys_replace_the_parents(tmp_path: Path) -> None:
    """A new year needs one line."""
    spec = child(tmp_path, "year = 2024\n")
    assert (spec.year, spec.name) == (2024, "小表")
    assert spec.hash != load_spec("样/表", family(tmp_path)).hash


def test_fields_are_merged_by_name(tmp_path: Path) -> None:
    """A field keeps what the child does not mention; a new one comes after."""
    spec = child(tmp_path, '[field."年度"]\nrole = "year"\n[field."说明"]\nkind = "long"\n')
    assert (spec.fields["年度"].kind, spec.fields["年度"].role) == ("number", "year")
    assert list(spec.fields) == ["标题", "年度", "说明"]


def test_columns_are_merged_by_name_within_their_table(tmp_path: Path) -> None:
    """One column is relabelled, one comes in, each in its place."""
    spec = child(
        tmp_path,
        """
grid = { columns_mm = [20, 30, 20, 20] }
[[block]]
id = "年度行"
cells = [{ label = "年度" }, { field = "年度", span = 3 }]
[[block]]
name = "资金"
columns = [
  { name = "得分", at = 3 },
  { name = "预算数", label = "预算数（A）" },
  { name = "执行数", kind = "money", unit = "万元", at = 2 },
]
""",
    )
    columns = spec.table("资金").columns
    assert [column.name for column in columns] == ["预算数", "执行数", "得分"]
    assert (columns[0].label, columns[0].unit) == ("预算数（A）", "万元")
    assert spec.table("资金").rows[0].label == "合计"


def test_a_new_block_stands_after_the_one_it_names(tmp_path: Path) -> None:
    """Without `after` it comes last."""
    row = '[[block]]\nkind = "row"\n{}cells = [{{ label = "新" }}, {{ span = 2 }}]\n'
    spec = child(tmp_path, row.format('after = "年度行"\n') + row.format(""))
    new = RowBlock((Cell(label="新"), Cell(span=2)))
    assert [block == new for block in spec.blocks] == [False, True, False, True]


def test_drop_takes_fields_columns_and_blocks_away(tmp_path: Path) -> None:
    """A sheet without scores is its scored parent with a few names dropped."""
    spec = child(
        tmp_path,
        """
drop = { fields = ["年度"], blocks = ["年度行"], columns = ["资金.得分"] }
[field."标题"]
calc = "连接('表')"
[[block]]
name = "资金"
columns = [{ name = "预算数", span = 2 }]
""",
    )
    assert list(spec.fields) == ["标题"]
    assert [block.name for block in spec.tables] == ["资金"]
    assert len(spec.blocks) == 1
    assert [column.name for column in spec.table("资金").columns] == ["预算数"]


@pytest.mark.parametrize(
    ("drop", "said"),
    [
        ('fields = ["年代"]', "drop.fields：上级表样里没有“年代”，不能去掉。是不是“年度”？"),
        ('columns = ["资金.分"]', "上级表样里没有“资金.分”，不能去掉"),
        ('columns = ["得分"]', "没有“得分”，不能去掉。是不是“资金.得分”？"),
        ('blocks = ["年行"]', "没有“年行”，不能去掉。是不是“年度行”？"),
        ('feilds = ["年度"]', "不认识“feilds”。是不是“fields”？"),
    ],
)
def test_what_is_not_inherited_cannot_be_dropped(tmp_path: Path, drop: str, said: str) -> None:
    """A drop that no longer fits its parent is told, with its line."""
    message = faults_of(tmp_path, f"drop = {{ {drop} }}\n")
    assert "样/子.toml：第 2 行" in message
    assert said in message


def test_a_fault_is_told_in_the_file_that_holds_it(tmp_path: Path) -> None:
    """The child is blamed for the child's words, the parent for the parent's."""
    sources = family(
        tmp_path,
        表=SMALL.replace("连接(年度", "连接(年代"),
        子='extends = "样/表"\n[field."年度"]\nkind = "nubmer"\n',
    )
    with pytest.raises(SpecError) as fault:
        load_spec("样/子", sources)
    child_line, parent_line = fault.value.message.splitlines()[1:]
    assert child_line.startswith("样/子.toml：第 3 行：field.年度.kind")
    assert parent_line.startswith("样/表.toml：第 12 行：field.标题.calc")


def test_after_must_name_a_block(tmp_path: Path) -> None:
    """A new block is not put somewhere at random."""
    message = faults_of(tmp_path, '[[block]]\nkind = "notes"\nfield = "标题"\nafter = "年行"\n')
    assert "样/子.toml：第 5 行" in message
    assert "没有“年行”这一块。是不是“年度行”？" in message


def test_a_sheet_may_have_three_ancestors_and_no_more(tmp_path: Path) -> None:
    """Deeper, nobody finds why a thing is there."""
    sources = family(
        tmp_path,
        表=SMALL,
        一='extends = "样/表"\nyear = 1',
        二='extends = "样/一"\nrevision = 2',
        三='extends = "样/二"',
        四='extends = "样/三"',
    )
    assert load_spec("样/三", sources).year == 1
    with pytest.raises(SpecError, match="至多 3 层"):
        load_spec("样/四", sources)


@pytest.mark.parametrize("parent", ['"样/子"', "5", '"样/无"'])
def test_a_parent_must_be_another_sheet(tmp_path: Path, parent: str) -> None:
    """Neither itself, nor a number, nor nothing."""
    with pytest.raises(SpecError, match=r"绕回自己|没有表样"):
        load_spec("样/子", family(tmp_path, 子=f"extends = {parent}\n"))


def test_the_resolved_sheet_is_one_file_without_a_parent(tmp_path: Path) -> None:
    """What `spec show` prints loads to the same sheet."""
    sources = family(
        tmp_path, 表=SMALL, 子='extends = "样/表"\nyear = 2024\ndrop = { fields = [] }\n'
    )
    text = resolved_toml("样/子", sources)
    assert "extends" not in text
    assert "drop" not in text
    again = load_spec("样/平", family(tmp_path, 平=text))
    wanted = load_spec("样/子", sources)
    assert (again.hash, again.fields, again.blocks) == (wanted.hash, wanted.fields, wanted.blocks)
