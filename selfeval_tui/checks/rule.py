"""A rule (审核规则): an expression over the names of its place, and what is said where it fails."""

from decimal import Decimal
from functools import cached_property

from attrs import frozen

from selfeval_tui.checks.asked import Asked, ready
from selfeval_tui.checks.each import Each
from selfeval_tui.checks.finding import Severity
from selfeval_tui.checks.template import Template
from selfeval_tui.spec import Formula, Reference

__all__ = ["Each", "Rule"]


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
    gap: Formula | None = None
    """相差, where it is more than the difference of two numbers: 1.2个百分点."""
    settled_by: Formula | None = None
    """What on the sheet itself turns a failure into an explained one."""
    at_check: bool = False
    """Asked only at 自查: an untouched sheet is no wall of red."""
    example: str = ""
    """A case that breaks it, for those who ask what it means."""
    pack: str = ""
    limit: Decimal | None = None
    """What 界限 stands for in its expressions; a workspace may change it."""
    limit_of: str = ""
    """The rule whose 界限 it shares."""

    @cached_property
    def needs(self) -> frozenset[Reference]:
        """Everything that the rule and its sentence ask for, read off their expressions."""
        parts = (self.test, self.when, self.actual, self.expected, self.gap, self.settled_by)
        spoken = (*(part for part in parts if part is not None), *self.say.slots)
        return frozenset(need for part in spoken for need in part.needs)

    @cached_property
    def asked(self) -> Asked:
        """It, ready to be asked at any place of its sort."""
        return ready(self)
