"""What is offered at the end of a sheet: the next one with something left to fill."""

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, Sheet, sheet_mark
from selfeval_tui.tui.fill.order import cells_of, next_unfinished, unfilled
from selfeval_tui.tui.fitting import short


@frozen
class Offer:
    """Where to go, and how that is said."""

    words: str
    to: Address | None = None
    welcome: str = ""
    """What is said there."""


def offer_after(batch: Batch, sheet_id: str) -> Offer:
    """What comes after the last cell of a sheet."""
    sheet = next_unfinished(batch, sheet_id)
    if sheet is None:
        return Offer("已到表尾，各表必填的格都填好了")
    to, left = _first_unfilled(sheet), _left(sheet)
    if sheet.id == sheet_id:
        return Offer(f"已到表尾；再按一次 Tab 到本表没填的一格（{left}）", to, left)
    own = len(unfilled(batch.sheet(sheet_id)))
    here = f"，本表还差 {own} 格" if own else ""
    name = short(sheet_mark(sheet))
    return Offer(f"已到表尾{here}；再按一次 Tab 到 {name}（{left}）", to, left)


def _first_unfilled(sheet: Sheet) -> Address:
    waiting = set(unfilled(sheet))
    return next(each for each in cells_of(sheet) if each in waiting)


def _left(sheet: Sheet) -> str:
    return f"还差 {len(unfilled(sheet))} 格"
