"""What the words mean: folding, numerals, units, targets, actuals and verdicts. Pure, no I/O.

Start with `judge`; `read_target` and `read_actual` are its two halves.
"""

from selfeval_tui.text.actual import read_actual
from selfeval_tui.text.fold import fold, strip_controls
from selfeval_tui.text.money import read_money
from selfeval_tui.text.numerals import format_number, parse_number
from selfeval_tui.text.outcome import VerdictCode
from selfeval_tui.text.reading import (
    Confidence,
    Direction,
    DirectionSource,
    Operator,
    Quantity,
    Reading,
)
from selfeval_tui.text.target import read_target
from selfeval_tui.text.units import Kind, convert
from selfeval_tui.text.verdict import Verdict, judge

__all__ = [
    "Confidence",
    "Direction",
    "DirectionSource",
    "Kind",
    "Operator",
    "Quantity",
    "Reading",
    "Verdict",
    "VerdictCode",
    "convert",
    "fold",
    "format_number",
    "judge",
    "parse_number",
    "read_actual",
    "read_money",
    "read_target",
    "strip_controls",
]
