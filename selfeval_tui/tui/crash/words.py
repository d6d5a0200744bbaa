"""What the clerk is told after an unforeseen error."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from attrs import frozen

from selfeval_tui.tui.crash.rescue import Rescue

TITLE = "程序出了没料到的错，填报画面已关闭"
REOPEN, AGAIN, LEAVE = "重新打开，接着填", "再存一次", "退出"
TYPING = "正在输入、还没按回车的文字也记下了，重新打开时会问您要不要放回。"
MEMORY = "这台电脑的内存不够用了。请关掉一些别的程序再打开。"


@frozen
class Crash:
    """An unforeseen error, and what came of it."""

    rescue: Rescue | None
    """None where nothing was open yet."""
    report: Path | None
    at: datetime
    memory: bool = False
    """Whether there was no memory left."""


def told(crash: Crash) -> Iterator[str]:
    """Sentence by sentence: what is saved, what is not, where the report lies, how to go on."""
    if crash.memory:
        yield MEMORY
    if crash.rescue is None:
        yield "当时还没有打开任何表，文件都没有改动。"
    else:
        yield from _saving(crash.rescue, crash.at)
    yield ""
    if crash.report is None:
        yield "故障报告没能写下来：磁盘可能已满，或不允许写入。"
    else:
        yield f"故障报告：{crash.report}"
        yield "报告里只有出错的位置和版本，没有表里的文字。请把它发给给您这个程序的人。"


def answers(crash: Crash) -> tuple[str, ...]:
    """How to go on; the first one does no harm."""
    again = (AGAIN,) if crash.rescue and crash.rescue.unsaved else ()
    return (*again, REOPEN, LEAVE)


def _saving(rescue: Rescue, at: datetime) -> Iterator[str]:
    if not rescue.unsaved:
        if rescue.saved:
            yield f"已保存：到 {at:%H:%M} 为止填的都在，共 {rescue.saved} 张表。"
        if rescue.typing:
            yield TYPING
        return
    yield f"已保存：{rescue.saved} 张表。没有保存：{len(rescue.unsaved)} 张表："
    yield from rescue.unsaved
    if rescue.kept:
        yield "没保存的修改另记了一份，重新打开时会问您要不要放回。"
    else:
        yield "没保存的修改也没有别处可记：请先排除上面的原因，再选“再存一次”；退出就会丢失。"
