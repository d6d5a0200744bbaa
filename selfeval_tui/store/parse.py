"""From bytes to TOML values, with a sentence for a clerk where that fails."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selfeval_tui.store.fault import Fault
from selfeval_tui.store.line_by_line import read_lines
from selfeval_tui.store.lines import line_of_error

UNTOUCHED = "文件没有改动。"
_OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How files of office programs begin."""


def read_toml(
    data: bytes, path: Path, parse_float: Callable[[str], Any] = float
) -> tuple[str, dict[str, Any]] | Fault:
    """The text of a TOML file and its values.

    Args:
        data: The file's bytes; UTF-8, with or without the mark that Notepad puts in front.
        path: Where they came from, for the message.
        parse_float: What makes a value of a decimal figure's text.
    """
    if data.startswith(_OTHER_KINDS):
        return Fault(
            path,
            None,
            f"“{path.name}”其实是 Excel、Word 或 PDF 文件，不是 TOML 文字，打不开。{UNTOUCHED}"
            "请核对是不是选错了文件。",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = data.count(b"\n", 0, error.start) + 1
        return Fault(
            path,
            bad,
            f"“{path.name}”第 {bad} 行不是 UTF-8 编码的文字，打不开。{UNTOUCHED}"
            "请用记事本打开它，另存时编码选 UTF-8；若本来不是自评表存档，请移到别处。",
        )
    try:
        values = read_lines(text, parse_float)
        return text, tomllib.loads(text, parse_float=parse_float) if values is None else values
    except (ValueError, RecursionError) as error:
        line = line_of_error(error) if isinstance(error, ValueError) else None
        where = f"第 {line} 行" if line else "某一处（多半在文件末尾）"
        return Fault(
            path,
            line,
            f"“{path.name}”{where}不合 TOML 的写法，打不开。{UNTOUCHED}"
            "请用记事本查看那一行的引号、等号和方括号，或改用这张表的备份。",
        )
