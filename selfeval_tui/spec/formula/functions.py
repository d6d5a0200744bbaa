"""The functions a formula may call: each small, total, and blank where it has no answer."""

from collections.abc import Callable
from decimal import Decimal
from types import MappingProxyType

from attrs import frozen

from selfeval_tui.spec.formula.values import ARITHMETIC, BLANK, Value, finite, flatten, plain

MOST_DECIMALS = 12
LONGEST_TEXT = 100_000
"""Characters of a joined text."""


@frozen
class Function:
    """A registered function."""

    run: Callable[..., Value]
    least: int
    most: int
    """How many arguments it takes."""
    many: bool = False
    """Whether an argument may be a whole column (表.列) or a field of all sheets of a kind."""


def total(*values: Value) -> Value:
    """求和: blanks are skipped; all blank is blank; anything but numbers makes it unknown."""
    numbers = _numbers(values)
    if not numbers:
        return BLANK
    result = numbers[0]
    for number in numbers[1:]:
        result = ARITHMETIC.add(result, number)
    return finite(ARITHMETIC.plus(result))


def join(*values: Value) -> Value:
    """连接: the texts one after another, numbers printed plainly; all blank is blank.

    So is what would be longer than any text: columns and 连接 itself may be joined many times.
    """
    parts = [plain(each) for each in flatten(values)]
    if not parts or sum(map(len, parts)) > LONGEST_TEXT:
        return BLANK
    return "".join(parts)


def round_half_up(value: Value, digits: Value) -> Value:
    """四舍五入 to 0 … 12 decimals."""
    if not isinstance(value, Decimal) or not isinstance(digits, Decimal):
        return BLANK
    if not value.is_finite() or digits not in range(MOST_DECIMALS + 1):
        return BLANK
    return finite(ARITHMETIC.quantize(value, Decimal(1).scaleb(-int(digits))))


def choose(condition: Value, then: Value, otherwise: Value) -> Value:
    """如果: blank where the condition is unknown."""
    return (then if condition else otherwise) if isinstance(condition, bool) else BLANK


def filled(value: Value) -> Value:
    """非空: whether anything is there; blanks and empty texts are nothing."""
    if isinstance(value, tuple):
        return any(each != "" for each in flatten(value))
    return value is not BLANK and value != ""


def least(*values: Value) -> Value:
    """最小: blanks are skipped; anything but numbers makes it unknown."""
    return min(_numbers(values), default=BLANK)


def greatest(*values: Value) -> Value:
    """最大: blanks are skipped; anything but numbers makes it unknown."""
    return max(_numbers(values), default=BLANK)


def _numbers(values: tuple[Value, ...]) -> list[Decimal]:
    """The finite numbers among the values; none at all if any value is something else."""
    numbers = []
    for value in flatten(values):
        if not isinstance(value, Decimal) or not value.is_finite():
            return []
        numbers.append(value)
    return numbers


FUNCTIONS = MappingProxyType(
    {
        "求和": Function(total, 1, 100, many=True),
        "连接": Function(join, 1, 100, many=True),
        "四舍五入": Function(round_half_up, 2, 2),
        "如果": Function(choose, 3, 3),
        "非空": Function(filled, 1, 1, many=True),
        "最小": Function(least, 1, 100, many=True),
        "最大": Function(greatest, 1, 100, many=True),
    }
)
