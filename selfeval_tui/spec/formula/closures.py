"""From a clean tree to a closure: blank in, blank out; three-valued logic; nothing raises."""

import ast
import operator
from collections.abc import Callable
from decimal import Decimal

from selfeval_tui.spec.formula.names import Names, Reference
from selfeval_tui.spec.formula.values import ARITHMETIC, BLANK, Blank, Value, finite

Lookup = Callable[[Reference], Value]
Run = Callable[[Lookup], Value]

_ARITHMETIC: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: ARITHMETIC.add,
    ast.Sub: ARITHMETIC.subtract,
    ast.Mult: ARITHMETIC.multiply,
    ast.Div: ARITHMETIC.divide,
    ast.Pow: ARITHMETIC.power,
}
_SIGNS: dict[type[ast.unaryop], Callable[[Decimal], Decimal]] = {
    ast.USub: ARITHMETIC.minus,
    ast.UAdd: ARITHMETIC.plus,
}
_EQUALITY: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_ORDER: dict[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def build(node: ast.expr, names: Names, needs: set[Reference]) -> Run:  # noqa: PLR0911
    """The closure of a clean tree; what it refers to is added to `needs`."""
    match node:
        case ast.Constant():
            return _constant(node)
        case ast.Name() | ast.Attribute():
            return _reference(node, names, needs)
    parts = [build(part, names, needs) for part in _operands(node)]
    match node:
        case ast.BinOp():
            return _arithmetic(_ARITHMETIC[type(node.op)], parts[0], parts[1])
        case ast.UnaryOp(op=ast.Not()):
            return _negation(parts[0])
        case ast.UnaryOp():
            return _sign(_SIGNS[type(node.op)], parts[0])
        case ast.BoolOp():
            return _junction(parts, decided_by=isinstance(node.op, ast.Or))
        case ast.Compare():
            pairs = zip(node.ops, parts, parts[1:], strict=False)
            tests = [_comparison(type(op), left, right) for op, left, right in pairs]
            return tests[0] if len(tests) == 1 else _junction(tests, decided_by=False)
        case ast.Call(func=ast.Name(id=name)):
            return _call(names.functions[name].run, parts)
    raise AssertionError(ast.dump(node))


def _operands(node: ast.expr) -> list[ast.expr]:
    """The operands of a node, left to right."""
    if isinstance(node, ast.Call):
        return node.args
    return [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def _constant(node: ast.Constant) -> Run:
    value: Value = node.value  # type: ignore[assignment]  # A Decimal or a text.
    return lambda _: value


def _reference(node: ast.Name | ast.Attribute, names: Names, needs: set[Reference]) -> Run:
    if isinstance(node, ast.Name):
        found = names.find_own(node.id)
    else:
        assert isinstance(node.value, ast.Name)
        found = names.find_member(node.value.id, node.attr)
    assert isinstance(found, Reference)
    reference = found
    needs.add(reference)

    def run(lookup: Lookup) -> Value:
        value = lookup(reference)
        return finite(value) if isinstance(value, Decimal) else value

    return run


def _arithmetic(compute: Callable[[Decimal, Decimal], Decimal], left: Run, right: Run) -> Run:
    def run(lookup: Lookup) -> Value:
        first, second = left(lookup), right(lookup)
        if isinstance(first, Decimal) and isinstance(second, Decimal):
            return finite(compute(first, second))
        return BLANK

    return run


def _sign(compute: Callable[[Decimal], Decimal], operand: Run) -> Run:
    def run(lookup: Lookup) -> Value:
        value = operand(lookup)
        return finite(compute(value)) if isinstance(value, Decimal) else BLANK

    return run


def _comparison(op: type[ast.cmpop], left: Run, right: Run) -> Run:
    """Numbers are ordered; numbers, texts and truths are equal or not to their own sort."""
    order, equality = _ORDER.get(op), _EQUALITY.get(op)

    def run(lookup: Lookup) -> Value:
        first, second = left(lookup), right(lookup)
        if order is not None:
            both = isinstance(first, Decimal) and isinstance(second, Decimal)
            return order(first, second) if both else BLANK  # type: ignore[arg-type]
        if isinstance(first, Blank | tuple) or type(first) is not type(second):
            return BLANK
        assert equality is not None
        return equality(first, second)

    return run


def _negation(operand: Run) -> Run:
    def run(lookup: Lookup) -> Value:
        value = operand(lookup)
        return not value if isinstance(value, bool) else BLANK

    return run


def _junction(parts: list[Run], *, decided_by: bool) -> Run:
    """且 (decided by a false part) and 或 (decided by a true one) after Kleene."""

    def run(lookup: Lookup) -> Value:
        unknown = False
        for part in parts:
            value = part(lookup)
            if value is decided_by:
                return decided_by
            unknown = unknown or not isinstance(value, bool)
        return BLANK if unknown else not decided_by

    return run


def _call(function: Callable[..., Value], parts: list[Run]) -> Run:
    return lambda lookup: function(*[part(lookup) for part in parts])
