"""What somebody wrote into a template before, where this program writes nothing."""

import re
from collections.abc import Iterator

from selfeval_tui.reader.fill.filling import Fill
from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.grid import Cell, Grid

_SIGNED = re.compile(
    r"(?:填[报表制]|制表|联系|经办|负责|审核|复核|评价|主管|分管|单位|电话|日期)[^：:\n]{0,8}[：:]\s*\S"
)
_EMPTY = re.compile(r"(?:[^：:\s]{1,10}[：:][\s_＿年月日（）()]*)+(?:[盖签][章字])?[）)]?")
_NAMED = 5


def told_of_kept(anchors: Anchors, grid: Grid, values: tuple[Fill, ...]) -> Iterator[str]:
    """One notice where lines to sign, that get nothing, are filled already: 填报人：李秀英."""
    taken = {(each.cell.row, each.cell.col) for each in values}
    kept = [
        cell
        for cell in grid.filled()
        if (cell.row, cell.col) not in taken
        and cell not in anchors.labels
        and not any(each.first <= cell.row < each.end for each in anchors.free)
        and _is_filled(cell)
    ]
    if kept:
        named = "、".join(
            f"{each.origin} “{' '.join(each.text.split())}”" for each in kept[:_NAMED]
        )
        more = f"等 {len(kept)} 处" if len(kept) > _NAMED else ""
        yield f"模板里已有内容，照留未动：{named}{more}。请核对。"


def _is_filled(cell: Cell) -> bool:
    text = cell.text.strip()
    return _SIGNED.match(text) is not None and _EMPTY.fullmatch(text) is None
