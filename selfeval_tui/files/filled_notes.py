"""What is to be said of a filled template: what it has no place for, and what to look at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selfeval_tui.files.template import FilledFile, FilledPage

_NAMED = 8
"""How many places are named one by one."""


def notes_of(file: "FilledFile") -> tuple[str, ...]:
    """Sentences in Chinese; each begins with the page where there are several."""
    several = len(file.pages) > 1
    return tuple(
        f"{page.page}：{note}" if several else note for page in file.pages for note in _notes(page)
    )


def _notes(page: "FilledPage") -> Iterator[str]:
    if page.missing:
        yield f"模板里没有找到栏目：{'、'.join(page.missing)}。"
    if page.homeless:
        pieces = [f"{each.place}“{' '.join(each.text.split())}”" for each in page.homeless]
        more = f"等 {len(pieces)} 处" if len(pieces) > _NAMED else ""
        yield f"没有填进去：{'、'.join(pieces[:_NAMED])}{more}，模板里没有它的位置。"
    yield from page.notices
