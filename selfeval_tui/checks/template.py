"""Sentences with slots: every slot is an expression, and all of them are known when loaded."""

import re
from collections.abc import Callable
from decimal import Decimal

from attrs import frozen

from selfeval_tui.spec import Blank, Formula, Names, Reference, Value, compile_formula
from selfeval_tui.text import format_number

_SLOT = re.compile(r"\{([^{}]+)\}")
UNKNOWN = "（未填）"

Lookup = Callable[[Reference], Value]


@frozen
class Template:
    """A Chinese sentence: texts and expressions in turn, beginning and ending with a text."""

    source: str
    texts: tuple[str, ...]
    slots: tuple[Formula, ...]

    def fill(self, lookup: Lookup) -> str:
        """The sentence with its slots filled."""
        parts = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            parts += [shown(slot.evaluate(lookup)), text]
        return "".join(parts)


def compile_template(source: str, names: Names) -> Template:
    """Read a sentence.

    Raises:
        FormulaError: A slot speaks a name that the rule's place does not have.
    """
    pieces = _SLOT.split(source)
    slots = tuple(compile_formula(each, names) for each in pieces[1::2])
    return Template(source, tuple(pieces[::2]), slots)


def shown(value: Value) -> str:
    """A value in a sentence: numbers without trailing zeros, several values with 、 between."""
    if isinstance(value, Blank):
        return UNKNOWN
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, tuple):
        return "、".join(shown(each) for each in value)
    return value.strip() or UNKNOWN
