"""Read an actual value (实际完成值): what was reached, in the light of its target."""

from selfeval_tui.text.phrase import read_phrase
from selfeval_tui.text.reading import Reading


def read_actual(raw: str, *, target: Reading | None = None) -> Reading:
    """Read an actual value.

    Args:
        raw: The text as typed.
        target: The reading of its target; lends unit and direction.

    Returns:
        What was understood; never raises.
    """
    reading = read_phrase(raw, beside_a_figure=bool(target and target.quantities))
    if target is None or not reading.quantities:
        return reading
    return reading.directed(target.direction, target.direction_source)
