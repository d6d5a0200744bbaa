"""From the formulas of a form to those of a spreadsheet, as far as they stay in one row."""

import ast
from collections.abc import Mapping
from decimal import Decimal

from selfeval_tui.text import format_number

_OPERATORS: Mapping[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("-", 1),
    ast.Mult: ("*", 2),
    ast.Div: ("/", 2),
}
_ATOM = 3
_FUNCTIONS = {"求和": "SUM", "四舍五入": "ROUND", "最小": "MIN", "最大": "MAX"}


class _UntranslatableError(Exception):
    """The formula says something that a cell formula of one row cannot."""


def translate(tree: ast.Expression, cells: Mapping[str, str]) -> str | None:
    """The formula in the language of spreadsheets, without `=`.

    Args:
        tree: The clean tree of a form's formula.
        cells: The references of the row's columns that hold numbers: 预算数 is `D{row}`.

    Returns:
        A formula that is empty where a divisor is 0; None where it cannot be said.
    """
    writer = _Writer(cells)
    try:
        source, _ = writer.write(tree.body)
    except _UntranslatableError:
        return None
    zeros = [f"{divisor}=0" for divisor in dict.fromkeys(writer.divisors)]
    if not zeros:
        return source
    test = zeros[0] if len(zeros) == 1 else f"OR({','.join(zeros)})"
    return f'IF({test},"",{source})'


class _Writer:
    """Writes a tree down and collects what it divides by."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells
        self.divisors: list[str] = []

    def write(self, node: ast.expr) -> tuple[str, int]:
        """A part of the formula, and how tightly it binds."""
        match node:
            case ast.Constant():
                return _constant(node.value), _ATOM
            case ast.Name(id=name) if name in self._cells:
                return self._cells[name], _ATOM
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"(-{self._atom(operand)})", _ATOM
            case ast.BinOp():
                return self._operation(node)
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in _FUNCTIONS:
                inner = ",".join(self.write(each)[0] for each in arguments)
                return f"{_FUNCTIONS[name]}({inner})", _ATOM
        raise _UntranslatableError

    def _operation(self, node: ast.BinOp) -> tuple[str, int]:
        if type(node.op) not in _OPERATORS:
            raise _UntranslatableError
        sign, binding = _OPERATORS[type(node.op)]
        left, left_binding = self.write(node.left)
        if left_binding < binding:
            left = f"({left})"
        right, right_binding = self.write(node.right)
        if isinstance(node.op, ast.Div):
            self.divisors.append(right if right_binding == _ATOM else f"({right})")
        if right_binding <= binding:
            right = f"({right})"
        return f"{left}{sign}{right}", binding

    def _atom(self, node: ast.expr) -> str:
        source, binding = self.write(node)
        return source if binding == _ATOM else f"({source})"


def _constant(value: object) -> str:
    """A number of the form's formula; the compiler keeps numbers as Decimal."""
    if not isinstance(value, Decimal):
        raise _UntranslatableError
    return format_number(value)
