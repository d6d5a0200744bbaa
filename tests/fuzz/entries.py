"""The table of everything that reads what somebody else wrote.

An entry takes any bytes and returns; what it may answer is checked inside. It raises only where the
program would have done what nobody documented. `tests/fuzz/test_entries.py` runs the table with
hypothesis, `tests/fuzz/guided.py` with atheris.
"""

from collections.abc import Callable

from attrs import frozen

from tests.fuzz import documents, files, formulas, grids, words

Run = Callable[[bytes], None]


@frozen
class Entry:
    """One reader."""

    run: Run
    seeds: Callable[[], tuple[bytes, ...]]
    """What it reads on ordinary days; mutations begin there."""
    words: tuple[str, ...] = ()
    """What its language is made of."""


TOML = (
    "[", "]", "[[", "]]", "=", '"', "'", '"""', "'''", "\n", "#", ".", ",", "{", "}", "\\u001b",
    "1", "0x", "1e9", "nan", "true", "1979-05-27", "format", "spec", "id", "字段", "指标", "资金",
)  # fmt: skip
FORMULA = (
    "预算数", "执行数", "(", ")", "+", "-", "*", "/", "**", "且", "或", "非", "≥", "<", "==", ".",
    ",", "求和", "四舍五入", "如果", "连接", "值", '"', "0", "12", "999999999999", " ", "１",
)  # fmt: skip
TARGET = (
    "≥", "≤", "≧", "不少于", "不足", "约", "至", "-", "~", "%", "万元", "元", "次", "台", "一亿",
    "亿", "万", "千", "百", "十", "三", "0", "9", ".", ",", "（", "）", "年", "月", "100", " ",
    "、", "其中", "提高", "降低", "完成", "\n",
)  # fmt: skip
DATE = ("2024", "年", "4", "月", "日", "-", ".", "/", "前", "12", "31")
NAME = ("..", "/", "\\", ":", "con", "lpt1", ".", " ", "é", "e\u0301", "甲" * 40)
CELLS = ("\t", "\n", "\r", '"', '""', "项目名称", "预算数", "1,000.50", "合计", "万元", "附件1-3")
MARKUP = (
    "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p/>", "<w:vMerge/>",
    '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="999999999"/>', '<w:hMerge w:val="continue"/>',
    '<w:gridBefore w:val="2"/>', '<w:tcW w:w="5000" w:type="dxa"/>', "<w:sdt>", "<w:del/>",
    '<w:sym w:font="Symbol" w:char="F0B3"/>', '<w:br w:type="page"/>', "<!DOCTYPE a>", "-1",
)  # fmt: skip
PAGE = (
    "<row>", "</row>", "<c>", "<c t='s'>", "<c t='inlineStr'>", "</c>", "<v>", "</v>", "<f/>", "1",
    "<is><t>", "</t></is>", "<mergeCell ref='A1:B2'/>", "r='A1'", "s='9'", "_x000D_", "1e999",
    "<brk id='1'/>", "hidden='1'", "<!DOCTYPE a>", "&amp;", "<!--", "]]>",
)  # fmt: skip
RECORDS = tuple(
    "".join(map(chr, each))
    for each in (
        (9, 8, 16, 0, 0, 6), (10, 0, 0, 0), (0x3C, 0), (3, 2, 14, 0), (0x7F, 0x7F), (0,), (1,),
        (0, 0, 0, 0), (0x5D, 0), (0x14, 0), (8, 2), (0x7D, 0), (0x1B, 0), (7, 2), (6, 0),
    )
)  # fmt: skip
"""Heads of records, and numbers."""
FORMATS = (
    "0", "#", "?", ".", ",", "%", ";", "@", '"', "\\", "!", "_", "*", "[", "]", "General", "yyyy",
    "m", "d", "h", "s", "[h]", "AM/PM", "[$-804]", "[>=1]", "[DBNum2]", "E+", "/", "|", "-1",
    "1e21", "万",
)  # fmt: skip

ENTRIES: dict[str, Entry] = {
    "target": Entry(words.judge_row, lambda: words.ROWS, TARGET),
    "amount": Entry(words.read_amount, lambda: words.ROWS, TARGET),
    "date": Entry(words.read_any_date, lambda: words.ROWS, DATE),
    "hidden": Entry(words.hide, lambda: words.ROWS, ("\u200d", "\u202e", "\x1b", "👨", "甲")),
    "name": Entry(words.name_file, lambda: words.NAMES, NAME),
    "paste": Entry(words.paste, lambda: words.PASTES, CELLS),
    "list": Entry(words.paste_list, lambda: words.PASTES, CELLS),
    "remarks": Entry(words.take_remarks, lambda: words.REMARKS, (*CELLS, "第4行", "原因", "：")),
    "formula": Entry(formulas.compute, lambda: formulas.FORMULAS, FORMULA),
    "rules": Entry(formulas.take_rules, formulas.rule_packs, (*TOML, *FORMULA)),
    "overlay": Entry(formulas.take_overlay, lambda: formulas.OVERLAYS, (*TOML, "规则", "编号")),
    "spec": Entry(formulas.take_spec, formulas.specs, TOML),
    "sheet": Entry(files.take_sheet, files.sheets, TOML),
    "neutral": Entry(files.take_neutral, files.neutral_sheets, TOML),
    "settings": Entry(files.take_settings, files.settings, (*TOML, "theme", "glyphs")),
    "workbook": Entry(files.take_workbook, files.workbooks, ("PK", "<", ">", "ref=", "A1:B2")),
    "grids": Entry(grids.take_workbook, grids.workbooks, ("PK", "<", ">", "ref=", "A1:B2")),
    "page": Entry(grids.take_page, grids.pages, PAGE),
    "old": Entry(grids.take_old, grids.old, RECORDS),
    "records": Entry(grids.take_records, grids.records, RECORDS),
    "any": Entry(grids.open_any, grids.any_files, ("PK", "%PDF", "<html>", "\0")),
    "shown": Entry(grids.show, lambda: grids.SHOWN, FORMATS),
    "document": Entry(documents.take_document, documents.documents, ("PK", "<", ">")),
    "markup": Entry(documents.take_markup, documents.markups, MARKUP),
    "journal": Entry(files.take_journal, files.journals, ("{", "}", "[", "]", '"', ":", ",", "1")),
    "backup": Entry(files.take_backup, files.backups, ("PK", "saved/", "../", "{", '"')),
}
