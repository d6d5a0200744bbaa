"""How a locked sheet is said to be locked where a key opens it again."""

from collections.abc import Collection

from selfeval_tui.sheet import Batch
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.tui.keys import Where, keys_of

_OPENS = next(key for key in keys_of(Where.GRID) if key.action == "reopen")


def refused(batch: Batch, sheet_ids: Collection[str]) -> str:
    """Why nothing happened, and the key: 附件1-3 已定稿，要改请先“退回修改”（Shift+F6）."""
    why = refusal(batch, sheet_ids)
    return why if batch.read_only else f"{why}（{_OPENS.shown_as}）"
