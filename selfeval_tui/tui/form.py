"""What screens that ask have in common: part by part through the questions, or out again."""

import re

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.tui.frame import Frame

_YEAR = re.compile(r"\d{4}")


class FormFrame(Frame):
    """A full screen of questions, which keeps nothing when it is left.

    Args:
        session: What is open.
    """

    def action_next_part(self) -> None:
        """Go to the next question."""
        self.focus_next()

    def action_previous_part(self) -> None:
        """Go to the question before."""
        self.focus_previous()

    def action_back(self) -> None:
        """Leave, and keep nothing."""
        self.dismiss()


def form_row(label: str, asked: Widget) -> Horizontal:
    """One question: its label, and behind it what takes the answer."""
    return Horizontal(Static(Content(label), classes="form-label"), asked, classes="form-row")


def wrong_year(year: str) -> str:
    """What is wrong with a 年度 that was typed; empty where nothing is."""
    if _YEAR.fullmatch(year):
        return ""
    return f"年度要写成四位数字，如 2023；现在是“{year}”。"
