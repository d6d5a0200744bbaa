"""The formula compiler: Chinese expressions over Decimal, nothing that reaches Python itself."""

from selfeval_tui.spec.formula.fault import FormulaError
from selfeval_tui.spec.formula.formula import Formula, compile_formula
from selfeval_tui.spec.formula.functions import FUNCTIONS, Function
from selfeval_tui.spec.formula.names import Names, Reference, Scope
from selfeval_tui.spec.formula.values import BLANK, Blank, Value, plain, usable

__all__ = [
    "BLANK",
    "FUNCTIONS",
    "Blank",
    "Formula",
    "FormulaError",
    "Function",
    "Names",
    "Reference",
    "Scope",
    "Value",
    "compile_formula",
    "plain",
    "usable",
]
