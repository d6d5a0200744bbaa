"""What the words mean: folding, numerals, units, targets, actuals and verdicts. Pure, no I/O.

Start with `judge`; `read_target` and `read_actual` are its two halves.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from selfeval_tui.text.fold import fold, has_controls, strip_controls
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
from selfeval_tui.text.units import Kind, convert

if TYPE_CHECKING:
    from selfeval_tui.text.actual import read_actual
    from selfeval_tui.text.target import read_target
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
    "has_controls",
    "judge",
    "parse_number",
    "read_actual",
    "read_money",
    "read_target",
    "strip_controls",
]

_JUDGING = {
    "Verdict": "verdict",
    "judge": "verdict",
    "read_actual": "actual",
    "read_target": "target",
}
"""Names that are imported on first use: the first screen stands before anything is judged."""


def __getattr__(name: str) -> object:
    """Import the judge and its vocabulary when somebody asks for them.

    Raises:
        AttributeError: The room has no such name.
    """
    home = _JUDGING.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found
