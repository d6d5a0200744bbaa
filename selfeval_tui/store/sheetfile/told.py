"""What is told of a file that was read, though not quite as it stands."""

from collections.abc import Iterator
from pathlib import Path

from selfeval_tui.store.sheetfile.decode import Decoded
from selfeval_tui.store.sheetfile.encoding import Encoded, decode_text

_KEPT = "原文件的内容会先放进“回收站”。"


def notices_of(path: Path, data: bytes, read: Decoded) -> tuple[str, ...]:
    """A sentence for each thing that saving the sheet would not keep as it is.

    Args:
        path: The file.
        data: Its bytes.
        read: What was read from them.
    """
    return tuple(_notices(path, data, read))


def _notices(path: Path, data: bytes, read: Decoded) -> Iterator[str]:
    if read.sheet.newer:
        yield (
            f"“{path.name}”是较新的程序存的（格式 {read.sheet.newer}）：这里只能看，不能改，"
            "文件不会被改动。要改请用较新的程序。"
        )
    text = decode_text(data)
    if isinstance(text, Encoded) and text.encoding:
        yield (
            f"“{path.name}”是按 {text.encoding} 保存的（多半用记事本另存过），已照样读出。"
            f"修改后保存时会改回 UTF-8，{_KEPT}"
        )
    if read.dropped:
        first = f"（第一处在第 {read.dropped[0]} 行）" if read.dropped[0] else ""
        yield (
            f"“{path.name}”有 {len(read.dropped)} 格带有控制字符{first}，这些字符没有读入，"
            f"其余照读。修改后保存时，{_KEPT}"
        )
