"""From tokens to a clean expression tree: only whitelisted nodes, every name resolved.

Each operand reaches Python's parser as `_0`, `_1` … and gets its own text back afterwards. So no
number passes through float, no name is normalised, and no word of a formula is Python to it.
"""

import ast
from bisect import bisect_right
from collections import deque
from decimal import Decimal

from attrs import frozen

from selfeval_tui.spec.formula.fault import FormulaError
from selfeval_tui.spec.formula.names import Names, Reference
from selfeval_tui.spec.formula.tokens import Sort, Token, tokenize
from selfeval_tui.spec.hints import did_you_mean

DEEPEST = 60
"""How deep a tree may be; everything that walks it recurses."""
LARGEST_EXPONENT = 12
QUOTE = "值"
"""值("名称") and 值("表", "列") quote a name that holds more than letters and digits."""

_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
_COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def parse(source: str, names: Names) -> ast.Expression:
    """The clean tree: names as written, numbers as Decimal constants, quoted names unquoted.

    Raises:
        FormulaError: The text is no formula, or speaks a name that `names` does not know.
    """
    tokens = tokenize(source)
    words = [
        token.text if token.sort is Sort.SIGN else f"_{index}" for index, token in enumerate(tokens)
    ]
    try:
        raw = ast.parse(" ".join(words), mode="eval")
    except SyntaxError as fault:
        raise _broken(source, tokens, words, fault) from None
    _check_depth(source, raw)
    return ast.Expression(_Cleaner(source, tokens, names).clean(raw.body))


