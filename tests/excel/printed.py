"""What stands where on the pages of a PDF, as poppler's pdftotext sees it."""

import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

_PAGE = re.compile(r'<page width="[\d.]+" height="[\d.]+">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', re.DOTALL
)


class Word(NamedTuple):
    """Characters of one line without a gap; lengths in points from the page's upper left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def words_of(pdf: Path) -> list[list[Word]]:
    """The words of each page."""
    run = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    return [list(_words(page)) for page in _PAGE.findall(run.stdout.decode())]


def _words(page: str) -> Iterator[Word]:
    for *edges, text in _WORD.findall(page):
        left, top, right, bottom = map(float, edges)
        yield Word(left, top, right, bottom, unescape(text))
