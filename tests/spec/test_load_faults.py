"""A faulty specification is refused with every fault at once: file, line, path, what is wrong."""

from pathlib import Path

import pytest

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import load_spec
from tests.spec.sheets import SMALL, TOP, family


def faults_of(folder: Path, text: str) -> list[str]:
    """The lines of the message about a sheet that must not load."""
    with pytest.raises(SpecError) as fault:
        load_spec("样/表", family(folder, 表=text))
    return fault.value.message.splitlines()


def test_the_small_sheet_of_these_tests_is_sound(tmp_path: Path) -> None:
    """Otherwise the faults below would prove nothing."""
    spec = load_spec("样/表", family(tmp_path, 表=SMALL))
    assert [table.name for table in spec.tables] == ["资金"]


CASES = [
    # Keys and types.
    (
        "year = 2023",
        "year = 2023\nyaer = 1",
        "表.toml：第 5 行：yaer：不认识这个键。是不是“year”？",
    ),
    ('name = "小表"\n', "", "第 1 行：name：缺少这一项"),
    ("year = 2023", 'year = "2023"', "year：应是整数，写的是 “2023”"),
    ("revision = 1", "revision = true", "revision：应是整数，写的是 True"),
    ("[20, 30.5, 40]", "[20, 'x', 40]", "grid.columns_mm[2]：应是数字，写的是 “x”"),
    ("[20, 30.5, 40]", "'20'", "grid.columns_mm：应是列表 [ … ]"),
    ("[20, 30.5, 40]", "[20, 0, 40]", "列宽应大于 0 毫米"),
    ('font = "title"', 'font = "titel"', "font：没有“titel”这种写法。是不是“title”？"),
    (
        'kind = "number"\n',
        'kind = "nubmer"\n',
        "field.年度.kind：没有“nubmer”这种写法。是不是“number”？",
    ),
    ('kind = "number"\n', 'role = "yaer"\n', "field.年度.role：没有“yaer”这种写法。是不是“year”？"),
    ('kind = "number"\n', "required = 1\n", "应是true 或 false，写的是 1"),
    ('kind = "number"\n', 'name = "年"\n', "名称已写在方括号里"),
    ('kind = "row"\n', 'kind = "rwo"\n', "没有“rwo”这种块。是不是“row”？"),
    ('kind = "row"\n', "", "kind：缺少这一项"),
    ('name = "资金"\n', "", "name：缺少这一项"),
    ('name = "资金"\n', 'name = "资金"\nrepeat = 0\n', "repeat：应是 1 至 20 的整数"),
    ('name = "资金"\n', 'name = "资金"\nnumber = 2\n', "number：不认识这个键"),
    ("row_label = { at = 0 }", 'row_label = "行"', "row_label：应是一个表 { … }，写的是 “行”"),
    (
        'kind = "number", at = 2',
        'kind = "number", at = 2, sapn = 1',
        "block[资金].columns[得分].sapn：不认识这个键。是不是“span”？",
    ),
    # Values that do not fit their kind.
    ('kind = "number"\n', 'kind = "choice"\n', "options：至少要一个选项"),
    ('kind = "number"\n', 'kind = "choice"\noptions = ["甲", "甲"]\n', "有重复的选项"),
    (
        'kind = "number"\n',
        'kind = "choice"\noptions = ["甲类", "乙类"]\ndefault = "丙类"\n',
        "default：“丙类”不在选项里",
    ),
    ('kind = "number"\n', 'options = ["甲"]\n', "只有 choice 和 flags 写选项"),
    (
        'kind = "number"\n',
        'kind = "number"\nunit = "万元"\n',
        "只有金额（money）写单位，这里是 number",
    ),
    ('unit = "万元"', 'unit = "万"', "block[资金].columns[预算数].unit：金额要写单位"),
    ('kind = "number"\n', "digits = 2\n", "只有数字写小数位数，这里是 text"),
    ('kind = "number"\n', 'kind = "number"\ndigits = 13\n', "小数位数是 0 至 12"),
    ('kind = "number"\n', 'kind = "number"\nlimit = 9\n', "只有文字（text、long）限字数"),
    ('kind = "number"\n', "limit = 0\n", "field.年度.limit：字数至少是 1"),
    ('kind = "number"\n', 'limit = "100"\n', "limit：应是整数，写的是 “100”"),
    # Names.
    ('field = "标题", font', 'field = "题目", font', "没有“题目”这个字段"),
    ('{ field = "标题", font', '{ text = "{年代}", font', "没有“年代”这个字段。是不是“年度”？"),
    ('{ field = "标题", font', "{ font", "写 field 或 text 之一"),
    (
        '{ field = "年度", span',
        '{ field = "年", span',
        "block[年度行].cells[年].field：没有“年”这个字段",
    ),
    (
        '{ field = "年度", span',
        '{ label = "某", field = "年度", span',
        "一格只写 label 或 field 之一",
    ),
    ('name = "得分"', 'name = "预算数"', "列名“预算数”重复"),
    # The grid.
    ("span = 2 }", "span = 3 }", "cells：各格共占 4 列，表格有 3 列"),
    ("span = 2 }", "span = 0 }", "至少占 1 列"),
    (
        '"万元", at = 1',
        '"万元", at = 1, span = 2',
        "columns[得分].at：与左边的格子重叠：左边占到第 3 列，这里从第 3 列起",
    ),
    ('"number", at = 2', '"number", at = 3', "columns[得分].at：左边空出第 3 至 3 列"),
    ('"number", at = 2', '"number", at = 2, span = 2', "占到第 4 列，表格只有 3 列"),
    ('"number", at = 2', '"number", at = 2, span = 0', "至少占 1 列"),
    ("row_label = { at = 0 }", "", "固定行有行名，要写 row_label"),
    ("row_label = { at = 0 }", 'side = { label = "表" }', "固定行有行名，要写 row_label"),
    (
        "row_label = { at = 0 }",
        'side = { label = "表", span = 2 }\nrow_label = { at = 0 }',
        "与左边的格子重叠",
    ),
    # Rows.
    ('label = "合计" }]', 'label = "合计" }, { id = "合计", label = "又" }]', "行的 id“合计”重复"),
    (
        'label = "合计" }]',
        'label = "合计", fixed = { "分" = "1" } }]',
        "row[合计].fixed：没有“分”这一列",
    ),
    ('name = "资金"\n', 'name = "资金"\nstarter = [{ "得分" = "1" }]\n', "只用于没有固定行的表"),
    (
        'name = "资金"\n',
        'name = "资金"\nskeleton = { "甲" = ["乙"] }\n',
        "要有角色为 level1 和 level2 的列",
    ),
    # Formulas.
    (
        "连接(年度, '表')",
        "连接(年代, '表')",
        "field.标题.calc：公式“连接(年代, '表')”第 4 个字处：没有“年代”这个名称。是不是“年度”？",
    ),
    (
        '"number", at = 2',
        '"number", at = 2, calc = "预算 * 1"',
        "block[资金].columns[得分].calc：公式",
    ),
    (
        '"number", at = 2',
        '"number", at = 2, calc = "得分 + 1"',
        "公式互相引用，算不出来：资金.得分 → 资金.得分",
    ),
    ('kind = "number"\n', 'kind = "number"\ncalc = "求和(资金.得分, 标题)"\n', "公式互相引用"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), CASES)
