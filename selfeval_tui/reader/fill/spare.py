"""What is told of the rows of a template's table that no indicator takes."""

import re
from collections.abc import Iterable, Iterator

from selfeval_tui.layout.outline import shown
from selfeval_tui.reader.fill.filling import TableFill
from selfeval_tui.reader.labels import folded
from selfeval_tui.store.foreign.aliases import plain

_SAYS = re.compile(r"[\u4e00-\u9fff]")
_PROMPT = re.compile(r"(?:三级)?指标[\d一二三四五六七八九十]*[：:]?(?:[…\.]*)|[…\.]+")
_NAMED = 3


def told_of_spare(
    table: TableFill, printed: Iterable[str], spare: int, where: str = ""
) -> Iterator[str]:
    """One notice where rows are taken away, or printed words give way to other indicators.

    Args:
        table: What the rows get, in the words of the template.
        printed: What the template prints in the rows, in the columns that are written.
        spare: How many rows are taken away.
        where: Which, in Chinese.
    """
    said = {_key(shown(content)) for row in table.rows for content in row.values()}
    lost = [
        " ".join(text.split())
        for text in dict.fromkeys(printed)
        if _SAYS.search(text) and _key(text) not in said and not _PROMPT.fullmatch(folded(text))
    ]
    words = "".join(f"“{text}”" for text in lost[:_NAMED])
    words += f"等 {len(lost)} 处" if len(lost) > _NAMED else ""
    if spare > 0:
        rows = f"模板的{table.place}行多 {spare} 行，已删去{f'：{where}' if where else ''}"
        yield f"{rows}（模板印有而填报里没有：{words}）。" if words else f"{rows}。"
    elif words:
        yield f"模板的{table.place}行里印的{words}，填报里没有，已换成填报的内容。请核对。"


def _key(text: str) -> str:
    return plain(folded(text))
