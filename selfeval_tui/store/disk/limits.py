"""How much is read: a file beyond these bounds is refused before it is loaded.

It may have been made to fill the memory or to keep the program busy. The bounds are far above what
a clerk's own work reaches.
"""

MEGA = 1024 * 1024
MOST_BYTES = 8 * MEGA
"""Of a text file; a sheet with forty indicators has a hundredth of that."""
MOST_ROWS = 5000
"""Of one table of a sheet."""
LONGEST_TEXT = 200_000
"""Characters of one text; a cell of a spreadsheet holds 32 767."""
SHOWN = 80
"""Characters of a foreign text that are quoted in a sentence."""


def said_size(most: int) -> str:
    """What is said of a file that has more bytes than that."""
    return f"太大，最多 {most // MEGA} MB" if most >= MEGA else f"太大，最多 {most // 1024} KB"
