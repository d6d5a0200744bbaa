"""`selfeval import` of workbooks as other people draw them."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from selfeval_tui.cli import main
from selfeval_tui.sheet import Sheet
from selfeval_tui.store import Workspace
from tests.files.bureau import empty_form

HEAD = ("一级指标", "二级指标", "三级指标", "年初目标值(A)", "实际完成值(B)", "核对人")
FILLED = [
    (),
    ("附件1-3",),
    ("2023年度甲项目自评表",),
    ("单位名称：某局",),
    ("项 目 名 称：", "甲项目"),
    ("主管部门", "某部门", "项目实施单位", "某中心"),
    ("预算执行情况（万元）", "", "预算数（A）", "执行数（B）", "执行率（B/A）"),
    ("", "年度财政资金总额", 10, 9.5, "95%"),
    HEAD,
    ("产出指标", "数量指标", "检查次数", "≥5次", "6次", "小王"),
    ("产出指标", "质量指标", "合格率", "≥95%", "97%"),
    ("偏差大或目标未完成原因分析", "无"),
]
APPROVED = [
    ("2023年度部门预算项目绩效目标表",),
    ("项目名称", "甲项目"),
    ("一级指标", "二级指标", "三级指标", "指标值"),
    ("产出指标", "数量指标", "检查次数", "≥8次"),
    ("产出指标", "时效指标", "完成时间", "12月底前"),
]


def draw(path: Path, **pages: Sequence[Sequence[object]]) -> Path:
    """A workbook with these rows on its pages."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in pages.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A sheet, and a page that is none."""
    return draw(tmp_path / "来.xls", 自评表=FILLED, 通讯录=[("姓名", "电话"), ("小王", "123")])


def sheets(root: Path) -> tuple[Sheet, ...]:
    """What a workspace holds."""
    return Workspace(root).load().sheets


def targets(sheet: Sheet) -> list[tuple[str, str, str]]:
    """What the indicator rows say."""
    names = ("三级指标", "年初目标值", "实际完成值")
    rows = sheet.tables["指标"].values()
    return [(a, b, c) for a, b, c in ([row.cells.get(n, "") for n in names] for row in rows)]


def test_each_text_is_told_with_the_cell_it_stood_in(
    tmp_path: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And so is what was not understood, before the sheet is saved."""
    assert main(["import", str(book), "--into", str(tmp_path / "己")]) == 0
    out = capsys.readouterr().out
    assert "来.xls · 自评表：读到“附件1-3 甲项目”\n" in out
    assert "    项目名称 = 甲项目 ← B5\n" in out
    assert "    指标[1].年初目标值 = ≥5次 ← D10\n" in out
    assert "    F10：小王 — " in out
    assert "来.xls · 通讯录：没有读到表。" in out
    assert out.index("没有找到") < out.index("  存为 ")
    (sheet,) = sheets(tmp_path / "己")
    assert targets(sheet) == [("检查次数", "≥5次", "6次"), ("合格率", "≥95%", "97%")]


def test_a_workbook_that_changed_is_laid_beside_the_sheet_and_nothing_written_over(
    tmp_path: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a yes; with one the cell is taken, and what only we have stays."""
    into = tmp_path / "己"
    main(["import", str(book), "--into", str(into)])
    workspace = Workspace(into)
    (ours,) = workspace.load().sheets
    ours.fields["填报日期"] = "2024年4月23日"
    workspace.save(ours)
    changed = load_workbook(book.rename(tmp_path / "来.xlsx"))
    changed["自评表"]["E10"] = "7次"
    changed.save(tmp_path / "来.xlsx")
    capsys.readouterr()
    command = ["import", str(tmp_path / "来.xlsx"), "--into", str(into), "--format", "json"]
    assert main(command) == 1
    told, page = json.loads(capsys.readouterr().out)
    assert told["state"] == "differs"
    assert {"place": "2023/附件1-3/指标[1]/实际完成值", "ours": "6次", "theirs": "7次"} in told[
        "differences"
    ]
    assert (page["page"], page["state"]) == ("通讯录", "unreadable")
    assert targets(sheets(into)[0])[0] == ("检查次数", "≥5次", "6次")
    assert main([*command, "--merge", "theirs"]) == 0
    (merged,) = sheets(into)
    assert targets(merged)[0] == ("检查次数", "≥5次", "7次")
    assert merged.fields["填报日期"] == "2024年4月23日"


def test_approved_targets_make_a_sheet_or_are_laid_beside_one(
    tmp_path: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only indicators and targets; what was reached stays, and so does a row only we have."""
    approved = draw(tmp_path / "批复.xlsx", 绩效目标表=APPROVED)
    new, old = tmp_path / "新", tmp_path / "旧"
    assert main(["import", str(approved), "--into", str(new)]) == 0
    (sheet,) = sheets(new)
    assert targets(sheet) == [("检查次数", "≥8次", ""), ("完成时间", "12月底前", "")]
    assert [each.source for each in sheet.approved] == ["批复.xlsx"] * 2
    main(["import", str(book), "--into", str(old)])
    capsys.readouterr()
    assert main(["import", str(approved), "--into", str(old)]) == 1
    out = capsys.readouterr().out
    assert "  指标 2 行、目标 2 格。\n" in out
    assert "没有读懂" not in out
    assert "指标[1]/年初目标值（检查次数）：这里 ≥5次；来的 ≥8次" in out
    assert main(["import", str(approved), "--into", str(old), "--merge", "theirs"]) == 0
    (sheet,) = sheets(old)
    assert sorted(targets(sheet)) == sorted(
        [("检查次数", "≥8次", "6次"), ("完成时间", "12月底前", ""), ("合格率", "≥95%", "97%")]
    )
    assert sheet.fields["主管部门"] == "某部门"
    assert len(sheet.approved) == 2
    assert main(["import", str(approved), "--into", str(old), "--dry-run"]) == 0


def test_an_empty_form_is_told_and_not_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody typed anything into it, and nothing is wrong with that."""
    form, into = tmp_path / "空表.xlsx", tmp_path / "己"
    form.write_bytes(empty_form())
    command = ["import", str(form), "--into", str(into)]
    assert main(command) == 0
    assert "：空表，没有可读入的内容\n" in capsys.readouterr().out
    assert main([*command, "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["state"], told["saved"]) == ("blank", "")
    assert not sheets(into)
