"""The neutral form: any unit's sheet with the keys that are printed on it."""

import os
import sys
from pathlib import Path

import pytest

from selfeval_tui.store import Fault
from selfeval_tui.store.foreign.neutral import Read, parse_neutral
from selfeval_tui.store.merge.incoming import read_incoming

PRINTED = """\
"填报日期" = "2025年3月1日"
"单位名称" = "某县水利局"
title = "2024年度河道清淤项目自评表"
attachment = "附件1-12"
"项目名称" = "河道清淤"
"备注" = ["甲说明", "乙说明"]

[["指标"]]
"实际完成值" = " ≥５0公里 "
"三级指标" = "清淤长度"
"一级指标" = "产出指标"

[["指标"]]
"三级指标" = "投诉"
"年初目标值" = "≤3次"

["年度财政资金总额"]
"执行数" = "4.760"
"预算数" = "5"
"""


def read(text: str) -> Read:
    """A file that must be readable."""
    found = parse_neutral(text.encode(), Path("表.toml"))
    assert isinstance(found, Read)
    return found


def test_another_units_sheet_is_read_to_the_letter() -> None:
    """Missing keys, another order, no 执行率."""
    found = read(PRINTED)
    sheet = found.sheet
    assert found.not_understood == ()
    assert sheet.spec.id == "ezhou-gedian/project"
    assert not sheet.demo
    assert sheet.fields == {
        "填报日期": "2025年3月1日",
        "单位名称": "某县水利局",
        "标题": "2024年度河道清淤项目自评表",
        "附件号": "附件1-12",
        "项目名称": "河道清淤",
        "备注": "1.甲说明\n2.乙说明",
        "年度": "2024",
    }
    assert sheet.row("资金", "合计").cells == {"执行数": "4.760", "预算数": "5"}
    assert [row.cells for row in sheet.tables["指标"].values()] == [
        {"实际完成值": " ≥５0公里 ", "三级指标": "清淤长度", "一级指标": "产出指标"},
        {"三级指标": "投诉", "年初目标值": "≤3次"},
    ]


def test_rows_get_ids_of_their_own() -> None:
    """The same file read twice gives two sheets."""
    one, other = read(PRINTED).sheet, read(PRINTED).sheet
    assert one.id != other.id
    assert not one.tables["指标"].keys() & other.tables["指标"].keys()


@pytest.mark.parametrize(
    ("extra", "form"),
    [
        ('"项目名称" = "甲"', "ezhou-gedian/project"),
        ('"基本支出总额" = "1"\n"年度目标" = "甲"', "ezhou-gedian/department"),
        ('"总分" = "98"', "hubei/project"),
        ('"实施单位" = "某局"\n["其中：当年财政拨款"]\n"全年执行数" = "5"', "mof-2020/project"),
    ],
)
def test_the_nearest_form_is_chosen_by_the_keys(extra: str, form: str) -> None:
    """Most keys known, then fewest places left empty."""
    assert read(f'"单位名称" = "某局"\n{extra}').sheet.spec.id == form


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('"联系人" = "张三"', ("联系人",)),
        ('"项目类型" = true', ("项目类型",)),
        ('[["附表"]]\n"甲" = "1"', ("附表",)),
        ('["结转资金"]\n"预算数" = "1"', ("结转资金",)),
        ('["年度财政资金总额"]\n"调整数" = "1"', ("年度财政资金总额.调整数",)),
        (
            '[["指标"]]\n"评分人" = "1"\n[["指标"]]\n"评分人" = "2"\n"三级指标" = { "甲" = 1 }',
            ("指标.评分人", "指标.三级指标"),
        ),
    ],
)
def test_keys_without_a_place_are_named(text: str, keys: tuple[str, ...]) -> None:
    """Nothing is left out silently."""
    assert read(f'"项目名称" = "甲"\n{text}').not_understood == keys


@pytest.mark.parametrize(
    ("typed", "text"),
    [("5.50", "5.50"), ("18", "18"), ('"5.50"', "5.50"), ("0.10", "0.10")],
)
def test_figures_without_quotation_marks_keep_their_digits(typed: str, text: str) -> None:
    """5.50 stays 5.50."""
    sheet = read(f'["年度财政资金总额"]\n"预算数" = {typed}').sheet
    assert sheet.row("资金", "合计").cells["预算数"] == text


@pytest.mark.parametrize("label", ["预算数（A）", "预算数(A)", "预算数", "预 算 数：", "budget"])
def test_a_key_may_be_the_printed_label(label: str) -> None:
    """Blanks, colons and the width of brackets make no difference."""
    sheet = read(f'["年度财政资金总额"]\n"{label}" = "5"').sheet
    assert sheet.row("资金", "合计").cells["预算数"] == "5"


