"""Where a key stands in a TOML text, so that a message can name the line."""

import re

_HEADER = re.compile(r"\s*+\[\[?+([^\]]*+)\]\]?+\s*+(?:#|$)")
"""Nothing of it is tried twice: a line may be as long as a file."""
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*=""")


def find_line(text: str, section: str = "", key: str = "", number: int = 1) -> int | None:
    """The line of a key, or of its section's header where the key is not there.

    Args:
        text: The file.
        section: The table it stands in; empty for the keys above all tables.
        key: The key; empty for the header itself.
        number: Which of the sections of that name, counted from 1.

    Returns:
        The line counted from 1; None where not even the section is found.
    """
    inside, seen, header = not section, 0, None
    for at, line in enumerate(text.split("\n"), start=1):
        if found := _HEADER.match(line):
            if inside and section:
                return header
            seen += _bare(found.group(1)) == section
            inside = bool(section) and seen == number and header is None
            header = at if inside else header
        elif inside and key and (found := _KEY.match(line)) and _bare(found.group(1)) == key:
            return at
    return header


def _bare(name: str) -> str:
    return name.strip().strip("\"'")
