"""One file: how it is drawn, and what a clerk expects of it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from attrs import frozen

from tests.files.foreign.document import Raw, document
from tests.files.foreign.language import Page, value
from tests.files.foreign.wanted import Wanted
from tests.files.foreign.workbook import workbook


@frozen
class Case:
    """One file that somebody has."""

    name: str
    """What is odd about it, in the words of a clerk."""
    draw: Callable[[Path], Path]
    """Draws it to this path."""
    wanted: tuple[Wanted, ...]
    texts: tuple[str, ...]
    """Every text that was drawn in sight; figures are asked for one by one."""
    suffix: str = ".xlsx"


def book(name: str, *pages: Page, wanted: Wanted | tuple[Wanted, ...]) -> Case:
    """A workbook with these pages."""
    return Case(name, partial(workbook, pages), _several(wanted), _texts(pages))


def paper(name: str, *parts: str | Page | Raw, wanted: Wanted | tuple[Wanted, ...]) -> Case:
    """A document with these paragraphs and tables."""
    return Case(name, partial(document, parts), _several(wanted), _texts(parts), ".docx")


def _texts(parts: Iterable[str | Page | Raw]) -> tuple[str, ...]:
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, Page) and not part.hidden:
            texts += [box.text for box in part.boxes if value(box.text) is None]
    return tuple(text.replace("¶", "\n") for text in texts if "{" not in text)


def _several(wanted: Wanted | tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    return wanted if isinstance(wanted, tuple) else (wanted,)
