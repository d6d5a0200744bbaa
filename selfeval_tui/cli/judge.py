"""`selfeval judge`: read rows of indicator, target and actual; print reading and verdict."""

import argparse
import csv
import io
import json
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from selfeval_tui.cli.columns import aligned
from selfeval_tui.text import Verdict, format_number, judge, strip_controls
from selfeval_tui.text.lexicon import words
from selfeval_tui.text.rounding import rounded

_FINE, _SOME_ROWS_BAD, _NO_FILE = 0, 1, 2
_THREE, _FOUR = 3, 4
_ABSURD = 10**9
_HEADINGS = words(
    "一级指标 二级指标 三级指标 指标名称 指标 目标 目标值 年初目标值 年初目标值（A） 指标值",
    "年度指标值 实际 实际完成值 实际完成值（B） 全年实际值 全年完成值 完成值",
)
_TABLE_HEADINGS = ("指标名称", "目标", "实际", "目标读作", "判定", "倍数", "说明")


class Row(NamedTuple):
    """One row to judge and the line where it begins."""

    line: int
    level2: str | None
    indicator: str
    target: str
    actual: str


class Misfit(NamedTuple):
    """A line with another number of columns."""

    line: int
    columns: int


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "judge",
        description="读取以制表符分隔的行（指标名称、目标、实际；四列时最前为二级指标），逐行给出读法与判定。",
    )
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="文件，或 - 表示标准输入"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table", help="输出形式")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Judge every row of the input.

    Args:
        args: `file` (a path or `-`) and `format` (`table` or `json`).

    Returns:
        0 when every row was judged, 1 when some lines have a wrong number of columns, 2 when the
        file cannot be read.
    """
    text = _read(args.file)
    if text is None:
        return _NO_FILE
    judged: list[tuple[Row, Verdict]] = []
    status = _FINE
    for row in rows(text):
        if isinstance(row, Misfit):
            _complain(
                f"第 {row.line} 行有 {row.columns} 列，应为 3 列或 4 列，未判定；请检查制表符。"
            )
            status = _SOME_ROWS_BAD
            continue
        verdict = judge(row.target, row.actual, indicator=row.indicator, level2=row.level2 or "")
        judged.append((row, verdict))
    lines = _as_json(judged) if args.format == "json" else _as_table(judged)
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return status


def rows(text: str) -> Iterator[Row | Misfit]:
    """The rows of a tab-separated text; quoted cells may hold tabs and line ends.

    Blank lines are passed over, and so is a first line that names the columns.
    """
    line, first = 1, True
    for start, cells in _cells(text):
        line = start
        if not any(cell.strip() for cell in cells):
            continue
        heading, first = first and _is_heading(cells), False
        if heading:
            continue
        if len(cells) == _THREE:
            yield Row(line, None, *cells)
        elif len(cells) == _FOUR:
            yield Row(line, *cells)
        else:
            yield Misfit(line, len(cells))


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with its first line; a stray quotation mark leaves the lines as they stand."""
    reader = csv.reader(io.StringIO(text, newline=""), csv.excel_tab, strict=True)
    records: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        plain = enumerate(text.split("\n"), start=1)
        return iter([(number, row.split("\t")) for number, row in plain])
    return iter(records)


def _is_heading(cells: Sequence[str]) -> bool:
    return sum(cell.strip() in _HEADINGS for cell in cells) > 1


def _read(name: str) -> str | None:
    try:
        data = _input() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        _complain(f"找不到文件“{name}”，请检查路径。")
        return None
    except OSError as error:
        from selfeval_tui.store.disk.system import reason

        _complain(f"无法读取“{name}”：{reason(error)}。")
        return None
    return strip_controls(_decode(data))


def _input() -> bytes:
    """What is piped in; nothing where whoever started the program closed it."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def _decode(data: bytes) -> str:
    """The text in the encodings that office programs save in, UTF-16 by its mark."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _complain("输入不是 UTF-8 编码，已按 GBK 读取。")
        return data.decode("gb18030", errors="replace")


def _as_json(judged: Sequence[tuple[Row, Verdict]]) -> Iterator[str]:
    for row, verdict in judged:
        level2 = {} if row.level2 is None else {"level2": row.level2}
        record = level2 | {
            "indicator": row.indicator,
            "target": row.target,
            "actual": row.actual,
            "reading": {"target": verdict.target.as_json(), "actual": verdict.actual.as_json()},
            "verdict": str(verdict.code),
            "ratio": None if verdict.ratio is None else format_number(verdict.ratio),
            "why": verdict.why,
        }
        yield json.dumps(record, ensure_ascii=False)


def _as_table(judged: Sequence[tuple[Row, Verdict]]) -> Iterator[str]:
    return aligned([_TABLE_HEADINGS, *(_table_row(row, verdict) for row, verdict in judged)])


def _table_row(row: Row, verdict: Verdict) -> tuple[str, ...]:
    ratio = "" if verdict.ratio is None else _ratio(verdict.ratio)
    typed = (" ".join(cell.split()) for cell in (row.indicator, row.target, row.actual))
    return (*typed, verdict.target.describe(), verdict.code.label, ratio, verdict.why)


def _ratio(ratio: Decimal) -> str:
    """Two decimals, rounded half up; an absurdly large ratio stays as it is."""
    if abs(ratio) < _ABSURD:
        ratio = rounded(ratio, 2)
    return format_number(ratio)


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
