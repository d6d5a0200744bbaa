"""Figures: medians with their spread, and ratios of two cases taken turn by turn."""

from collections.abc import Callable, Sequence
from statistics import median

from attrs import frozen


@frozen
class Figure:
    """One measured figure and what was aimed at."""

    name: str
    value: float
    unit: str
    low: float
    high: float
    goal: str
    """As text, since some goals are floors and some are ceilings."""
    held: bool
    note: str = ""


@frozen
class Sample:
    """Repeated measurements of one case."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the values."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 stay under."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def in_turns(cases: Sequence[Callable[[], float]], rounds: int) -> tuple[Sample, ...]:
    """Measure several cases turn by turn, so that a busy minute hits all of them alike.

    Args:
        cases: Each measures itself once and returns a duration or a size.
        rounds: How often; one more round comes first and is dropped.
    """
    for case in cases:
        case()
    taken = [[case() for case in cases] for _ in range(rounds)]
    return tuple(Sample(tuple(column)) for column in zip(*taken, strict=True))


def at_most(name: str, sample: Sample, unit: str, limit: float, note: str = "") -> Figure:
    """A figure whose median should stay under a limit."""
    values = sample.values
    held = sample.median <= limit
    return Figure(name, sample.median, unit, min(values), max(values), f"≤ {limit:g}", held, note)


def p95_at_most(name: str, sample: Sample, unit: str, limit: float, note: str = "") -> Figure:
    """A figure of which 95 of 100 values should stay under a limit."""
    low, high, value = min(sample.values), max(sample.values), sample.p95
    return Figure(name, value, unit, low, high, f"≤ {limit:g}", value <= limit, note)


def p95_ratio(name: str, above: Sample, below: Sample, limit: float) -> Figure:
    """A quotient of two 95th percentiles; the spread names that of the medians and of the worst."""
    value = above.p95 / below.p95
    low, high = above.median / below.median, max(above.values) / max(below.values)
    return Figure(name, value, "×", min(low, high), max(low, high), f"≤ {limit:g}", value <= limit)


def at_least(name: str, sample: Sample, unit: str, floor: float, note: str = "") -> Figure:
    """A figure whose median should stay above a floor."""
    values = sample.values
    held = sample.median >= floor
    return Figure(name, sample.median, unit, min(values), max(values), f"≥ {floor:g}", held, note)


def ratio(name: str, above: Sample, below: Sample, limit: float, note: str = "") -> Figure:
    """A quotient of two medians; its spread is that of the quotients round by round."""
    quotients = [a / b for a, b in zip(above.values, below.values, strict=True)]
    value = above.median / below.median
    return Figure(
        name, value, "×", min(quotients), max(quotients), f"≤ {limit:g}", value <= limit, note
    )


def table(figures: Sequence[Figure]) -> str:
    """The figures as plain lines."""
    lines = [f"{'figure':<58}{'median':>10} {'unit':<8}{'min … max':>20}  goal"]
    for each in figures:
        spread = f"{each.low:.3g} … {each.high:.3g}"
        mark = "held" if each.held else "MISSED"
        lines.append(
            f"{each.name:<58}{each.value:>10.3g} {each.unit:<8}{spread:>20}  {each.goal} {mark}"
        )
        if each.note:
            lines.append(f"    {each.note}")
    return "\n".join(lines)
