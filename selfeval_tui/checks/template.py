"""Sentences with slots: every slot is an expression, and all of them are known when loaded."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from attrs import frozen

from selfeval_tui.spec import Blank, Formula, Names, Reference, Value, compile_formula
from selfeval_tui.text import format_number

_SLOT = re.compile(r"\{([^{}]+)\}")
UNKNOWN = "（未填）"

Run = Callable[[Any], Value]
"""Works something out for a place; what sort of place that is, the rule says."""


@frozen
class Template:
    """A Chinese sentence: texts and expressions in turn, beginning and ending with a text."""

    source: str
    texts: tuple[str, ...]
    slots: tuple[Formula, ...]

    def bound(self, bind: Callable[[Reference], Run]) -> Callable[[Any], str]:
        """What fills the slots for a place.

        Args:
            bind: How a name is looked up in any such place.
        """
        pairs = list(zip(self.texts, [slot.bound(bind) for slot in self.slots], strict=False))
        end = self.texts[-1]

        def fill(place: Any) -> str:  # noqa: ANN401 - See Run.
            return "".join(f"{text}{shown(run(place))}" for text, run in pairs) + end

        return fill


def compile_template(source: str, names: Names) -> Template:
    """Read a sentence.

    Raises:
        FormulaError: A slot speaks a name that the rule's place does not have.
    """
    pieces = _SLOT.split(source)
    slots = tuple(compile_formula(each, names) for each in pieces[1::2])
    return Template(source, tuple(pieces[::2]), slots)


def in_words(name: str) -> str:
    """A name as a clerk says it: 执行率原文 is the 执行率, and 预算数元 the 预算数."""
    return name.removesuffix("原文").removesuffix("元")


def shown(value: Value) -> str:
    """A value on one line: numbers without trailing zeros, several values with 、 between."""
    if isinstance(value, Blank):
        return UNKNOWN
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, tuple):
        return "、".join(shown(each) for each in value)
    return " ".join(value.split()) or UNKNOWN
