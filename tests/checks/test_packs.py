"""The packs of rules as data: nothing twice, idle or unsaid; a faulty one is refused."""

import re
from importlib.resources import files

import pytest

from selfeval_tui.checks.functions import RULE_FUNCTIONS
from selfeval_tui.checks.load import shipped_rules
from selfeval_tui.checks.members import BATCH, CELL, INDICATOR, SHEET
from selfeval_tui.checks.read import read_rules
from selfeval_tui.checks.rule import Rule
from selfeval_tui.problems import SpecError
from selfeval_tui.spec import FUNCTIONS
from tests.checks import (
    test_account_rules,
    test_approved_rules,
    test_budget_rules,
    test_head_rules,
    test_indicator_rules,
    test_score_rules,
    test_text_rules,
    test_year_rules,
)

_TABLES = (
    test_account_rules,
    test_approved_rules,
    test_budget_rules,
    test_head_rules,
    test_indicator_rules,
    test_score_rules,
    test_text_rules,
    test_year_rules,
)
TESTED = [case.code for table in _TABLES for case in table.CASES]
_NAME = re.compile(r"[^\W\d]\w*")


def families() -> list[str]:
    """The folders of families."""
    return sorted(each.name for each in files("form_specs").iterdir() if each.is_dir())


def every_rule() -> dict[str, Rule]:
    """All shipped rules by id."""
    return {rule.id: rule for family in families() for rule in shipped_rules(family)}


def spoken() -> set[str]:
    """Every word that a shipped rule speaks."""
    words: set[str] = set()
    for rule in every_rule().values():
        parts = (rule.test, rule.when, rule.actual, rule.expected, rule.gap, rule.settled_by)
        sources = [part.source for part in (*parts, *rule.say.slots) if part is not None]
        words.update(*(_NAME.findall(source) for source in (*sources, *rule.at)))
    return words


def test_there_are_rules_enough() -> None:
    """At least the thirty-five that were promised."""
    assert len(every_rule()) >= 35


def test_every_rule_is_tested_by_a_sheet_that_breaks_it_and_one_that_does_not() -> None:
    """And by one table only."""
    assert sorted(TESTED) == sorted(set(TESTED))
    assert set(TESTED) == set(every_rule())


def test_no_id_is_used_by_two_packs() -> None:
    """A family's rule never hides a common one."""
    for family in families():
        ids = [rule.id for rule in shipped_rules(family)]
        assert len(ids) == len(set(ids))


def test_every_function_is_called_by_some_rule() -> None:
    """Those of formulas need not be."""
    assert set(RULE_FUNCTIONS) - set(FUNCTIONS) - spoken() == set()


@pytest.mark.parametrize("members", [SHEET, INDICATOR, CELL, BATCH])
def test_every_name_is_spoken_by_some_rule(members: dict[str, object]) -> None:
    """No name is kept for later."""
    assert set(members) - spoken() == set()


@pytest.mark.parametrize("rule", every_rule().values(), ids=lambda rule: rule.id)
def test_what_a_rule_says_is_fit_for_a_clerk(rule: Rule) -> None:
    """A sentence without a full stop, how to mend it, and where it comes from."""
    for sentence in (rule.say.source, rule.fix, rule.why):
        assert sentence == sentence.strip()
        assert not sentence.endswith("。")
    assert not {"{", "}"} & {*rule.fix, *rule.why, *rule.example}


RULE = """
[[rule]]
id = "T-1"
severity = "warn"
each = "sheet"
test = "执行数 <= 预算数"
at = ["执行数"]
say = "执行数 {执行数}"
fix = "改"
why = "据"
"""


def test_the_rule_of_these_tests_is_sound() -> None:
    """Otherwise the faults below would prove nothing."""
    (rule,) = read_rules(RULE, "试")
    assert rule.say.texts == ("执行数 ", "")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('fix = "改"\n', "", "T-1：缺少“fix”"),
        ('fix = "改"', 'fix = ""', "T-1：缺少“fix”"),
        ('why = "据"\n', "", "T-1：缺少“why”"),
        ('say = "执行数 {执行数}"\n', "", "T-1：缺少“say”"),
        ('test = "执行数 <= 预算数"\n', "", "T-1：缺少“test”"),
        ('at = ["执行数"]', "at = []", "T-1：缺少“at”"),
        ('id = "T-1"\n', "", "（没有编号）：缺少“id”"),
        ('why = "据"', 'why = "据"\nwhem = "可读"', "T-1：没有“whem”这一项。是不是“when”？"),
        ('"warn"', '"wran"', "T-1：severity 没有“wran”这种写法。是不是“warn”？"),
        ('"sheet"', '"shet"', "T-1：each 没有“shet”这种写法。是不是“sheet”？"),
        ("<= 预算数", "<= 预算数目", "没有“预算数目”这个名称。是不是“预算数”？"),
        ("{执行数}", "{实际}", "没有“实际”这个名称"),
        ("{执行数}", "{执行数 +}", "公式“执行数 +”第 1 个字处"),
        ('at = ["执行数"]', 'at = ["执行书"]', "T-1：at 不能指向“执行书”"),
        ('at = ["执行数"]', 'at = ["指标.执行数"]', "T-1：at 不能指向“指标.执行数”"),
        ("执行数 <= 预算数", "大概(执行数)", "没有“大概”这个函数"),
        ("执行数 <= 预算数", "指标.实际 == 1", "是许多个值"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_id(before: str, after: str, said: str) -> None:
    """What is wrong, and the nearest right word."""
    assert before in RULE
    with pytest.raises(SpecError) as fault:
        read_rules(RULE.replace(before, after), "试")
    assert said in fault.value.message


def test_an_id_that_is_used_twice_is_refused() -> None:
    """Codes are how people speak of findings."""
    with pytest.raises(SpecError, match="T-1：编号用了两次"):
        read_rules(RULE + RULE, "试")


def test_all_faults_of_a_pack_are_said_at_once() -> None:
    """So that it is mended in one go."""
    faulty = RULE.replace('fix = "改"\n', "") + RULE.replace("T-1", "T-2").replace("warn", "bad")
    with pytest.raises(SpecError) as fault:
        read_rules(faulty, "试")
    assert len(fault.value.message.splitlines()) == 3


def test_a_text_that_is_no_toml_is_refused() -> None:
    """With the pack's name."""
    with pytest.raises(SpecError, match="规则 试：第 1 行第 7 列：不合 TOML 的写法"):
        read_rules("[[rule]\n", "试")
