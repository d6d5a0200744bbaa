"""A rule (审核规则): an expression over the names of its place, and what is said where it fails."""

from enum import StrEnum
from functools import cached_property

from attrs import frozen

from selfeval_tui.checks.finding import Severity
from selfeval_tui.checks.template import Template
from selfeval_tui.spec import Formula, Reference


class Each(StrEnum):
    """What a rule is asked of, once each."""

    CELL = "cell"
    """Every cell that somebody types in."""
    INDICATOR = "indicator"
    """Every row that holds a target and an actual."""
    SHEET = "sheet"
    BATCH = "batch"
    """The unit's year as a whole."""


@frozen
class Rule:
    """One rule of a pack, compiled."""

    id: str
    severity: Severity
    each: Each
    test: Formula
    """What holds where all is well."""
    at: tuple[str, ...]
    """The names of the cells to look at; KIND.NAME for cells of other sheets."""
    say: Template
    fix: str
    why: str
    """The note of the form, or the practice, that the rule comes from."""
    kind: str = ""
    """Only sheets of this kind; all where empty."""
    when: Formula | None = None
    """Asked only where this holds."""
    actual: Formula | None = None
    expected: Formula | None = None
    settled_by: Formula | None = None
    """What on the sheet itself turns a failure into an explained one."""
    at_check: bool = False
    """Asked only at 自查: an untouched sheet is no wall of red."""
    pack: str = ""

    @cached_property
    def needs(self) -> frozenset[Reference]:
        """Everything that the rule and its sentence ask for, read off their expressions."""
        parts = (self.test, self.when, self.actual, self.expected, self.settled_by, *self.say.slots)
        return frozenset(need for part in parts if part is not None for need in part.needs)
