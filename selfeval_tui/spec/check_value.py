"""What a field or a column must keep: options, unit, digits and default that fit its kind."""

from collections.abc import Iterator

from selfeval_tui.spec.faults import Path
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import Field, Kind

Found = tuple[Path, str]
"""A path below what is checked, and what is wrong there."""

MONEY_UNITS = ("元", "万元")
MOST_DIGITS = 12

_CHOICES = (Kind.CHOICE, Kind.FLAGS)
_COMPUTED_DIGITS = (Kind.MONEY, Kind.NUMBER, Kind.PERCENT)
_WRITTEN = (Kind.TEXT, Kind.LONG)


def check_value(each: Field) -> Iterator[Found]:
    """What is wrong with a field or a column, whatever stands around it."""
    yield from _check_options(each)
    if each.kind is Kind.MONEY and each.unit not in MONEY_UNITS:
        yield ("unit",), f"金额要写单位，可写 {'、'.join(MONEY_UNITS)}"
    if each.kind is not Kind.MONEY and each.unit:
        yield ("unit",), f"只有金额（money）写单位，这里是 {each.kind}"
    if each.digits is not None and each.kind not in _COMPUTED_DIGITS:
        yield ("digits",), f"只有数字写小数位数，这里是 {each.kind}"
    if each.digits is not None and not 0 <= each.digits <= MOST_DIGITS:
        yield ("digits",), f"小数位数是 0 至 {MOST_DIGITS}"
    if each.limit is not None and each.kind not in _WRITTEN:
        yield ("limit",), f"只有文字（text、long）限字数，这里是 {each.kind}"
    if each.limit is not None and each.limit < 1:
        yield ("limit",), "字数至少是 1"


def _check_options(each: Field) -> Iterator[Found]:
    """A choice has options, each once, and its default is one of them."""
    if each.kind not in _CHOICES:
        if each.options:
            yield ("options",), f"只有 choice 和 flags 写选项，这里是 {each.kind}"
        return
    if not each.options:
        yield ("options",), "至少要一个选项"
    if len(set(each.options)) < len(each.options):
        yield ("options",), "有重复的选项"
    if each.options and each.default and each.default not in each.options:
        hint = did_you_mean(each.default, each.options)
        yield ("default",), f"“{each.default}”不在选项里。{hint}"