def test_a_label_printed_in_front_of_a_field_is_its_name() -> None:
    """附件2 prints the unit behind the name."""
    sheet = read('"年度目标" = "甲"\n"基本支出总额（万元）" = "262.97"').sheet
    assert sheet.fields["基本支出总额"] == "262.97"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ('title = "2023年度甲自评表"\n"填报日期" = "2026年1月1日"', "2023"),
        ('title = "２０２３年甲自评表"', "2023"),
        ('title = "甲自评表"\n"填报日期" = "2024年4月23日"', "2023"),
        ('"填报日期" = 2024-04-23', "2023"),
        ('title = "2023年度甲自评表"\n"年度" = "2022"', "2022"),
        ('title = "甲自评表"', ""),
        ('"填报日期" = "0000年"', ""),
    ],
)
def test_the_year_is_found(lines: str, year: str) -> None:
    """In its own field, else in the title, else the year before the date."""
    assert read(f'"项目名称" = "甲"\n{lines}').sheet.fields.get("年度", "") == year


@pytest.mark.parametrize(
    ("notes", "typed"),
    [
        ("甲说明", "甲说明"),
        ("1、甲\n2、乙", "1、甲\n2、乙"),
    ],
)
def test_notes_that_are_one_text_stay_as_they_are(notes: str, typed: str) -> None:
    """Only a list is numbered as the form prints it."""
    sheet = read(f'"项目名称" = "甲"\n"备注" = """{notes}"""').sheet
    assert sheet.fields["备注"] == typed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("= 甲", "不合 TOML"),
        ('"姓名" = "甲"', "没有一项是自评表上的栏目"),
        ('format = 1\n[spec]\nid = "x"\n[sheet]\nid = "y"', "不用导入"),
    ],
)
def test_what_is_no_sheet_is_said(text: str, said: str) -> None:
    """With what to do."""
    fault = parse_neutral(text.encode(), Path("表.toml"))
    assert isinstance(fault, Fault)
    assert said in fault.message
    assert "请" in fault.message


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Also a folder is no file."""
    for path, said in ((tmp_path / "无.toml", "没有这个文件"), (tmp_path, "读不出来")):
        fault = read_incoming(path)
        assert isinstance(fault, Fault)
        assert said in fault.message


def test_two_keys_for_one_place_lose_nothing() -> None:
    """The first stays, and the second is named."""
    twice = (
        '"项目名称" = "甲"\n"项目 名称" = "乙"\n[["指标"]]\n"三级指标" = "丙"\n"三级指标：" = "丁"'
    )
    found = read(twice)
    assert found.sheet.fields["项目名称"] == "甲"
    assert found.not_understood == ("项目 名称", "指标.三级指标：")


def test_a_figure_too_long_to_write_out_is_named() -> None:
    """Another base hides how long it is; nobody writes such a file by mistake."""
    text = f'"项目名称" = "甲"\n"单位名称" = 0x{"f" * 5000}'
    fault = parse_neutral(text.encode(), Path("表.toml"))
    assert isinstance(fault, Fault)
    assert "里有太长的数" in fault.message


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.4\n"])
def test_a_renamed_office_file_is_called_what_it_is(start: bytes) -> None:
    """Nobody is told to open it as text."""
    fault = parse_neutral(start, Path("表.toml"))
    assert isinstance(fault, Fault)
    assert "Excel" in fault.message
    assert "记事本" not in fault.message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这样的管道文件")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nothing would ever come out of it."""
    os.mkfifo(tmp_path / "表.toml")
    fault = read_incoming(tmp_path / "表.toml")
    assert isinstance(fault, Fault)
    assert "不是普通的文件" in fault.message


OTHERWISE = """\
"项目名称" = "河道清淤"
"预算单位" = "某县水利局"
"自评总分" = "95"

["资金总额"]
"调整后预算数（A）" = "5"
"实际支出数（B）" = "4.76"
"预算执行率（B/A）" = "95.2%"

[["指标"]]
"三级指标" = "清淤长度"
"指标值" = "≥50公里"
"全年完成值" = "52公里"
"权重" = "10"
"自评得分" = "10"
"""


def test_what_another_family_prints_for_the_same_is_read() -> None:
    """With the nearest form; 指标值 is its target, 权重 its 分值."""
    found = read(OTHERWISE)
    sheet = found.sheet
    assert found.not_understood == ()
    assert sheet.spec.id == "mof-2020/project"
    assert sheet.fields["实施单位"] == "某县水利局"
    assert sheet.fields["总分"] == "95"
    money = {"全年预算数": "5", "全年执行数": "4.76", "执行率": "95.2%"}
    assert sheet.row("资金", "合计").cells == money
    (row,) = sheet.tables["指标"].values()
    assert row.cells == {
        "三级指标": "清淤长度",
        "年度指标值": "≥50公里",
        "实际完成值": "52公里",
        "分值": "10",
        "得分": "10",
    }


def test_a_forms_own_name_wins_over_another_familys() -> None:
    """单位名称 and 实施单位 may stand on one sheet; the second one is not lost silently."""
    found = read(PRINTED.replace('"项目名称"', '"填报单位" = "他县水利局"\n"项目名称"'))
    assert found.sheet.fields["单位名称"] == "某县水利局"
    assert found.not_understood == ("填报单位",)
