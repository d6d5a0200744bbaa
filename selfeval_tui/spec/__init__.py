"""What a sheet is: the model, the loader that reads it from TOML, and the formula compiler."""

from selfeval_tui.spec.compiled import FormulaKey, own_key, spec_formulas
from selfeval_tui.spec.formula import (
    BLANK,
    FUNCTIONS,
    Blank,
    Formula,
    FormulaError,
    Function,
    Names,
    Reference,
    Scope,
    Value,
    compile_formula,
    plain,
    usable,
)
from selfeval_tui.spec.load import load_spec, resolved_toml, spec_ids
from selfeval_tui.spec.order import CycleError, evaluation_order
from selfeval_tui.spec.sources import Sources

__all__ = [
    "BLANK",
    "FUNCTIONS",
    "Blank",
    "CycleError",
    "Formula",
    "FormulaError",
    "FormulaKey",
    "Function",
    "Names",
    "Reference",
    "Scope",
    "Sources",
    "Value",
    "compile_formula",
    "evaluation_order",
    "load_spec",
    "own_key",
    "plain",
    "resolved_toml",
    "spec_formulas",
    "spec_ids",
    "usable",
]
