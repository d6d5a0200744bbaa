"""The windows around the grid: title, sections, detail, status."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from selfeval_tui.sheet import DEMO, Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.explain import Remark
from selfeval_tui.tui.fill.flow import lay_remarks
from selfeval_tui.tui.fill.pane import Pane
from selfeval_tui.tui.glyphs import here


class SheetTitle(Pane):
    """Which sheet this is: 附件1-3 · 项目名称, and 示例 where it is one."""

    def tell(self, sheet: Sheet, *, demo: bool, number: int, count: int) -> None:
        """Name the sheet and its place in the batch."""
        mark = sheet.with_role(Role.ATTACHMENT) or sheet.spec.name
        subject = sheet.with_role(Role.PROJECT_NAME) or sheet.with_role(Role.UNIT_NAME)
        dot = f" {here().dot} "
        badge = (Piece(f" {DEMO} ", Tone.BADGE),) if demo else ()
        names = dot.join(part for part in (f" {mark}", subject) if part.strip())
        place = Piece(f"{dot}第{number}张，共{count}张", Tone.QUIET)
        self.show([(*badge, Piece(names, Tone.HEADING), place)])


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

    def tell(self, remarks: Sequence[Remark]) -> None:
        """Say something else."""
        self._remarks = remarks
        self._lay()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay()

    def _lay(self) -> None:
        width, height = self.size
        self.show(lay_remarks(self._remarks, width, height, here().more))


class Status(Pane):
    """The line at the foot; see `status_row`."""
