"""The line at the foot: how far the sheet is, what waits, and whether all is saved."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from selfeval_tui.sheet import DEMO, Progress
from selfeval_tui.store import SaveStatus
from selfeval_tui.tui.fill.content import SEVERITY_TONES, Piece, Tone
from selfeval_tui.tui.glyphs import Glyphs
from selfeval_tui.tui.titles import HINDERED, save_words

if TYPE_CHECKING:
    from selfeval_tui.checks import Severity

Counts = Mapping["Severity", int]
"""How many findings wait, by severity."""


def status_row(
    progress: Progress,
    counts: Counts,
    saving: SaveStatus,
    glyphs: Glyphs,
    *,
    demo: bool,
    notice: str = "",
) -> tuple[Piece, ...]:
    """The line: 示例 · 已填 41/60 · 错误 2 · 需说明 1 · 已保存 10:32.

    Args:
        progress: The required cells, and how many are filled.
        counts: The findings that wait; empty before they are known.
        saving: The state of saving.
        glyphs: The marks that the terminal can show.
        demo: Whether the sheet belongs to the 示例.
        notice: Something to be said first; the counts of findings give way to it.
    """
    dot = Piece(f" {glyphs.dot} ", Tone.QUIET)
    row: list[Piece] = [Piece(" ")]
    for part in _parts(progress, counts, saving, demo=demo, notice=notice):
        row.extend((part,) if len(row) == 1 else (dot, part))
    return tuple(row)


def _parts(
    progress: Progress, counts: Counts, saving: SaveStatus, *, demo: bool, notice: str
) -> Iterator[Piece]:
    if saving.state in HINDERED:
        yield Piece(f"！{save_words(saving)}", Tone.MISSED)
    if notice:
        yield Piece(notice, Tone.ASKED)
    if demo:
        yield Piece(DEMO, Tone.ASKED)
    yield Piece(f"已填 {progress.filled}/{progress.total}", action="next_unfilled")
    if not notice:
        yield from _problems(counts)
    if saving.state not in HINDERED and (words := save_words(saving)):
        yield Piece(words, Tone.QUIET)


def _problems(counts: Counts) -> Iterator[Piece]:
    for severity in sorted(counts, key=lambda each: each.rank):
        tone = SEVERITY_TONES[severity.rank]
        yield Piece(f"{severity.label} {counts[severity]}", tone, "next_problem")