def test_a_fault_is_named(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    """Each slip gets a sentence that says where it stands."""
    assert right in SMALL
    lines = faults_of(tmp_path, SMALL.replace(right, wrong, 1))
    assert any(said in line for line in lines), lines


def test_two_fields_cannot_play_one_role(tmp_path: Path) -> None:
    """Shared code asks for the field with a role; there must be one."""
    text = SMALL.replace('kind = "number"\n', 'kind = "number"\nrole = "year"\n') + (
        '[field."年份"]\nrole = "year"\n'
    )
    assert any("“年度”已担任这个角色" in line for line in faults_of(tmp_path, text))


def test_two_columns_cannot_play_one_role(tmp_path: Path) -> None:
    """The same holds inside a table."""
    text = SMALL.replace('"万元", at', '"万元", role = "score", at').replace(
        '"number", at', '"number", role = "score", at'
    )
    assert any("角色 score 有 2 列担任" in line for line in faults_of(tmp_path, text))


def test_two_blocks_of_a_file_cannot_share_a_name(tmp_path: Path) -> None:
    """Formulas and files name a table by its name."""
    table = SMALL[SMALL.index('[[block]]\nkind = "table"') :]
    lines = faults_of(tmp_path, SMALL + table)
    assert any("已有名为“资金”的块" in line for line in lines), lines


def test_a_repeated_table_cannot_take_the_name_of_another(tmp_path: Path) -> None:
    """The second of 资金 is called 资金2."""
    table = SMALL[SMALL.index('[[block]]\nkind = "table"') :]
    text = SMALL.replace('name = "资金"', 'name = "资金"\nrepeat = 2') + table.replace(
        'name = "资金"', 'name = "资金2"'
    )
    lines = faults_of(tmp_path, text)
    assert any("已有名为“资金2”的表" in line for line in lines), lines


def test_a_starter_row_outside_the_options_is_named(tmp_path: Path) -> None:
    """A standard row may only hold what its column offers."""
    text = TOP.replace('head = [{ field = "标题", font = "title" }]', "head = []") + (
        '[[block]]\nkind = "table"\nname = "指标"\n'
        'starter = [{ "分类" = "绩效基础型" }, { "类" = "甲" }]\n'
        'columns = [{ name = "分类", kind = "choice", options = ["绩效基本型"], span = 3 }]\n'
    )
    lines = faults_of(tmp_path, text)
    assert any("“绩效基础型”不在“分类”的选项里。是不是“绩效基本型”？" in line for line in lines)
    assert any("没有“类”这一列。是不是“分类”？" in line for line in lines)


def test_all_faults_are_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    """One round of mending is enough."""
    text = (
        SMALL.replace("year = 2023", "yeer = 2023")
        .replace('kind = "number"\n', 'kind = "numbre"\n')
        .replace("连接(年度", "连接(年代")
        .replace("span = 2 }", "span = 2, colour = 1 }")
        .replace('unit = "万元", ', "")
    )
    lines = faults_of(tmp_path, text)
    assert lines[0] == "表样 样/表 有 6 处错误："
    numbers = [int(line.split("第 ")[1].split(" 行")[0]) for line in lines[1:]]
    assert numbers == sorted(numbers)
    where = text.splitlines()
    assert "calc" in where[numbers[2] - 1]
    assert "numbre" in where[numbers[3] - 1]
    assert "colour" in where[numbers[4] - 1]
    assert "预算数" in where[numbers[5] - 1]


def test_a_broken_part_does_not_blame_what_refers_to_it(tmp_path: Path) -> None:
    """A formula that names a field with a wrong kind is not at fault itself."""
    lines = faults_of(tmp_path, SMALL.replace('kind = "number"\n', 'kind = "numbre"\n'))
    assert lines[0] == "表样 样/表 有 1 处错误："


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"kind = ,", "样/表.toml：第 1 行第 8 列：不合 TOML 的写法"),
        (b'kind = "a"\nkind = "b"\n', "第 2 行"),
        (b"kind = [", "末尾：不合 TOML 的写法"),
        ("kind = '表'".encode("gb18030"), "样/表.toml：不是 UTF-8 编码的文本"),
    ],
)
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    """The place is told where it is known."""
    sources = family(tmp_path, 表=SMALL)
    (tmp_path / "样" / "表.toml").write_bytes(content)
    with pytest.raises(SpecError) as fault:
        load_spec("样/表", sources)
    assert said in fault.value.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("block = 5", "block[1]：应是一个表 { … }"),
        ("field = 5", "应写作 [field.名称]"),
        ("[field]\n'甲' = 5", "应写作 [field.名称]"),
        ("drop = 5", "drop：应写作"),
        ("[[block]]\nkind = 'table'\nname = '甲'\ncolumns = 5", "columns：应是列表"),
        ("[[block]]\nkind = 'table'\nname = '甲'\ncolumns = [5]", "columns[1]：应是一个表"),
        ("[[block]]\nkind = ['row']", "没有“['row']”这种块"),
        ("[[block]]\nkind = 'row'\ncells = ['x']", "cells[1]：应是一个表"),
    ],
)
def test_the_wrong_sort_of_value_is_named(tmp_path: Path, text: str, said: str) -> None:
    """A number where a table belongs is a fault like any other."""
    assert any(said in line for line in faults_of(tmp_path, text)), faults_of(tmp_path, text)


@pytest.mark.parametrize(
    "spec_id", ["样/标", "样", "", "../样/表", "样/表/表", "样/../样", "样\\表"]
)
def test_a_sheet_that_does_not_exist_is_named(tmp_path: Path, spec_id: str) -> None:
    """Nothing outside the folder of families can be named."""
    with pytest.raises(SpecError, match="没有表样"):
        load_spec(spec_id, family(tmp_path, 表=SMALL))
