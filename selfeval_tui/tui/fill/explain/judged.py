"""How target and actual, or an amount, are understood, and what follows for the row."""

from attrs import evolve

from selfeval_tui.sheet import show_value
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import Blank
from selfeval_tui.text import Direction, Operator, Verdict, VerdictCode
from selfeval_tui.tui.fill.content import NUMERIC, VERDICT_TONES, Piece, Tone, verdict_glyph
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import labelled
from selfeval_tui.tui.glyphs import FANCY

UNREADABLE = "看不懂这个数，已照原样保留，不参加计算；写成如 {example} 就能计算"
BY_THE_CLERK = "（人工）"


def reading(about: About) -> list[Piece]:
    """How target and actual, or an amount, are understood."""
    if about.verdict is not None:
        said = _sides(about, about.verdict)
        return labelled("读作 ", said.replace(FANCY.dot, about.glyphs.dot))
    if about.field.kind not in NUMERIC or not about.text.strip():
        return []
    value = value_of(about.field, about.text)
    if isinstance(value, Blank):
        example = about.field.example or "18.27"
        return [Piece(UNREADABLE.format(example=example), Tone.ASKED)]
    return labelled("读作 ", f"{show_value(value, about.field)} {about.field.unit}".rstrip())


def verdict(about: About) -> list[Piece]:
    """The verdict and its arithmetic."""
    found = about.verdict
    if found is None or found.code is VerdictCode.blank:
        return []
    mark = f"{verdict_glyph(found.code, about.glyphs)} {found.code.label}"
    said = [Piece("判定 ", Tone.LABEL), Piece(mark, VERDICT_TONES[found.code])]
    return [*said, Piece(f"  {found.why}")] if found.why else said


def _sides(about: About, found: Verdict) -> str:
    ruling = about.ruling
    manual = BY_THE_CLERK if ruling.reading or ruling.direction else ""
    # The direction belongs to the target; repeated at the actual it only takes room.
    actual = evolve(found.actual, direction=Direction.none)
    sides = (("目标", found.target, manual), ("实际", actual, ""))
    return "；".join(
        f"{side} {each.describe()}{note}"
        for side, each, note in sides
        if each.operator is not Operator.blank
    )
