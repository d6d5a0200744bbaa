"""From a clean tree to a closure: blank in, blank out; three-valued logic; nothing raises."""

import ast
import operator
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from selfeval_tui.spec.formula.names import Names, Reference
from selfeval_tui.spec.formula.values import ARITHMETIC, BLANK, Blank, Value, finite

Place = TypeVar("Place")
"""What a formula is evaluated for: whatever its references are looked up in."""
Lookup = Callable[[Reference], Value]
Run = Callable[[Place], Value]
Bind = Callable[[Reference], Run[Place]]
"""How a reference is looked up, found once for all places."""

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

_NEVER_EQUAL = (Blank, tuple)


def build(node: ast.expr, names: Names, bind: Bind[Place]) -> Run[Place]:  # noqa: PLR0911
    """The closure of a clean tree, everything that it refers to bound to how it is looked up."""
    match node:
        case ast.Constant():
            return _constant(node)
        case ast.Name() | ast.Attribute():
            return _reference(node, names, bind)
    parts = [build(part, names, bind) for part in _operands(node)]
    match node:
        case ast.BinOp():
            return _arithmetic(_ARITHMETIC[type(node.op)], parts[0], parts[1])
        case ast.UnaryOp(op=ast.Not()):
            return _negation(parts[0])
        case ast.UnaryOp():
            return _sign(_SIGNS[type(node.op)], parts[0])
        case ast.BoolOp():
            return _junction(parts, decided_by=isinstance(node.op, ast.Or))
        case ast.Compare(ops=[ast.Eq() | ast.NotEq() as op], comparators=[ast.Constant() as right]):
            return _equality_with(_EQUALITY[type(op)], parts[0], _value(right))
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


def _value(node: ast.Constant) -> Value:
    value: Value = node.value  # type: ignore[assignment]  # A Decimal or a text.
    return value


def _constant(node: ast.Constant) -> Run[object]:
    value = _value(node)
    return lambda _: value


def _reference(node: ast.Name | ast.Attribute, names: Names, bind: Bind[Place]) -> Run[Place]:
    if isinstance(node, ast.Name):
        found = names.find_own(node.id)
    else:
        assert isinstance(node.value, ast.Name)
        found = names.find_member(node.value.id, node.attr)
    assert isinstance(found, Reference)
    return bind(found)


def _arithmetic(
    compute: Callable[[Decimal, Decimal], Decimal], left: Run[Place], right: Run[Place]
) -> Run[Place]:
    def run(place: Place) -> Value:
        first, second = left(place), right(place)
        if isinstance(first, Decimal) and isinstance(second, Decimal):
            return finite(compute(first, second))
        return BLANK

    return run


def _sign(compute: Callable[[Decimal], Decimal], operand: Run[Place]) -> Run[Place]:
    def run(place: Place) -> Value:
        value = operand(place)
        return finite(compute(value)) if isinstance(value, Decimal) else BLANK

    return run


def _comparison(op: type[ast.cmpop], left: Run[Place], right: Run[Place]) -> Run[Place]:
    """Numbers are ordered; numbers, texts and truths are equal or not to their own sort."""
    if op in _ORDER:
        return _ordered(_ORDER[op], left, right)
    equality = _EQUALITY[op]

    def run(place: Place) -> Value:
        first, second = left(place), right(place)
        if type(first) is not type(second) or isinstance(first, _NEVER_EQUAL):
            return BLANK
        return equality(first, second)

    return run


def _equality_with(
    equality: Callable[[Value, Value], bool], left: Run[Place], constant: Value
) -> Run[Place]:
    """The commonest comparison, with a text or a number that is written out."""
    sort = type(constant)

    def run(place: Place) -> Value:
        value = left(place)
        return equality(value, constant) if type(value) is sort else BLANK

    return run


def _ordered(
    order: Callable[[Decimal, Decimal], bool], left: Run[Place], right: Run[Place]
) -> Run[Place]:
    def run(place: Place) -> Value:
        first, second = left(place), right(place)
        if isinstance(first, Decimal) and isinstance(second, Decimal):
            return order(first, second)
        return BLANK

    return run


def _negation(operand: Run[Place]) -> Run[Place]:
    def run(place: Place) -> Value:
        value = operand(place)
        return not value if isinstance(value, bool) else BLANK

    return run


def _junction(parts: list[Run[Place]], *, decided_by: bool) -> Run[Place]:
    """且 (decided by a false part) and 或 (decided by a true one) after Kleene."""
    otherwise = not decided_by

    def run(place: Place) -> Value:
        known = True
        for part in parts:
            value = part(place)
            if value is decided_by:
                return decided_by
            known = known and value is otherwise
        return otherwise if known else BLANK

    return run


def _call(function: Callable[..., Value], parts: list[Run[Place]]) -> Run[Place]:
    if len(parts) == 1:
        only = parts[0]
        return lambda place: function(only(place))
    return lambda place: function(*[part(place) for part in parts])
