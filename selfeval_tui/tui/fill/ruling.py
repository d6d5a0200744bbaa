"""F7: the clerk's own verdict of a row, or what its target means (人工判定)."""

from collections.abc import Iterator

from attrs import evolve
from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import Address, Batch, Ruling
from selfeval_tui.text import Direction, VerdictCode
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.fill.basis import row_title
from selfeval_tui.tui.fill.content import verdict_glyph
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.glyphs import FANCY, here
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing

VERDICTS = (VerdictCode.met, VerdictCode.partly, VerdictCode.missed)
"""What a clerk may decide; the other verdicts say what is missing."""
DIRECTIONS = (Direction.higher, Direction.lower, Direction.equal)

CHOICES: tuple[Ruling, ...] = (
    Ruling(),
    *(Ruling(verdict=code) for code in VERDICTS),
    *(Ruling(direction=direction) for direction in DIRECTIONS),
)
UNTIL = "目标值或实际值一改，人工判定就不再算数。数字键直接选定。"
READING = "目标读作"
READING_EXAMPLE = "照目标值读；看不懂的目标可写明，如 ≤3次"


class RulingDialog(Dialog[Ruling]):
    """Asks; each line says what the row would then be.

    Args:
        batch: Where the row is.
        address: A cell of the row.
    """

    def __init__(self, batch: Batch, address: Address) -> None:
        super().__init__(f"人工判定：{row_title(batch, address)}")
        self._batch, self._address = batch, address
        self._before = batch.sheet(address.sheet).row(address.table, address.row).ruling
        self._listing = Listing(self._lines(self._before.reading), keeps=True)
        self._reading = LineInput(
            self._before.reading,
            placeholder=READING_EXAMPLE,
            compact=True,
            select_on_focus=False,
        )

    def body(self) -> Iterator[Widget]:
        """The choices, and what the target means."""
        yield self._listing
        yield form_row(READING, self._reading)
        yield Static(Content(UNTIL), classes="dialog-note")

    def on_mount(self) -> None:
        """Begin with what counts now."""
        self._listing.cursor = chosen(self._before)
        self._tell()

    def answer(self) -> Ruling:
        """The choice; a decision that was only looked at stays as it is."""
        if self._listing.cursor == chosen(self._before) and self._said == self._before.reading:
            return self._before
        return self._ruling

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once, unless it is typed into the reading."""
        digit = event.character or ""
        if self.focused is self._listing and digit.isdecimal() and 0 < int(digit) <= len(CHOICES):
            event.stop()
            self._listing.cursor = int(digit) - 1
            self.action_accept()

    def on_listing_moved(self) -> None:
        """Another choice."""
        self._tell()

    def on_input_changed(self) -> None:
        """The target means something else."""
        self._listing.show(self._lines(self._said))
        self._tell()

    @property
    def _said(self) -> str:
        """What the clerk says that the target means."""
        return self._reading.value.strip()

    @property
    def _ruling(self) -> Ruling:
        return evolve(CHOICES[self._listing.cursor], reading=self._said)

    def _lines(self, reading: str) -> list[Content]:
        return [
            Content(f"{number}、{self._line(evolve(choice, reading=reading))}")
            for number, choice in enumerate(CHOICES, start=1)
        ]

    def _line(self, ruling: Ruling) -> str:
        """A choice; unless it is a verdict itself, with the verdict it would give."""
        if ruling.verdict:
            return f"判为 {_verdict_words(ruling.verdict)}"
        choice = ruling.direction.label if ruling.direction else "由程序判定"
        found = self._batch.verdict_under(self._address, ruling)
        return f"{choice}：{_verdict_words(found.code)}" if found else choice

    def _tell(self) -> None:
        """Say how target and actual are then read, and why the verdict is what it is."""
        found = self._batch.verdict_under(self._address, self._ruling)
        if found is not None:
            target = found.target.describe().replace(FANCY.dot, here().dot)
            self.say(f"目标读作 {target}。{found.why}")


def chosen(ruling: Ruling) -> int:
    """The line of a decision: its verdict, else its direction, else the program's own."""
    for number, choice in enumerate(CHOICES):
        if ruling.verdict and choice.verdict is ruling.verdict:
            return number
        if not ruling.verdict and choice.direction is ruling.direction and not choice.verdict:
            return number
    return 0


def _verdict_words(code: VerdictCode) -> str:
    return f"{verdict_glyph(code, here())} {code.label}"
