"""One file: how it is drawn, and what a clerk expects of it."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from tests.files.foreign.document import Raw, document
from tests.files.foreign.language import Page
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
    suffix: str = ".xlsx"


def book(name: str, *pages: Page, wanted: Wanted | tuple[Wanted, ...]) -> Case:
    """A workbook with these pages."""
    return Case(name, lambda path: workbook(pages, path), _several(wanted))


def paper(name: str, *parts: str | Page | Raw, wanted: Wanted | tuple[Wanted, ...]) -> Case:
    """A document with these paragraphs and tables."""
    return Case(name, lambda path: document(parts, path), _several(wanted), ".docx")


def _several(wanted: Wanted | tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    return wanted if isinstance(wanted, tuple) else (wanted,)
