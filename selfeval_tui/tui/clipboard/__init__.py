"""The system's clipboard: Windows' own calls, small programs elsewhere, a file where none is."""

from selfeval_tui.tui.clipboard.exchange import Copied, Exchange, Pasted, the_clipboard

__all__ = ["Copied", "Exchange", "Pasted", "the_clipboard"]
