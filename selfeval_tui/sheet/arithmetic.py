"""A formula in figures: 执行数 / 预算数 becomes 4.76 ÷ 5."""

import ast
from collections.abc import Callable
from decimal import Decimal

from selfeval_tui.text import format_number

Read = Callable[[str], str]
"""The text of a field or column by its name; empty where it is blank."""

_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("-", 1),
    ast.Mult: ("×", 2),
    ast.Div: ("÷", 2),
}
_OPERAND = 3


def in_figures(tree: ast.Expression, read: Read) -> str:
    """Write plain arithmetic with the figures that stand in the cells.

    Returns:
        The arithmetic; empty where the formula is something else or a figure is missing.
    """
    written = _write(tree.body, read)
    return written[0] if written and written[1] < _OPERAND else ""


def _write(node: ast.expr, read: Read) -> tuple[str, int] | None:
    """The text of a node, and how strongly it holds together."""
    match node:
        case ast.Name(id=name):
            text = read(name).strip()
            return (text, _OPERAND) if text else None
        case ast.Constant(value=value):
            return (format_number(value), _OPERAND) if isinstance(value, Decimal) else None
        case ast.BinOp(op=op) if type(op) in _SIGNS:
            return _write_pair(node, read)
        case _:
            return None


def _write_pair(node: ast.BinOp, read: Read) -> tuple[str, int] | None:
    sign, strength = _SIGNS[type(node.op)]
    left, right = _write(node.left, read), _write(node.right, read)
    if left is None or right is None:
        return None
    first = left[0] if left[1] >= strength else f"（{left[0]}）"
    second = right[0] if right[1] > strength else f"（{right[0]}）"
    return f"{first} {sign} {second}", strength
