"""A compiled formula (公式): what it needs, and its value for given values."""

import ast

from attrs import field, frozen

from selfeval_tui.spec.formula.closures import Lookup, Run, build
from selfeval_tui.spec.formula.names import Names, Reference
from selfeval_tui.spec.formula.tree import parse
from selfeval_tui.spec.formula.values import Value


@frozen
class Formula:
    """An expression over Decimal, checked and compiled once."""

    source: str
    needs: frozenset[Reference]
    """Everything the expression refers to, parsed from it."""
    tree: ast.Expression = field(eq=False, repr=False)
    """Names as written, Decimal and text constants; for those who say it in another language."""
    _run: Run = field(eq=False, repr=False)

    def evaluate(self, lookup: Lookup) -> Value:
        """The value; blank where it has none. Never raises unless `lookup` does."""
        return self._run(lookup)


def compile_formula(source: str, scope: Names) -> Formula:
    """Check an expression against the names it may speak and compile it.

    Raises:
        FormulaError: What is wrong, where in the expression, and the nearest name, in Chinese.
    """
    tree = parse(source, scope)
    needs: set[Reference] = set()
    run = build(tree.body, scope, needs)
    return Formula(source, frozenset(needs), tree, run)
