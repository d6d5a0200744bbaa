"""自查结果 as a workbook: what a supervisor reads, without the program."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_tui.checks import check
from selfeval_tui.checks.overlay import Altered
from selfeval_tui.excel.audit import ALTERED, FINDINGS, SKIPPED, SUMMARY, Audit, write_audit
from selfeval_tui.layout import ExportOptions
from tests.checks.build import batch

WRONG = """
--- 项目
附件号 附件1-7
项目名称 平台租赁
预算数 5
执行数 4.76
执行率 94%
原因 无
"""
DAY = date(2024, 4, 23)


def book(text: str = WRONG, altered: tuple[Altered, ...] = ()) -> dict[str, Worksheet]:
    """The sheets of the workbook about this year."""
    year = batch(text.replace("--- 项目\n", "---\n"))
    audit = Audit(year, year.sheets, check(year), altered, DAY)
    loaded = load_workbook(BytesIO(write_audit(audit, ExportOptions())))
    return {name: loaded[name] for name in loaded.sheetnames}


def lines(sheet: Worksheet) -> list[tuple[str, ...]]:
    """Its rows, blank cells left out."""
    rows = ((cell for cell in row if cell) for row in sheet.iter_rows(values_only=True))
    return [tuple(map(str, row)) for row in rows]


def test_each_finding_says_where_what_and_what_to_do() -> None:
    """Sheet, place, severity, figures, advice, state."""
    found = next(line for line in lines(book()[FINDINGS]) if "错误\nBUD-001" in line)
    assert found[1:] == (
        "附件1-7",
        "执行率",
        "错误\nBUD-001",
        "94%",
        "95.2%",
        "1.2个百分点",
        "执行率：填 94%，按 4.76÷5 应为 95.2%\n"
        "怎么办：核对预算数和执行数；两数无误就把执行率改为算出的数",
        "待处理",
    )


def test_the_list_is_printed_across_a4() -> None:
    """Nine columns are read better on wide paper; the header is on every page."""
    page = book()[FINDINGS]
    assert page.page_setup.orientation == "landscape"
    assert page.print_title_rows is not None or page.max_row < 20


def test_the_summary_counts_by_sheet_and_severity() -> None:
    """One look tells where the work is."""
    summary = lines(book()[SUMMARY])
    head = next(line for line in summary if line[0] == "附件号")
    row = next(line for line in summary if line[0] == "附件1-7")
    assert row[head.index("错误")] != "—"
    assert next(line for line in summary if line[0] == "合计")


def test_what_was_not_checked_is_listed_with_the_reason() -> None:
    """A clean list must not hide what could not be looked at."""
    year = batch(WRONG.replace("--- 项目\n", "---\n"))
    skipped = [each for each in check(year) if each.state.value == "skipped"]
    shown = book()
    assert (SKIPPED in shown) is bool(skipped)


def test_changed_rules_are_listed_with_the_reason() -> None:
    """Nobody switches a rule off in secret."""
    shown = book(altered=(Altered("BUD-005", "停用", "另有规定"),))
    assert ("BUD-005", "停用", "另有规定") in lines(shown[ALTERED])
    assert any("本单位调整了 1 处自查规则" in line[0] for line in lines(shown[SUMMARY]))


def test_without_changes_there_is_no_page_about_them() -> None:
    """Empty pages are not handed round."""
    assert ALTERED not in book()


def test_a_clean_year_says_so() -> None:
    """The list is made all the same."""
    year = batch("附件号 附件1-1")
    audit = Audit(year, year.sheets, (), (), DAY)
    loaded = load_workbook(BytesIO(write_audit(audit, ExportOptions())))
    assert ("没有待处理的问题。",) in lines(loaded[FINDINGS])
