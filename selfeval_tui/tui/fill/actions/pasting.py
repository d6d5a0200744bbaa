"""Where a pasted text goes: into the editor, into one cell, or as a block over many."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, Sheet, sheet_mark
from selfeval_tui.sheet.place import row_number
from selfeval_tui.sheet.tell import BLANK
from selfeval_tui.spec.model import Kind
from selfeval_tui.text import has_controls, strip_controls
from selfeval_tui.text.pasted import Rows, read_pasted, too_much
from selfeval_tui.tui.fill.actions.hand import Hand
from selfeval_tui.tui.fill.actions.paste_plan import PastePlan, carry_out_paste, plan_paste
from selfeval_tui.tui.fill.editing import DROPPED, READ_ONLY
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Where

NO_PLACE = "粘贴的内容在这里没有可以写入的格"
ALL_THE_SAME = "粘贴的内容和原来的一样，没有改动"
PASTE, NO_PASTE = "粘贴", "不粘贴"
OVER_CELLS, INTO_ONE = "粘贴到多格", "全部放入这一格"
SHOWN = 6
"""So many cells that are overwritten are told one by one."""


@frozen
class Pasting:
    """Decides by what stands open and what is selected."""

    hand: Hand

    def take(self, raw: str) -> None:
        """Paste what the terminal hands over; a single text waits in the editor for Enter."""
        text = self._clean(raw)
        if text and not self._whole(text):
            self._over_cells(read_pasted(text))

    def take_copied(self, raw: str) -> None:
        """Paste what lies on the clipboard; a single text is written at once, as in Excel."""
        text = self._clean(raw)
        rows = read_pasted(text)
        hand = self.hand
        one = _is_one(rows) and hand.editing.overlay is None and not hand.grid.block.several
        if text and one and hand.field is not None:
            hand.batch.set(hand.address, rows[0][0])
        elif text and not self._whole(text):
            self._over_cells(rows)

    def _clean(self, raw: str) -> str:
        """The text without controls; nothing, and why, where it is too much for a sheet."""
        if why := too_much(raw):
            self.hand.say(why)
            return ""
        if has_controls(raw):
            self.hand.say(DROPPED)
        return strip_controls(raw)

    def _whole(self, text: str) -> bool:
        """Put a text into one cell, or ask whether to; False where it is a block for many."""
        hand, rows = self.hand, read_pasted(text)
        overlay = hand.editing.overlay
        whole = rows[0][0] if _is_one(rows) else text
        if overlay is not None:
            return self._into_editor(whole, rows)
        if hand.grid.block.several:
            return False
        if hand.field is None and _is_one(rows):
            hand.say(READ_ONLY)
            return True
        long = hand.field is not None and hand.field.kind is Kind.LONG
        if _is_one(rows) or long:
            hand.editing.begin(whole)
            return True
        return False

    def _into_editor(self, whole: str, rows: Rows) -> bool:
        editing = self.hand.editing
        overlay = editing.overlay
        assert overlay is not None
        if not _is_one(rows) and overlay.WHERE in {Where.CHOICE, Where.FLAGS}:
            editing.cancel()
            return False
        if _is_one(rows) or overlay.WHERE is Where.LONG or editing.touched:
            overlay.take(whole)
        else:
            self._ask_where(whole, rows)
        return True

    def _ask_where(self, whole: str, rows: Rows) -> None:
        """A block came while one cell stands open with its old text."""
        from selfeval_tui.tui.question import Question

        def answered(answer: int | None) -> None:
            editing = self.hand.editing
            if answer == 0:
                editing.cancel()
                self._over_cells(rows)
            elif answer == 1 and editing.overlay is not None:
                editing.overlay.take(whole)

        size = f"{len(rows)}×{max(len(row) for row in rows)}"
        lines = (f"粘贴的内容有 {size} 格，而现在只打开了一格。",)
        self.hand.ask(Question(PASTE, lines, (OVER_CELLS, INTO_ONE, NO_PASTE)), answered)

    def _over_cells(self, rows: Rows) -> None:
        """Paste a block, after a look at what it would do."""
        grid = self.hand.grid
        plan = plan_paste(self.hand.batch, grid.drawing.sheet_lines, grid.block, rows)
        if not plan.changes:
            self.hand.say(ALL_THE_SAME if plan.placed else NO_PLACE)
        elif plan.placed == 1:
            self._carry_out(plan)
        else:
            self._ask_whether(plan)

    def _ask_whether(self, plan: PastePlan) -> None:
        from selfeval_tui.tui.question import Question

        def answered(answer: int | None) -> None:
            if answer == 0:
                self._carry_out(plan)

        lines = tuple(preview(self.hand.batch, plan))
        self.hand.ask(Question(PASTE, lines, (PASTE, NO_PASTE)), answered)

    def _carry_out(self, plan: PastePlan) -> None:
        carry_out_paste(self.hand.batch, plan)
        skipped = f"，{plan.skipped} 格放不下或不能填" if plan.skipped else ""
        self.hand.say(f"已粘贴 {plan.placed} 格{skipped}")


def preview(batch: Batch, plan: PastePlan) -> Iterator[str]:
    """What a paste would do, and the first cells that it overwrites as 原→新."""
    over = len(plan.overwritten)
    yield f"{plan.placed} 格写入，{over} 格会被覆盖，{plan.skipped} 格放不下或不能填（跳过）。"
    if plan.rows:
        yield f"表末增加 {len(plan.rows)} 行。"
    if over:
        yield ""
    for each in plan.overwritten[:SHOWN]:
        name = _cell_name(batch.sheet(each.address.sheet), each.address, plan.at)
        after = short(each.after) or BLANK
        yield f"{name}：{short(each.before)} {here().arrow} {after}"
    if over > SHOWN:
        yield f"另有 {over - SHOWN} 格。"


def _cell_name(sheet: Sheet, address: Address, at: Address) -> str:
    """What a cell is called; with its sheet where that is another one than that of `at`."""
    name = address.name
    if address.table and len(sheet.tables[address.table]) > 1:
        name = f"第{row_number(sheet, address)}行 {name}"
    return name if sheet.id == at.sheet else f"{sheet_mark(sheet)} {name}"


def _is_one(rows: Rows) -> bool:
    return len(rows) == 1 and len(rows[0]) == 1
