"""Pasted by mistake or on purpose: no text breaks a rule, and none takes the square of its length.

Each text here is thousands of characters long; a pattern that looks at it over and over would keep
these tests busy for minutes.
"""

from decimal import Decimal

import pytest

from selfeval_tui.checks import State, alike, check
from selfeval_tui.checks.functions import RULE_FUNCTIONS
from selfeval_tui.checks.prose import unpaired
from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec import FUNCTIONS, Blank
from selfeval_tui.store.demo import demo_sheets

_LENGTH = 20_000
_PIECES = {
    "one letter": "x",
    "nothing": "无、",
    "years": "2021年",
    "opened titles": "《2021年",
    "opened papers": "(1号",
    "numbered items": "1）",
    "prompts": "（请填写",
    "goals": "目标1：",
    "thousands": "1,000",
    "denials": "均无偏差",
    "modifiers": "管理工作",
    "marks": "“",
    "dots": "…",
    "boxes": "☑□",
    "right to left": "\u202e\u0627",
    "accents": "a\u0301\u0301",
    "no width": "\u200b",
    "line ends": "x\n",
    "blanks": " 年",
}
_ROLES_ASKED = ("标题", "年度", "项目名称", "单位名称", "改进措施及结果应用方案")


def _long(piece: str) -> str:
    return (piece * _LENGTH)[:_LENGTH]


@pytest.mark.parametrize("piece", _PIECES.values(), ids=list(_PIECES))
def test_every_function_of_rules_ends_soon(piece: str) -> None:
    """With the text, and one that is nearly the same, as its values."""
    text = _long(piece)
    for name in set(RULE_FUNCTIONS) - set(FUNCTIONS):
        function = RULE_FUNCTIONS[name]
        values = (text, *[f"{text[1:]}局"] * (function.least - 1))
        assert isinstance(function.run(*values), Decimal | str | bool | Blank | tuple)


@pytest.mark.parametrize("piece", _PIECES.values(), ids=list(_PIECES))
@pytest.mark.parametrize("kind", ["project", "department"])
def test_a_sheet_with_such_a_text_is_checked(kind: str, piece: str) -> None:
    """In the cells that most rules ask for, and in a row; no rule breaks."""
    batch = Batch([sheet for sheet in demo_sheets() if sheet.spec.kind == kind][:1])
    (sheet,) = batch.sheets
    row = next(iter(sheet.tables["指标"]))
    for name in sheet.spec.fields.keys() & set(_ROLES_ASKED):
        batch.set(Address(sheet.id, name), _long(piece))
    for name in ("三级指标", "实际完成值"):
        batch.set(Address(sheet.id, name, "指标", row), _long(piece))
    assert State.broken not in {finding.state for finding in check(batch)}


def test_texts_too_long_for_a_name_are_not_compared_as_names() -> None:
    """Comparing two names takes the product of their lengths."""
    long = "鄂州葛店经济技术开发区行政审批局" * 10
    assert not alike.other_spelling(f"{long}本级", long)
    assert alike.meant(f"{long}的", (long,)) == ""


def test_a_bracket_after_a_number_needs_no_partner_wherever_it_stands() -> None:
    """Only the two characters before it are looked at."""
    text = "".join(f"{number}）项目" for number in range(1, 100))
    assert unpaired(text) == ""
    assert unpaired(f"{text}项目）") == "（）"
