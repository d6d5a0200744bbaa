"""The first line of every screen: 示例, the year, the unit, and whether all is saved."""

from textual.content import Content
from textual.widget import Widget

from selfeval_tui.sheet import DEMO
from selfeval_tui.tui.fitting import fit_content
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.titles import (
    HINDERED,
    save_notice,
    save_words,
    settings_notice,
    unit_of,
    year_of,
)


class TitleLine(Widget):
    """Says what is open; the unit's name gives way when the line is short.

    Args:
        session: What is open.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def render(self) -> Content:
        """Put the parts side by side, the state of saving at the right edge."""
        width = self.size.width
        state = save_words(self._session.standing)
        right = Content.assemble("  ", (state, self._state_style()), " ")
        return fit_content(self._left(), max(0, width - right.cell_length)) + right

    def _left(self) -> Content:
        batch = self._session.batch
        badge = (f" {DEMO} ", "bold $demo-text on $demo") if self._session.demo else ""
        title = (f" 本单位{year_of(batch, self._session.clock().date())}年度自评", "bold")
        unit = unit_of(batch)
        return Content.assemble(badge, title, f" {here().dot} {unit}" if unit else "")

    def _state_style(self) -> str:
        hindered = self._session.standing.state in HINDERED
        return "bold $wrong" if hindered else "$quiet"


class SaveNotice(Widget):
    """Takes lines of its own while there is something to know about the saving or the settings.

    Args:
        session: What is being saved.
        settings: Whether to tell what the file of settings says wrongly.
    """

    def __init__(self, session: Session, *, settings: bool = True) -> None:
        super().__init__()
        self._session = session
        self._settings = settings

    def on_mount(self) -> None:
        """Begin in the right state."""
        self.tell()

    def tell(self) -> None:
        """Show or hide, as the saving and the settings stand now."""
        self.display = bool(self._words())
        self.set_class(self._session.standing.state in HINDERED, "-failed")
        self.refresh(layout=True)

    def render(self) -> Content:
        """The reason, and what to do."""
        return Content(self._words())

    def _words(self) -> str:
        session = self._session
        problems = session.preferences.problems if self._settings else ()
        told = save_notice(session.standing), settings_notice(problems)
        return "\n".join(filter(None, told))
