"""What screens that ask have in common: part by part through the questions, or out again."""

from selfeval_tui.tui.frame import Frame


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
