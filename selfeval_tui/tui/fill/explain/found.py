"""What a reviewer would say of a cell, with the figures it compares, and 怎么办."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from selfeval_tui.tui.fill.content import Piece, Tone, severity_piece
from selfeval_tui.tui.fill.explain.about import About

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding


def problems(about: About) -> list[Piece]:
    """The findings, the heaviest first; see `outlook` while the clerk types."""
    return [] if about.preview else _problems(about)


def outlook(about: About) -> list[Piece]:
    """What would be found; it stands behind what the text means, which the clerk looks for."""
    return _problems(about) if about.preview else []


def _problems(about: About) -> list[Piece]:
    pieces: list[Piece] = []
    for finding in about.findings:
        pieces += [Piece("\n")] if pieces else []
        pieces += _problem(about, finding)
    return pieces


def settled(about: About) -> list[Piece]:
    """What may stand as it is, and why."""
    if not about.settled:
        return []
    from selfeval_tui.checks.lines import reason

    lines = (
        f"{each.state.label} {each.code} {each.message}\n说明 {reason(each)}"
        for each in about.settled
    )
    return [Piece("\n".join(lines), Tone.QUIET)]


def _problem(about: About, finding: "Finding") -> Iterator[Piece]:
    from selfeval_tui.checks.lines import figures

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
