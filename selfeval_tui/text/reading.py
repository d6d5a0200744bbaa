"""What a target or an actual value says once it is read: operator, quantities, date, direction."""

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from selfeval_tui.text.dates import Moment
from selfeval_tui.text.numerals import format_number
from selfeval_tui.text.span import Span
from selfeval_tui.text.units import Kind


class Labelled(StrEnum):
    """A code with the Chinese words a clerk sees."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Labelled":
        """Keep the label beside the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Direction(Labelled):
    """Which way is better (正向, 反向, 等于, 定性)."""

    higher = "higher", "越高越好"
    lower = "lower", "越低越好"  # type: ignore[assignment]
    equal = "equal", "等于"
    none = "none", "定性"


class DirectionSource(Labelled):
    """What the direction was taken from."""

    comparator = "comparator", "比较符号"
    indicator = "indicator", "指标含义"
    clerk = "clerk", "人工指定"
    default = "default", "默认"


class Operator(Labelled):
    """How a value is bound; the label is what stands before the figure."""

    ge = "ge", "≥"
    gt = "gt", ">"
    le = "le", "≤"
    lt = "lt", "<"
    eq = "eq", "="
    range = "range", "区间"
    approx = "approx", "约"
    near = "near", "近"
    over = "over", "略多于"
    by_date = "by_date", "截止"
    bare = "bare", ""
    qualitative = "qualitative", "定性"
    not_applicable = "not_applicable", "不涉及"
    blank = "blank", "未填"


class Confidence(Labelled):
    """How sure the reading is."""

    sure = "sure", "明确"
    likely = "likely", "较明确"
    unsure = "unsure", "不确定"


_BOUNDS = frozenset({Operator.ge, Operator.gt, Operator.le, Operator.lt, Operator.eq})
_TENTH = Decimal("0.1")


@frozen
class Quantity:
    """One amount: 5 人/次 is value 5, unit 人, per 次; a range also has its upper value.

    An empty unit is a bare figure; `kind` is then None.
    """

    value: Decimal
    unit: str = ""
    kind: Kind | None = None
    per: str = ""
    operator: Operator = Operator.bare
    high: Decimal | None = None
    factor: Decimal = Decimal(1)

    @property
    def span(self) -> Span:
        """The numbers this amount may stand for, in its own unit."""
        value, operator = self.value, self.operator
        if operator is Operator.bare or operator is Operator.eq:
            return Span(value, value)
        if operator is Operator.ge or operator is Operator.gt:
            return Span(value, None, low_open=operator is Operator.gt)
        if operator is Operator.le or operator is Operator.lt:
            return Span(None, value, high_open=operator is Operator.lt)
        if operator is Operator.range:
            return Span(value, self.high)
        return self._roughly()

    def _roughly(self) -> Span:
        """约 leaves a tenth on both sides, 近 a tenth below; 余 is anything up to the double."""
        value, slack = self.value, abs(self.value) * _TENTH
        if self.operator is Operator.over:
            return Span(value, value * 2, low_open=True)
        return Span(value - slack, value if self.operator is Operator.near else value + slack)

    @property
    def is_fraction(self) -> bool:
        """Whether the unit is a share such as /3, as in 1/3."""
        return self.unit.startswith("/")

    @property
    def unit_text(self) -> str:
        """The unit with its per part: 元/亩."""
        return f"{self.unit}/{self.per}" if self.per else self.unit

    def as_text(self) -> str:
        """The amount in plain notation: `≤ 3 次`, `10–20 人`."""
        number = format_number(self.value)
        if self.high is not None:
            number = f"{number}–{format_number(self.high)}"
        space = " " if self.unit and self.unit not in "%‰" and not self.is_fraction else ""
        sign = "" if self.operator is Operator.range else self.operator.label
        lead = f"{sign} " if sign else ""
        return f"{lead}{number}{space}{self.unit_text}"


@frozen
class Reading:
    """One cell as it was understood; `raw` is kept to the letter, `text` is folded.

    `aside`: words beside the figures may turn their meaning. `listed`: several amounts stand in a
    plain list that adds up.
    """

    raw: str
    text: str
    operator: Operator
    quantities: tuple[Quantity, ...] = ()
    date: Moment | None = None
    direction: Direction = Direction.none
    direction_source: DirectionSource = DirectionSource.default
    confidence: Confidence = Confidence.sure
    aside: bool = False
    listed: bool = False

    def directed(
        self, direction: Direction, source: DirectionSource, confidence: Confidence | None = None
    ) -> "Reading":
        """The same reading with its direction."""
        # Written out because attrs.evolve costs five times as much, on each key.
        return Reading(
            self.raw,
            self.text,
            self.operator,
            self.quantities,
            self.date,
            direction,
            source,
            confidence or self.confidence,
            self.aside,
            self.listed,
        )

    @property
    def bounded(self) -> bool:
        """Whether a comparator or bound word stands in it."""
        if self.date is not None:
            return self.date.bounded
        return any(quantity.operator in _BOUNDS for quantity in self.quantities)

    def describe(self) -> str:
        """The reading for the screen, such as `≤ 3 次 · 越低越好`."""
        if self.date is not None:
            return self.date.describe()
        if not self.quantities:
            return self.operator.label
        amounts = "、".join(quantity.as_text() for quantity in self.quantities)
        return (
            amounts if self.direction is Direction.none else f"{amounts} · {self.direction.label}"
        )

    def as_json(self) -> dict[str, object]:
        """The reading as plain data; decimals as strings."""
        return {
            "operator": str(self.operator),
            "quantities": [_quantity_json(quantity) for quantity in self.quantities],
            "date": self.date.as_text() if self.date else None,
            "direction": str(self.direction),
            "direction_source": str(self.direction_source),
            "confidence": str(self.confidence),
            "text": self.describe(),
        }


def _quantity_json(quantity: Quantity) -> dict[str, object]:
    return {
        "operator": str(quantity.operator),
        "value": format_number(quantity.value),
        "high": None if quantity.high is None else format_number(quantity.high),
        "unit": quantity.unit,
        "kind": str(quantity.kind) if quantity.kind else None,
        "per": quantity.per,
    }
