"""The line at the foot: how far the sheet is, what waits, and whether all is saved."""

from collections.abc import Iterator

from selfeval_tui.sheet import DEMO
from selfeval_tui.sheet.findings import TROUBLING
from selfeval_tui.store import SaveState, SaveStatus
from selfeval_tui.tui.fill.content import VERDICT_TONES, Piece, Tone
from selfeval_tui.tui.fill.tally import Tally
from selfeval_tui.tui.glyphs import Glyphs
from selfeval_tui.tui.titles import save_words


def status_row(
    tally: Tally, saving: SaveStatus, glyphs: Glyphs, *, demo: bool, notice: str = ""
) -> tuple[Piece, ...]:
    """The line: 示例 · 已填 41/60 · 未达到 2 · 请自行判断 1 · 已保存 10:32.

    Args:
        tally: The counts of the sheet.
        saving: The state of saving.
        glyphs: The marks that the terminal can show.
        demo: Whether the sheet belongs to the 示例.
        notice: Something to be said first; the counts of verdicts give way to it.
    """
    dot = Piece(f" {glyphs.dot} ", Tone.QUIET)
    row: list[Piece] = [Piece(" ")]
    for part in _parts(tally, saving, demo=demo, notice=notice):
        row.extend((part,) if len(row) == 1 else (dot, part))
    return tuple(row)


def _parts(tally: Tally, saving: SaveStatus, *, demo: bool, notice: str) -> Iterator[Piece]:
    if saving.state is SaveState.FAILED:
        yield Piece(f"！{save_words(saving)}", Tone.MISSED)
    if notice:
        yield Piece(notice, Tone.ASKED)
    if demo:
        yield Piece(DEMO, Tone.ASKED)
    progress = tally.progress
    yield Piece(f"已填 {progress.filled}/{progress.total}", action="next_unfilled")
    if not notice:
        yield from _verdicts(tally)
    if saving.state is not SaveState.FAILED and (words := save_words(saving)):
        yield Piece(words, Tone.QUIET)


def _verdicts(tally: Tally) -> Iterator[Piece]:
    for code in TROUBLING:
        if count := tally.verdicts(code):
            yield Piece(f"{code.label} {count}", VERDICT_TONES[code], "next_problem")
