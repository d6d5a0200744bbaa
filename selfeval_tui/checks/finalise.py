"""定稿: what stands in its way, and what is recorded when nothing does."""

import json
from collections.abc import Iterable, Iterator

from selfeval_tui.checks.finding import Finding, Severity
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.ruleset import RulesOf
from selfeval_tui.checks.settle import home_of
from selfeval_tui.sheet import Batch, Life
from selfeval_tui.sheet.checkcode import check_code, content_code
from selfeval_tui.spec import Formula

HINDERING = frozenset({Severity.error, Severity.explain})
"""What has to be mended or given a reason; 警告 and 提示 never hinder."""


def hindrances(batch: Batch, findings: Iterable[Finding], sheet_id: str) -> tuple[Finding, ...]:
    """What stands in the way of 定稿; a reason for each of them always opens it.

    What the sheets of the year say together hinders the one that would keep the reason for it.

    Args:
        batch: The sheets.
        findings: All that is found in the year by its rules, settled ones marked.
        sheet_id: The sheet.
    """
    left = _open_on(batch, findings, sheet_id)
    return tuple(finding for finding in left if finding.severity in HINDERING)


def remaining(batch: Batch, findings: Iterable[Finding], sheet_id: str) -> tuple[Finding, ...]:
    """What is still open and does not hinder: 警告 and 提示."""
    left = _open_on(batch, findings, sheet_id)
    return tuple(finding for finding in left if finding.severity not in HINDERING)


def _open_on(batch: Batch, findings: Iterable[Finding], sheet_id: str) -> Iterator[Finding]:
    return (each for each in findings if each.is_open and home_of(batch, each) == sheet_id)


def finalised(batch: Batch, sheet_id: str, date: str, rules: RulesOf) -> Life:
    """The life of a sheet after 定稿, with the hashes of its content, its form and the rules.

    Args:
        batch: Where the sheet is.
        sheet_id: The sheet, which is not changed here.
        date: Today, as 2024-04-23.
        rules: The rules that it was checked by, as the workspace wants them.
    """
    sheet = batch.sheet(sheet_id)
    code, spec = content_code(batch, sheet), sheet.spec
    return sheet.life.finalise(date, code, spec.hash, rules_hash(rules(spec)))


def rules_hash(rules: Iterable[Rule]) -> str:
    """What a set of rules is known by: a rule more, or another limit, gives another one."""
    return check_code(json.dumps(sorted(map(_said, rules))).encode())


def _said(rule: Rule) -> list[str]:
    """All of a rule that decides what it finds and how much that weighs."""
    formulas = (rule.test, rule.when, rule.actual, rule.expected, rule.gap, rule.settled_by)
    plain = (rule.id, rule.severity, rule.each, rule.kind, rule.at_check, rule.limit, *rule.at)
    return [*map(str, plain), *(_source(each) for each in formulas)]


def _source(formula: Formula | None) -> str:
    return formula.source if formula else ""
