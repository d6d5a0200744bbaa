"""The windows around the grid: title, sections, detail, status."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from selfeval_tui.sheet import DEMO, Sheet, sheet_mark, sheet_subject
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.explain import Remark
from selfeval_tui.tui.fill.flow import Window
from selfeval_tui.tui.fill.paint import cut
from selfeval_tui.tui.fill.pane import Pane
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.titles import year_of

MARK_ROOM = 24
"""An 附件号 beyond this is cut, so that the name stays in sight."""
GAP = 4
"""Cells that separate the sheet from whose year it is."""
WHEEL = 2
"""Lines that one notch of the wheel moves."""


class SheetTitle(Pane):
    """Which sheet this is: 附件1-3 · 项目名称, and 示例 where it is one; whose year, with room."""

    def __init__(self) -> None:
        super().__init__()
        self._badge = self._mark = self._subject = self._place = self._year = ""
        self._state = ""

    def tell(self, session: Session, sheet: Sheet, state: str = "") -> None:
        """Name the sheet, its state (定稿, nothing for a draft) and its place in the batch."""
        ids = [each.id for each in session.batch.printed]
        year = year_of(session.batch, session.clock().date())
        dot = f" {here().dot} "
        self._badge = f" {DEMO} " if session.demo else ""
        self._mark = f" {short(sheet_mark(sheet), MARK_ROOM)}"
        self._subject = dot + subject if (subject := sheet_subject(sheet)) else ""
        self._state = f"{dot}{state}" if state else ""
        self._place = f"{dot}只供核对，不导出"
        if sheet.id in ids:
            self._place = f"{dot}第{ids.index(sheet.id) + 1}张，共{len(ids)}张"
        self._year = f"本单位{year}年度自评 "
        self._lay()

    def on_resize(self) -> None:
        """The name gives way where the line is short."""
        self._lay()

    def _lay(self) -> None:
        rest = self.size.width - cell_len(self._badge + self._mark + self._state + self._place)
        names = self._mark + cut(self._subject, max(0, rest), here().more)
        spare = rest - cell_len(self._subject) - cell_len(self._year)
        year = " " * spare + self._year if spare >= GAP else ""
        self.show(
            [
                (
                    Piece(self._badge, Tone.BADGE),
                    Piece(names, Tone.HEADING),
                    Piece(self._state, Tone.ASKED),
                    Piece(self._place + year, Tone.QUIET),
                )
            ]
        )


class Sections(Pane):
    """The sheet's table of contents; a click goes there."""

    @dataclass
    class Chosen(Message):
        """A section was clicked."""

        number: int

    def tell(self, drawing: Drawing, current: int) -> None:
        """List the sections, each with its mark, the current one pointed at."""
        self.show(
            [
                self._row(drawing.section_mark(number), section.title, current=number == current)
                for number, section in enumerate(drawing.sheet_lines.sections)
            ]
        )

    def on_click(self, event: events.Click) -> None:
        """Go to the section under the mouse."""
        self.post_message(self.Chosen(event.y))

    def _row(self, mark: str, title: str, *, current: bool) -> tuple[Piece, ...]:
        pointer = here().cursor if current else " "
        return (Piece(f"{pointer}{mark} {title}", Tone.HEADING if current else Tone.PLAIN),)


class Detail(Pane):
    """All that is to be said of the cell under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._remarks: Sequence[Remark] = ()

        self._window = Window((), 0, 0, here().more)

    def tell(self, remarks: Sequence[Remark]) -> None:
        """Say something else, from the beginning."""
        if remarks != self._remarks:
            self._remarks = remarks
            self._lay()

    def turn(self, pages: int) -> None:
        """Show what comes below, or above where negative."""
        self._window.move(pages * max(1, self.size.height - 1))
        self.show(self._window.rows())

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show what comes below."""
        event.stop()
        self._window.move(WHEEL)
        self.show(self._window.rows())

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show what comes above."""
        event.stop()
        self._window.move(-WHEEL)
        self.show(self._window.rows())

    def _lay(self) -> None:
        self._window = Window(self._remarks, *self.size, here().more)
        self.show(self._window.rows())


class Status(Pane):
    """The line at the foot; see `status_row`."""
