"""What is to be said of a filled template: what it has no place for, and what to look at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selfeval_tui.files.template import FilledFile, FilledPage


def notes_of(file: "FilledFile") -> tuple[str, ...]:
    """Sentences in Chinese; each begins with the page where there are several."""
    several = len(file.pages) > 1
    return tuple(
        f"{page.page}：{note}" if several else note for page in file.pages for note in _notes(page)
    )


def _notes(page: "FilledPage") -> Iterator[str]:
    if page.missing:
        yield f"模板里没有找到栏目：{'、'.join(page.missing)}。"
    for piece in page.homeless:
        yield f"没有填进去：{piece.place}“{' '.join(piece.text.split())}”，模板里没有它的位置。"
    yield from page.notices
