"""What a reviewer would say of a cell: 填报, 应为, 相差, 怎么办."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from selfeval_tui.tui.fill.content import Piece, Tone, severity_piece
from selfeval_tui.tui.fill.explain.about import About

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding


def problems(about: About) -> list[Piece]:
    """The findings, the heaviest first; nothing while the clerk types."""
    if about.preview:
        return []
    pieces: list[Piece] = []
    for finding in about.findings:
        pieces += [Piece("\n")] if pieces else []
        pieces += _problem(about, finding)
    return pieces


def figures(finding: "Finding") -> Iterator[tuple[str, str]]:
    """填报, 应为 and 相差, as far as there is something to compare."""
    if finding.expected or finding.difference:
        parts = {"填报": finding.actual, "应为": finding.expected, "相差": finding.difference}
        yield from ((label, text) for label, text in parts.items() if text)


def _problem(about: About, finding: "Finding") -> Iterator[Piece]:
    words = f"{finding.severity.label} {finding.code} "
    yield severity_piece(finding.severity, about.glyphs, words)
    yield Piece(finding.message)
    for number, (label, text) in enumerate(figures(finding)):
        yield Piece("，" if number else "\n", Tone.LABEL)
        yield Piece(f"{label} ", Tone.LABEL)
        yield Piece(text)
    if finding.fix:
        yield Piece("\n怎么办 ", Tone.LABEL)
        yield Piece(finding.fix)
