"""What a pasted list would do, line by line: the clerk ticks what is done."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from selfeval_tui.sheet import Difference, Sheet, sheet_label
from selfeval_tui.sheet.amount import Amount
from selfeval_tui.sheet.listed import Entry, Listed
from selfeval_tui.sheet.matched import New, Plan, plan_list, renumber, sheet_of, shortened
from selfeval_tui.sheet.tell import BLANK
from selfeval_tui.spec.model import Role, Spec
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.form import FormFrame
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style
from selfeval_tui.tui.ticklist import TickList

NOT_MADE = "不建"
AMOUNT_ROOM = 8
"""Cells that most amounts fit into, so that they stand under each other."""


class PlanScreen(FormFrame):
    """New sheets begin with a tick, changes of sheets that are there without one.

    Args:
        session: The unit's own.
        spec: The form of new sheets.
        listed: What the list says.
        shared: What all new sheets say alike.
    """

    WHERE = Where.PLAN
    CSS = style("forms.tcss", "create/listing.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.PLAN)]

    @dataclass
    class Accepted(Message):
        """The clerk wants these sheets and these changes."""

        sheets: tuple[Sheet, ...]
        changes: tuple[Difference, ...]

    def __init__(
        self, session: Session, spec: Spec, listed: Listed, shared: Mapping[Role, str]
    ) -> None:
        super().__init__(session)
        self._spec = spec
        self._listed = listed
        self._shared = dict(shared)
        self._plan = self._made(listed)

    def body(self) -> Iterator[Widget]:
        """The lines, the question about decimals, what was not understood, the button."""
        lines = list(self._lines(self._all_new))
        yield Static(Content("清单会这样办：空格打勾或去掉"), classes="heading")
        yield TickList(lines, self._all_new, id="plan-lines")
        yield Static(id="plan-said")
        if any(amount.long for amount in _amounts(self._listed)):
            yield Listing(list(self._digits()), keeps=True, id="plan-digits")
        if self._plan.refused:
            yield VerticalScroll(Static(self._refused()), id="plan-refused")
        yield Button("", id="plan-make", compact=True)

    def on_mount(self) -> None:
        """Say how much it is."""
        self.tell()

    def action_tick(self) -> None:
        """Set or take away the tick under the cursor."""
        self.query_one(TickList).action_tick()

    @on(TickList.Ticked)
    def follow(self) -> None:
        """Numbers close up where a sheet is not made."""
        ticks = self.query_one(TickList)
        ticks.offer(list(self._lines(ticks.ticked)), ticks.ticked)
        self.tell()

    @on(Listing.Moved, "#plan-digits")
    def choose_digits(self, message: Listing.Moved) -> None:
        """Round only where the clerk says so."""
        before, ticks = self._plan, self.query_one(TickList)
        self._plan = self._made(shortened(self._listed) if message.cursor else self._listed)
        # The ticks stay where the lines are the same ones.
        same = _size(self._plan) == _size(before)
        ticked = ticks.ticked if same else self._all_new
        ticks.offer(list(self._lines(ticked)), ticked)
        self.tell()

    @on(Button.Pressed)
    def accept(self) -> None:
        """Do what is ticked."""
        new, changes = self._ticked_new(), self._ticked_changes()
        if new or changes:
            sheets = (
                sheet_of(each, self._spec, self._shared, demo=self.session.demo) for each in new
            )
            self.post_message(self.Accepted(tuple(sheets), changes))

    def tell(self) -> None:
        """Say what the button would do, and what needs nothing."""
        parts = []
        if self._plan.same:
            parts.append(f"{len(self._plan.same)} 个项目已有表，内容相同，不用改。")
        if self._plan.changes:
            parts.append("要改的格默认不打勾，看过再勾。")
        self.query_one("#plan-said", Static).update(Content("".join(parts)))
        new, changes = len(self._ticked_new()), len(self._ticked_changes())
        words = [f"建 {new} 张表"] * bool(new) + [f"改 {changes} 格"] * bool(changes)
        button = self.query_one(Button)
        button.label = "，".join(words) + "（可以一次撤销）" if words else "没有打勾的"
        button.disabled = not words

    @property
    def _all_new(self) -> frozenset[int]:
        return frozenset(range(len(self._plan.new)))

    def _made(self, listed: Listed) -> Plan:
        year = self._shared.get(Role.YEAR, "")
        return plan_list(listed, self.session.batch.sheets, self._spec, year)

    def _ticked_new(self) -> tuple[New, ...]:
        return self._numbered(self.query_one(TickList).ticked)

    def _numbered(self, ticked: frozenset[int]) -> tuple[New, ...]:
        new = (each for number, each in enumerate(self._plan.new) if number in ticked)
        return renumber(new, self.session.batch.sheets, self._spec)

    def _ticked_changes(self) -> tuple[Difference, ...]:
        ticked, first = self.query_one(TickList).ticked, len(self._plan.new)
        changes = enumerate(self._plan.changes, start=first)
        return tuple(each for number, each in changes if number in ticked)

    def _lines(self, ticked: frozenset[int]) -> Iterator[Content]:
        marks = {id(each.entry): each.attachment for each in self._numbered(ticked)}
        mark_room = max((cell_len(mark) for mark in marks.values()), default=0)
        long = frozenset(amount.raw for amount in _amounts(self._listed) if amount.long)
        for new in self._plan.new:
            mark = marks.get(id(new.entry), NOT_MADE)
            yield new_line(new.entry, fit(mark, max(mark_room, cell_len(NOT_MADE))), long)
        for change in self._plan.changes:
            yield self._change_line(change)

    def _change_line(self, change: Difference) -> Content:
        sheet = self.session.batch.sheet(change.address.sheet)
        return Content.assemble(
            ("改  ", "bold $lit"),
            f"{change.address.name} {change.before or BLANK} {here().arrow} ",
            (change.after, "bold"),
            f"  {sheet_label(sheet)}",
        )

    def _digits(self) -> Iterator[Content]:
        long = [amount for amount in _amounts(self._listed) if amount.long]
        first = long[0]
        yield Content(
            f"{len(long)} 个金额换算后超过两位小数，照原数写（{first.raw} 写 {first.text}）"
        )
        yield Content(f"四舍五入到两位（{first.raw} 写 {first.short.text}）")

    def _refused(self) -> Content:
        lines = [("没看懂、没有办的：", "bold")]
        lines += [
            (f"\n第 {each.line} 行 {each.text[:30]}：{each.why}", "") for each in self._plan.refused
        ]
        return Content.assemble(*lines)


def _size(plan: Plan) -> tuple[int, int]:
    return len(plan.new), len(plan.changes)


def new_line(entry: Entry, mark: str, long: Collection[str] = ()) -> Content:
    """A sheet that would be made: its number, its amounts, its name; what may be cut comes last.

    Args:
        entry: The line of the list.
        mark: Its 附件号.
        long: The amounts that are shown as the list has them, too.
    """
    amounts = (("预算数", entry.budget), ("执行数", entry.spent))
    parts = [f"{mark} "]
    for label, amount in amounts:
        told = amount.text if amount else here().not_applicable
        parts.append(f" {label} {fit(told, max(AMOUNT_ROOM, cell_len(told)), right=True)} ")
    raws = [f"{label}原为 {each.raw}" for label, each in amounts if each and each.raw in long]
    return Content.assemble(
        ("建  ", "bold $right"),
        "".join(parts),
        (f" {entry.name}", "bold"),
        f"（{'，'.join(raws)}）" if raws else "",
        f"  {entry.category}" if entry.category else "",
    )


def _amounts(listed: Listed) -> Iterator[Amount]:
    for entry in listed.entries:
        yield from (each for each in (entry.budget, entry.spent) if each is not None)
