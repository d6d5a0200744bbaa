"""定稿: what stands in its way, and that a reason always opens it."""

from pathlib import Path

import pytest
from attrs import evolve

from selfeval_tui.checks import Finding, Severity, check
from selfeval_tui.checks.finalise import finalised, hindrances, remaining, rules_hash
from selfeval_tui.checks.overlay import FILE, Overlay, load_overlay
from selfeval_tui.checks.ruleset import rules_of
from selfeval_tui.checks.settle import explanation
from selfeval_tui.sheet import Batch, Sheet, Stage
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
    found = hindrances(year, check(year), year.sheets[0].id)
    return tuple(finding.severity for finding in found)


def test_errors_and_what_must_be_explained_hinder() -> None:
    """A wrong rate and a missed target without a reason; a copied target (警告) does not."""
    year = batch(WRONG)
    found = check(year)
    assert {Severity.error, Severity.explain} == set(_hindrances(year))
    left = remaining(year, found, year.sheets[0].id)
    assert Severity.warn in {finding.severity for finding in left}
    assert not {Severity.error, Severity.explain} & {finding.severity for finding in left}


def test_a_reason_for_each_opens_the_way() -> None:
    """定稿 is always reachable: an error is kept, the rest is explained."""
    year = batch(WRONG)
    sheet = year.sheets[0]
    for finding in hindrances(year, check(year), sheet.id):
        year.explain(sheet.id, explanation(year, finding, "按财政批复口径填报", DATE))
    assert _hindrances(year) == ()


def test_one_sheet_does_not_hinder_another() -> None:
    """Only what is found on the sheet itself counts."""
    year = batch(f"{WRONG}\n---\n项目名称 乙项目")
    assert hindrances(year, check(year), year.sheets[0].id)
    wrong = year.sheets[0].id
    found = hindrances(year, check(year), year.sheets[1].id)
    assert all(finding.sheet != wrong for finding in found)


def test_what_was_checked_and_how_is_recorded() -> None:
    """The 校验码, the form and the rules; the sheet itself is not changed yet."""
    year = batch(WRONG)
    sheet = year.sheets[0]
    life = finalised(year, sheet.id, DATE, rules_of)
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


def _overlay(root: Path, change: str) -> Overlay:
    (root / FILE).write_text(f'{change}\n"理由" = "内控要求"\n', encoding="utf-8")
    overlay = load_overlay(root)
    assert overlay.faults == ()
    return overlay


BLANK = "CELL-001"
"""What is not filled yet; these sheets are short."""
LOW = "预算数 20\n执行数 16.4\n原因 无\n改进 无"
OWN = """
[[rule]]
id = "OWN-001"
severity = "error"
each = "sheet"
test = "预算数 <= 10"
at = ["预算数"]
say = "预算数 {预算数} 超过 10"
fix = "报领导审批"
why = "本单位的规定"
"""


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ('[["规则"]]\n"编号" = "BUD-005"\n"停用" = true', set()),
        ('[["规则"]]\n"编号" = "BUD-005"\n"级别" = "警告"', set()),
        ('[["规则"]]\n"编号" = "BUD-005"\n"界限" = "80%"', set()),
        ('[["规则"]]\n"编号" = "BUD-005"\n"界限" = "85%"', {"BUD-005"}),
        ('[["规则"]]\n"编号" = "TXT-007"\n"级别" = "错误"', {"BUD-005", "TXT-007"}),
        ('[["规则包"]]\n"文件" = "own.toml"', {"BUD-005", "OWN-001"}),
    ],
    ids=["off", "lighter", "wider", "narrower", "heavier", "added"],
)
def test_the_rules_of_the_workspace_decide_what_hinders(
    tmp_path: Path, change: str, codes: set[str]
) -> None:
    """执行率 82% hinders by the shipped rules; 定稿 records by which rules it was checked."""
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    overlay, year = _overlay(tmp_path, change), batch(LOW)
    sheet = year.sheets[0]
    found = hindrances(year, check(year, overlay.rules_of), sheet.id)
    assert {finding.code for finding in found} - {BLANK} == codes
    life = finalised(year, sheet.id, DATE, overlay.rules_of)
    assert life.rules == rules_hash(overlay.rules_of(sheet.spec))
    assert life.rules != rules_hash(rules_of(sheet.spec))


def test_what_the_year_says_hinders_the_sheet_that_keeps_its_reason(tmp_path: Path) -> None:
    """A number used twice, made an error by the unit: the first of the two has to answer for it."""
    overlay = _overlay(tmp_path, '[["规则"]]\n"编号" = "YEAR-003"\n"级别" = "错误"')
    year = batch("附件号 附件1-1\n---\n附件号 附件1-1")

    def hinders(sheet: Sheet) -> list[Finding]:
        found = hindrances(year, check(year, overlay.rules_of), sheet.id)
        return [finding for finding in found if finding.code != BLANK]

    first, second = year.sheets
    (twice,) = hinders(first)
    assert twice.code == "YEAR-003"
    assert not hinders(second)
    year.explain(first.id, explanation(year, twice, "两个处室各用一套编号", DATE))
    assert not hinders(first)
