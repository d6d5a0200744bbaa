"""What a box shows at this moment: typed text, computed text, verdict; each piece with its tone."""

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.agree import disagrees
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import Verdict, VerdictCode
from selfeval_tui.tui.fill.lines import Box, Line, LineKind, Part
from selfeval_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from selfeval_tui.checks import Severity

NUMERIC = frozenset({Kind.MONEY, Kind.NUMBER, Kind.PERCENT})
COMPUTED_NOTE = "（自动算出）"


class Tone(StrEnum):
    """How a piece is drawn; the style sheet gives each a look, and none by hue alone."""

    PLAIN = "plain"
    HEADING = "heading"
    HEADER = "header"
    LABEL = "label"
    QUIET = "quiet"
    """What the program or the form supplies, where nothing is typed."""
    DISAGREES = "disagrees"
    """A computed value beside a typed one that says something else."""
    MET = "met"
    MISSED = "missed"
    BADGE = "badge"
    """示例."""
    ASKED = "asked"
    """A verdict that waits for the clerk."""


@frozen
class Piece:
    """A run of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN
    action: str = ""
    """What a click on it does, by its name in the table of keys."""


VERDICT_TONES = {
    VerdictCode.met: Tone.MET,
    VerdictCode.exceeded: Tone.MET,
    VerdictCode.partly: Tone.MISSED,
    VerdictCode.missed: Tone.MISSED,
    VerdictCode.restated: Tone.ASKED,
    VerdictCode.person: Tone.ASKED,
    VerdictCode.na: Tone.QUIET,
    VerdictCode.blank: Tone.QUIET,
}

SEVERITY_TONES = (Tone.MISSED, Tone.ASKED, Tone.LABEL, Tone.LABEL)
"""By the rank of a severity, the heaviest first."""

_LABEL_TONES = {
    LineKind.HEADING: Tone.HEADING,
    LineKind.HEADER: Tone.HEADER,
    LineKind.NOTE: Tone.QUIET,
    LineKind.EMPTY: Tone.QUIET,
}


def verdict_glyph(code: VerdictCode, glyphs: Glyphs) -> str:
    """The mark of a verdict."""
    return glyphs.not_applicable if code is VerdictCode.na else str(getattr(glyphs, code))


def severity_piece(severity: "Severity", glyphs: Glyphs, words: str = "") -> Piece:
    """The mark of a severity, with words behind it."""
    mark = (glyphs.error, glyphs.explain, glyphs.warn, glyphs.warn)[severity.rank]
    return Piece(f"{mark} {words}" if words else mark, SEVERITY_TONES[severity.rank])


def verdict_of(batch: Batch, line: Line) -> Verdict | None:
    """The verdict of a line; None for lines that are not judged."""
    if line.kind is not LineKind.ROW:
        return None
    return batch.verdict(Address(line.sheet, "", line.table, line.row))


def box_pieces(batch: Batch, line: Line, box: Box, *, repeating: bool = False) -> tuple[Piece, ...]:
    """What a label or value shows.

    Args:
        batch: Where the texts are.
        line: The line.
        box: One of its boxes with a label or value.
        repeating: Whether merged texts are said although the row above says the same.
    """
    if box.part is Part.LABEL:
        return (Piece(box.text, _LABEL_TONES.get(line.kind, Tone.LABEL)),)
    if box.address is None or box.field is None:
        return ()
    if box.grouped and not repeating and repeats(batch, line, box):
        return ()
    return value_pieces(batch, box.address, box.field)


def value_pieces(batch: Batch, address: Address, field: Field) -> tuple[Piece, ...]:
    """A typed value, with the computed one beside it where the two say different things."""
    typed = batch.typed(address)
    computed = batch.computed_text(address) if field.calc else ""
    if not typed.strip():
        if computed:
            return (Piece(computed, Tone.QUIET), Piece(COMPUTED_NOTE, Tone.QUIET))
        return (Piece(field.default, Tone.QUIET),) if field.default else ()
    if computed and disagrees(batch, address):
        return (Piece(typed), Piece(f"（{disagreement(field, computed)}）", Tone.DISAGREES))
    return (Piece(typed),)


def disagreement(field: Field, computed: str) -> str:
    """What a computed value says beside a typed one: 按B/A应为95.2%."""
    if field.kind not in NUMERIC:
        return f"按格式应为“{computed}”"
    basis = _basis(field)
    return f"按{basis}应为{computed}" if basis else f"自动算出{computed}"


def repeats(batch: Batch, line: Line, box: Box) -> bool:
    """Whether a merged column goes on from the row above, all merged columns before it too."""
    if not line.above or box.address is None:
        return False
    for other in line.boxes:
        if not other.grouped or other.address is None:
            continue
        above = Address(other.address.sheet, other.address.name, line.table, line.above)
        if batch.typed(other.address) != batch.typed(above):
            return False
        if other is box:
            return bool(batch.typed(box.address))
    return False


def _basis(field: Field) -> str:
    """The arithmetic that a label prints: B/A in 执行率（B/A）."""
    _, _, rest = field.label.partition("（")
    return rest.removesuffix("）") if "/" in rest else ""
