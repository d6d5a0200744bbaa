"""Locked sheets (定稿, 已报送): which they are, and how it is said that they were left alone."""

from collections.abc import Collection, Iterable

from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.life import Stage
from selfeval_tui.sheet.place import sheet_mark
from selfeval_tui.sheet.sheet import Sheet

_SHOWN = 4
"""So many are named; the others are counted."""


def open_sheets(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Those that may be changed."""
    return tuple(sheet for sheet in sheets if not sheet.locked)


def refusal(batch: Batch, sheet_ids: Collection[str]) -> str:
    """Why nothing happened to locked sheets: 附件1-3 已定稿，要改请先“退回修改”."""
    if batch.read_only:
        return batch.read_only
    newer = any(sheet.newer for sheet in batch.sheets if sheet.id in sheet_ids)
    advice = "请用较新的程序改" if newer else f"要改请先“{Stage.returned.label}”"
    return f"{_named(batch, sheet_ids)}，{advice}"


def left_out(batch: Batch, sheets: Iterable[Sheet]) -> str:
    """Which sheets a change of many leaves alone; empty where none is locked."""
    locked = [sheet.id for sheet in sheets if sheet.locked]
    return f"{_named(batch, locked)}，没有改。" if locked else ""


def _named(batch: Batch, sheet_ids: Collection[str]) -> str:
    sheets = [sheet for sheet in batch.sheets if sheet.id in sheet_ids]
    names = "、".join(sheet_mark(sheet) for sheet in sheets[:_SHOWN])
    more = f"等 {len(sheets)} 张表" if len(sheets) > _SHOWN else ""
    return f"{names}{more} {_why(sheets)}"


def _why(sheets: Collection[Sheet]) -> str:
    if any(sheet.newer for sheet in sheets):
        return "是较新的程序存的，这里只能看"
    return "已报送" if all(sheet.life.stage is Stage.submitted for sheet in sheets) else "已定稿"
