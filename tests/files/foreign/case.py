"""One file: how it is drawn, and what a clerk expects of it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from attrs import frozen

from tests.files.foreign.document import Raw, document
from tests.files.foreign.language import Page, value
from tests.files.foreign.wanted import Drawn, Wanted
from tests.files.foreign.workbook import workbook


@frozen
class Case:
    """One file that somebody has."""

    name: str
    """What is odd about it, in the words of a clerk."""
    draw: Callable[[Path], Path]
    """Draws it to this path."""
    wanted: tuple[Wanted, ...]
    texts: tuple[Drawn, ...]
    """Every text that was drawn in sight; figures are asked for one by one."""
    suffix: str = ".xlsx"


def book(name: str, *pages: Page, wanted: Wanted | tuple[Wanted, ...]) -> Case:
    """A workbook with these pages."""
    return Case(name, partial(workbook, pages), _several(wanted), texts(pages, paged=True))


def paper(name: str, *parts: str | Page | Raw, wanted: Wanted | tuple[Wanted, ...]) -> Case:
    """A document with these paragraphs and tables."""
    return Case(
        name, partial(document, parts), _several(wanted), texts(parts, paged=False), ".docx"
    )


def texts(parts: Iterable[str | Page | Raw], *, paged: bool) -> tuple[Drawn, ...]:
    """The texts of what is drawn; of a workbook with the page on which they stand."""
    drawn: list[Drawn] = []
    for part in parts:
        if isinstance(part, str):
            drawn.append(Drawn("", part))
        elif isinstance(part, Page) and not part.hidden:
            name = part.name if paged else ""
            plain = (box.text for box in part.boxes if value(box.text) is None)
            drawn += [Drawn(name, text.replace("¶", "\n")) for text in plain]
    return tuple(each for each in drawn if "{" not in each.text)


def _several(wanted: Wanted | tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    return wanted if isinstance(wanted, tuple) else (wanted,)
