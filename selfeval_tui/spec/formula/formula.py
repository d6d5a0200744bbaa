"""A compiled formula (公式): what it needs, and its value for given values."""

import ast

from attrs import field, frozen

from selfeval_tui.spec.formula.closures import Bind, Lookup, Place, Run, build
from selfeval_tui.spec.formula.names import Names, Reference
from selfeval_tui.spec.formula.tree import parse
from selfeval_tui.spec.formula.values import Value, usable


@frozen
class Formula:
    """An expression over Decimal, checked and compiled once."""

    source: str
    needs: frozenset[Reference]
    """Everything the expression refers to, parsed from it."""
    tree: ast.Expression = field(eq=False, repr=False)
    """Names as written, Decimal and text constants; for those who say it in another language."""
    _names: Names = field(eq=False, repr=False)
    _run: Run[Lookup] = field(eq=False, repr=False)

    def evaluate(self, lookup: Lookup) -> Value:
        """The value; blank where it has none. Never raises unless `lookup` does."""
        return self._run(lookup)

    def bound(self, bind: Bind[Place]) -> Run[Place]:
        """The same expression for those who evaluate it often, in many places alike.

        Args:
            bind: How a reference is looked up in any such place, which gives `usable` values.
        """
        return build(self.tree.body, self._names, bind)

    @property
    def conjuncts(self) -> tuple["Formula", ...]:
        """The parts that 且 joins, all of which must hold; the formula itself where it is one."""
        match self.tree.body:
            case ast.BoolOp(op=ast.And(), values=parts):
                return tuple(_compiled(self.source, part, self._names) for part in parts)
        return (self,)


def compile_formula(source: str, scope: Names) -> Formula:
    """Check an expression against the names it may speak and compile it.

    Raises:
        FormulaError: What is wrong, where in the expression, and the nearest name, in Chinese.
    """
    return _compiled(source, parse(source, scope).body, scope)


def _compiled(source: str, node: ast.expr, scope: Names) -> Formula:
    """The formula of a clean tree."""
    needs: set[Reference] = set()

    def bind(reference: Reference) -> Run[Lookup]:
        needs.add(reference)
        return lambda lookup: usable(lookup(reference))

    run = build(node, scope, bind)
    return Formula(source, frozenset(needs), ast.Expression(node), scope, run)
