"""Templates with names in braces: {附件号} {项目名称}."""

import re
from collections.abc import Callable

_NAME = re.compile(r"\{([^{}]*)\}")


def names_in(template: str) -> tuple[str, ...]:
    """The names in braces, in their order."""
    return tuple(name.strip() for name in _NAME.findall(template))


def fill_in(template: str, text_of: Callable[[str], str]) -> str:
    """The template with each name in braces replaced by its text."""
    return _NAME.sub(lambda found: text_of(found[1].strip()), template)
