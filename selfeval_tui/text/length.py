"""How long a text is to whoever limits it (100字以内)."""


def characters(text: str) -> int:
    """Count the characters of a text as Word and WPS do under 字符数（计空格）.

    Each character is one, whatever its width: a Chinese one, a letter, a digit, a punctuation
    mark, a blank. Line breaks are none.
    """
    return len(text) - text.count("\n") - text.count("\r")
