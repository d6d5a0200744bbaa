"""From bytes to TOML values, with a sentence for a clerk where that fails."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from selfeval_tui.spec.toml import NO_TOML, TomlError, read_values
from selfeval_tui.store.disk.limits import MOST_BYTES, said_size
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.encoding import Undecodable, decode_text

UNTOUCHED = "文件没有改动。"
_OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How files of office programs begin."""
_OTHER = "它不像是本程序写的；请核对是不是选错了文件。"


def read_toml(
    data: bytes, path: Path, parse_float: Callable[[str], Any] = float
) -> tuple[str, dict[str, Any]] | Fault:
    """The text of a TOML file and its values.

    Args:
        data: The file's bytes, in any encoding that `decode_text` reads.
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
    if len(data) > MOST_BYTES:
        return Fault(
            path, None, f"“{path.name}”{said_size(MOST_BYTES)}，打不开。{UNTOUCHED}{_OTHER}"
        )
    read = decode_text(data)
    if isinstance(read, Undecodable):
        return Fault(
            path,
            read.line,
            f"“{path.name}”第 {read.line} 行不是 UTF-8 编码的文字，打不开。{UNTOUCHED}"
            "请用记事本打开它，另存时编码选 UTF-8；若本来不是自评表存档，请移到别处。",
        )
    try:
        return read.text, read_values(read.text, parse_float)
    except TomlError as error:
        where = f"第 {error.line} 行" if error.line else ""
        where = where or ("某一处（多半在文件末尾）" if error.what == NO_TOML else "")
        return Fault(
            path,
            error.line,
            f"“{path.name}”{where}{error.what}，打不开。{UNTOUCHED}"
            "请用记事本查看那一行的引号、等号和方括号，或改用这张表的备份。",
        )
