"""What a sheet is: the model, the loader that reads it from TOML, and the formula compiler."""

from selfeval_tui.spec.formula import (
    BLANK,
    Blank,
    Formula,
    FormulaError,
    Names,
    Reference,
    Scope,
    Value,
    compile_formula,
    plain,
)
from selfeval_tui.spec.order import evaluation_order

__all__ = [
    "BLANK",
    "Blank",
    "Formula",
    "FormulaError",
    "Names",
    "Reference",
    "Scope",
    "Value",
    "compile_formula",
    "evaluation_order",
    "plain",
]
