"""Readers of typed and pasted texts."""

from decimal import Decimal
from functools import cache
from pathlib import PurePosixPath, PureWindowsPath

from selfeval_tui.sheet import Batch
from selfeval_tui.sheet.listed import read_list
from selfeval_tui.sheet.remark_lines import place_lines
from selfeval_tui.spec import load_spec
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.store.names import safe_name, year_folder
from selfeval_tui.text import fold, judge, parse_number, read_money, strip_controls
from selfeval_tui.text.hidden import hidden_in, spelled_out, without_hidden
from selfeval_tui.text.pasted import read_pasted, write_pasted

LONGEST = 4000
"""Characters of one text; longer ones are the business of tests of their own."""
ROWS = tuple(
    row.encode()
    for row in (
        "≥95%|96%|满意度",
        "≤3次|不足2次|会议次数",
        "1台电脑4台打印机|1台电脑3台打印机|设备",
        "100万元-200万元|一百五十万|金额",
        "2023年12月31日前|2023年11月|完成时间",
        "三亿五千万零二十元|9E+999999|资金",
        "提高|有所提高|效益",
    )
)
NAMES = tuple(
    each.encode()
    for each in ("..", "/etc/passwd", "\\\\server\\share", "con", "a. ", "é.toml", "甲")
)
PASTES = tuple(
    each.encode()
    for each in (
        "项目名称\t预算数\t执行数\n甲\t100\t95\n合计\t100\t95\n",
        '"两\n行"\t"引""号"\t甲\r\n',
        "1\t2\t3\n4\t5",
    )
)
REMARKS = tuple(
    each.encode() for each in ("附件1-3\n1.第4行目标值写错\n（2）执行率不对", "附件2：原因分析太短")
)


def text_of(data: bytes) -> str:
    """The bytes as a text that may hold anything, lone surrogates too."""
    return data.decode("utf-8", "surrogateescape")[:LONGEST]


def parts_of(data: bytes, count: int) -> list[str]:
    """The bytes as so many texts."""
    parts = text_of(data).split("|", count - 1)
    return parts + [""] * (count - len(parts))


def judge_row(data: bytes) -> None:
    """A target and an actual, in the name of an indicator."""
    target, actual, indicator = parts_of(data, 3)
    verdict = judge(target, actual, indicator=indicator)
    assert verdict.why or verdict.code
    assert isinstance(verdict.target.describe(), str)
    assert len(str(verdict.target.as_json())) < 100 * (LONGEST + 100)


def read_amount(data: bytes) -> None:
    """A figure, an amount of money."""
    text = text_of(data)
    number = parse_number(text)
    assert number is None or number.is_finite()
    for unit in ("元", "万元"):
        read_money(text, unit)


def read_any_date(data: bytes) -> None:
    """A date."""
    from selfeval_tui.text.dates import read_moment

    read_moment(text_of(data))


def hide(data: bytes) -> None:
    """What the screen, a terminal and a file's name make of it; folding comes to an end."""
    text = text_of(data)
    for plain in (without_hidden(text), spelled_out(text)):
        assert "\x1b" not in plain
        plain.encode()
    hidden_in(text)
    assert fold(fold(text)) == fold(text)
    strip_controls(text).encode()


def name_file(data: bytes) -> None:
    """A name made of it is one name, on every system."""
    for name in (safe_name(text_of(data)), year_folder(text_of(data))):
        assert len(name.encode()) <= 255
        assert name == name.strip(" .")
        assert PurePosixPath(name).parts == PureWindowsPath(name).parts == (name,)
        assert not PureWindowsPath(name).is_reserved()


def paste(data: bytes) -> None:
    """Cells that come from the clipboard go back there unchanged."""
    rows = read_pasted(text_of(data))
    if rows:
        assert read_pasted(write_pasted(rows)) == rows


def paste_list(data: bytes) -> None:
    """A list of projects; amounts are figures, and no line is passed over without a word."""
    listed = read_list(read_pasted(text_of(data)), load_spec("ezhou-gedian/project"), "万元")
    for entry in listed.entries:
        for amount in filter(None, (entry.budget, entry.spent)):
            assert isinstance(amount.value, Decimal)
            assert amount.value.is_finite()


def take_remarks(data: bytes) -> None:
    """Remarks of the bureau, one a line."""
    for placed in place_lines(year(), text_of(data)):
        assert placed.at is None or placed.at.sheet in {sheet.id for sheet in year().sheets}


def told(fault: Exception) -> None:
    """What is refused is refused in words."""
    assert str(fault).strip()


@cache
def year() -> Batch:
    """A year's sheets, which nobody changes."""
    return Batch(demo_sheets())
