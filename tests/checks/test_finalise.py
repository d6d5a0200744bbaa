"""定稿: what stands in its way, and that a reason always opens it."""

from attrs import evolve

from selfeval_tui.checks import Severity, check
from selfeval_tui.checks.finalise import finalised, hindrances, remaining, rules_hash
from selfeval_tui.checks.ruleset import rules_of
from selfeval_tui.checks.settle import explanation
from selfeval_tui.sheet import Batch, Stage
from selfeval_tui.sheet.checkcode import content_code
from tests.checks.build import batch

DATE = "2024-04-23"
WRONG = """
项目名称 甲项目
预算数 5
执行数 4.76
执行率 94%
原因 无
产出指标 | 数量指标 | 清洗次数 | 12次 | 8次
产出指标 | 质量指标 | 合格率 | ≥95% | ≥95%
"""


def _hindrances(year: Batch) -> tuple[Severity, ...]:
    found = hindrances(check(year), year.sheets[0].id)
    return tuple(finding.severity for finding in found)


def test_errors_and_what_must_be_explained_hinder() -> None:
    """A wrong rate and a missed target without a reason; a copied target (警告) does not."""
    year = batch(WRONG)
    found = check(year)
    assert {Severity.error, Severity.explain} == set(_hindrances(year))
    left = remaining(found, year.sheets[0].id)
    assert Severity.warn in {finding.severity for finding in left}
    assert not {Severity.error, Severity.explain} & {finding.severity for finding in left}


def test_a_reason_for_each_opens_the_way() -> None:
    """定稿 is always reachable: an error is kept, the rest is explained."""
    year = batch(WRONG)
    sheet = year.sheets[0]
    for finding in hindrances(check(year), sheet.id):
        year.explain(sheet.id, explanation(year, finding, "按财政批复口径填报", DATE))
    assert _hindrances(year) == ()


def test_one_sheet_does_not_hinder_another() -> None:
    """Only what is found on the sheet itself counts."""
    year = batch(f"{WRONG}\n---\n项目名称 乙项目")
    assert hindrances(check(year), year.sheets[0].id)
    wrong = year.sheets[0].id
    found = hindrances(check(year), year.sheets[1].id)
    assert all(finding.sheet != wrong for finding in found)


def test_what_was_checked_and_how_is_recorded() -> None:
    """The 校验码, the form and the rules; the sheet itself is not changed yet."""
    year = batch(WRONG)
    sheet = year.sheets[0]
    life = finalised(year, sheet.id, DATE)
    assert (life.stage, life.finalised) == (Stage.final, DATE)
    assert life.content == content_code(year, sheet)
    assert (life.spec, life.rules) == (sheet.spec.hash, rules_hash(rules_of(sheet.spec)))
    assert sheet.life.stage is Stage.draft


def test_other_rules_have_another_hash() -> None:
    """A rule less, or one that weighs less; their order does not count."""
    rules = rules_of(batch(WRONG).sheets[0].spec)
    lighter = (evolve(rules[0], severity=Severity.info), *rules[1:])
    hashes = {rules_hash(each) for each in (rules, rules[1:], lighter)}
    assert len(hashes) == 3
    assert rules_hash(rules[::-1]) == rules_hash(rules)
