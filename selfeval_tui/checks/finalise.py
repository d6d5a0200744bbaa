"""定稿: what stands in its way, and what is recorded when nothing does."""

import json
from collections.abc import Iterable

from selfeval_tui.checks.finding import Finding, Severity, State
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.ruleset import RulesOf, rules_of
from selfeval_tui.sheet import Batch, Life
from selfeval_tui.sheet.checkcode import check_code, content_code
from selfeval_tui.spec import Formula

HINDERING = frozenset({Severity.error, Severity.explain})
"""What has to be mended or given a reason; 警告 and 提示 never hinder."""


def hindrances(findings: Iterable[Finding], sheet_id: str) -> tuple[Finding, ...]:
    """What stands in the way of 定稿; a reason for each of them always opens it.

    Args:
        findings: All that is found, settled ones marked.
        sheet_id: The sheet.
    """
    return tuple(
        finding
        for finding in findings
        if finding.sheet == sheet_id
        and finding.severity in HINDERING
        and finding.state is State.open
    )


def remaining(findings: Iterable[Finding], sheet_id: str) -> tuple[Finding, ...]:
    """What is still open and does not hinder: 警告 and 提示."""
    return tuple(
        finding
        for finding in findings
        if finding.sheet == sheet_id
        and finding.severity not in HINDERING
        and finding.state is State.open
    )


def finalised(batch: Batch, sheet_id: str, date: str, rules: RulesOf = rules_of) -> Life:
    """The life of a sheet after 定稿, with the hashes of its content, its form and the rules.

    Args:
        batch: Where the sheet is.
        sheet_id: The sheet, which is not changed here.
        date: Today, as 2024-04-23.
        rules: The rules that it was checked by.
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
