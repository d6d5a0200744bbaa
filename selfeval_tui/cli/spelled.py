"""What a command prints does not steer the terminal: hidden characters are spelled out."""

from typing import Any, TextIO


class Spelled:
    r"""A stream that spells out what steers a terminal, as \u202e.

    Inside a JSON text that is the same character, so that programs read every text to the letter.

    Args:
        stream: Where it goes.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        self._stream.write(text if text.isprintable() else self._spelled(text))
        return len(text)

    def _spelled(self, text: str) -> str:
        # Most of what is printed needs none of the readers of texts.
        from selfeval_tui.text.hidden import spelled_out

        return spelled_out(text)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - Whatever the stream has.
        return getattr(self._stream, name)