def _broken(
    source: str, tokens: tuple[Token, ...], words: list[str], fault: SyntaxError
) -> FormulaError:
    """The fault of a text that is no expression, at the token the parser stopped at."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    index = bisect_right(starts, (fault.offset or 1) - 1) - 1
    if index >= len(tokens):
        return FormulaError(source, "没有写完", len(source))
    token = tokens[index]
    return FormulaError(source, f"看不懂“{token.text}”前后的写法", token.start)


def _check_depth(source: str, tree: ast.Expression) -> None:
    """Refuse a tree that is too deep to be walked by recursion."""
    waiting: deque[tuple[ast.AST, int]] = deque([(tree.body, 1)])
    while waiting:
        node, depth = waiting.popleft()
        if depth > DEEPEST:
            raise FormulaError(source, f"运算层次太多，最多 {DEEPEST} 层，请拆成几个公式")
        waiting.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


@frozen
class _Cleaner:
    """Rebuilds the parser's tree from whitelisted nodes only."""

    source: str
    tokens: tuple[Token, ...]
    names: Names

    def clean(self, node: ast.expr, *, column: bool = False) -> ast.expr:  # noqa: PLR0911
        """The clean copy of a node; `column` where a whole column may stand."""
        match node:
            case ast.Name():
                return self._operand(node)
            case ast.Attribute():
                return self._member(node, column=column)
            case ast.Call(func=ast.Name(), keywords=[]):
                return self._call(node, column=column)
            case ast.BinOp(op=ast.Pow()):
                return self._power(node)
            case ast.BinOp(op=op) if isinstance(op, _ARITHMETIC):
                return ast.BinOp(self._number(node.left), op, self._number(node.right))
            case ast.UnaryOp(op=ast.Not()):
                return ast.UnaryOp(node.op, self.clean(node.operand))
            case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
                return ast.UnaryOp(node.op, self._number(node.operand))
            case ast.BoolOp():
                return ast.BoolOp(node.op, [self.clean(value) for value in node.values])
            case ast.Compare() if all(isinstance(op, _COMPARISONS) for op in node.ops):
                others = [self.clean(other) for other in node.comparators]
                return ast.Compare(self.clean(node.left), node.ops, others)
        raise self._fault(node, "这里的写法不能用在公式里")

    def _operand(self, node: ast.Name) -> ast.expr:
        """A number, a text or a name of one's own."""
        token = self._token(node)
        if token.sort is Sort.NUMBER:
            return _constant(Decimal(token.text))
        if token.sort is Sort.TEXT:
            return _constant(token.text)
        if token.text in self.names.constants:
            return _constant(self.names.constants[token.text])
        return self._resolved(node, self.names.find_own(token.text))

    def _member(self, node: ast.Attribute, *, column: bool) -> ast.expr:
        """表.列 or 表样.字段."""
        member = self.tokens[int(node.attr[1:])]
        if not isinstance(node.value, ast.Name) or member.sort is not Sort.NAME:
            raise self._fault(node, "点号只用于 表.列 和 表样.字段")
        owner = self._token(node.value)
        if owner.sort is not Sort.NAME:
            raise self._fault(node, "点号只用于 表.列 和 表样.字段")
        return self._column(node, owner.text, member.text, column=column)

    def _column(self, node: ast.expr, owner: str, name: str, *, column: bool) -> ast.expr:
        """A whole column, where one may stand."""
        if not column:
            raise self._fault(node, f"{owner}.{name} 是许多个值，要放在 求和、最大 等函数里")
        return self._resolved(node, self.names.find_member(owner, name))

    def _resolved(self, node: ast.expr, found: Reference | str) -> ast.expr:
        """The node of a reference."""
        if isinstance(found, str):
            raise self._fault(node, found)
        if not found.owner:
            return ast.Name(found.name, ast.Load())
        return ast.Attribute(ast.Name(found.owner, ast.Load()), found.name, ast.Load())

    def _call(self, node: ast.Call, *, column: bool) -> ast.expr:
        """A registered function with as many arguments as it takes, or a quoted name."""
        called = self._token(node.func)
        name = called.text
        if called.sort is not Sort.NAME:
            raise self._fault(node, "括号前面只能是函数名")
        if name == QUOTE:
            return self._quoted(node, column=column)
        functions = self.names.functions
        function = functions.get(name)
        if function is None:
            raise self._fault(node, f"没有“{name}”这个函数。{did_you_mean(name, functions)}")
        if not function.least <= len(node.args) <= function.most:
            wanted = "至多" if len(node.args) > function.most else "至少"
            bound = function.most if len(node.args) > function.most else function.least
            raise self._fault(node, f"“{name}”{wanted}要 {bound} 个值，这里有 {len(node.args)} 个")
        values = [self.clean(value, column=function.many) for value in node.args]
        return ast.Call(ast.Name(name, ast.Load()), values, [])

    def _quoted(self, node: ast.Call, *, column: bool) -> ast.expr:
        """The name a 值(…) quotes."""
        words = [self._token(value) for value in node.args if isinstance(value, ast.Name)]
        texts = [word.text for word in words if word.sort is Sort.TEXT]
        if len(texts) != len(node.args) or len(texts) not in (1, 2):
            raise self._fault(node, '写作 值("名称") 或 值("表", "列")')
        if len(texts) == 1:
            return self._resolved(node, self.names.find_own(texts[0]))
        return self._column(node, texts[0], texts[1], column=column)

    def _number(self, node: ast.expr) -> ast.expr:
        """An operand of arithmetic, which no text may be."""
        cleaned = self.clean(node)
        if isinstance(cleaned, ast.Constant) and isinstance(cleaned.value, str):
            raise self._fault(node, "文字不能加减乘除，拼接用 连接(…)")
        return cleaned

    def _power(self, node: ast.BinOp) -> ast.expr:
        """A power; only a small whole exponent, written out."""
        base, exponent = self._number(node.left), self.clean(node.right)
        allowed = map(Decimal, range(LARGEST_EXPONENT + 1))
        if not isinstance(exponent, ast.Constant) or exponent.value not in tuple(allowed):
            raise self._fault(node.right, f"指数只能写 0 至 {LARGEST_EXPONENT} 的整数")
        return ast.BinOp(base, node.op, exponent)

    def _token(self, node: ast.expr) -> Token:
        """The token a name of the parser's tree stands for."""
        assert isinstance(node, ast.Name)
        return self.tokens[int(node.id[1:])]

    def _fault(self, node: ast.expr, what: str) -> FormulaError:
        """A fault at the first token of a node."""
        first = min(
            (int(each.id[1:]) for each in ast.walk(node) if isinstance(each, ast.Name)), default=0
        )
        return FormulaError(self.source, what, self.tokens[first].start)


def _constant(value: Decimal | str) -> ast.Constant:
    """A constant; typeshed does not know that a Decimal may be one."""
    constant = ast.Constant("")
    constant.value = value  # type: ignore[assignment]
    return constant
