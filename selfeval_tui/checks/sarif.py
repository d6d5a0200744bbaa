"""Findings as SARIF 2.1.0, the form in which tools of reviewers exchange them."""

from collections.abc import Callable, Iterable, Mapping

from selfeval_tui import __version__
from selfeval_tui.checks.catalogue import sentence
from selfeval_tui.checks.finding import Finding, Severity, State
from selfeval_tui.checks.groups import is_settled
from selfeval_tui.checks.rule import Rule

VERSION = "2.1.0"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.error: "error",
    Severity.explain: "warning",
    Severity.warn: "warning",
    Severity.info: "note",
}
_ON_THE_SHEET = "表上的原因分析已说明"

Names = Callable[[Finding], Mapping[str, str]]
"""The printed `sheet` and `address` of a finding, and the `uri` of the sheet's file."""


def as_sarif(
    findings: Iterable[Finding], names: Names, rules: Mapping[str, Rule]
) -> dict[str, object]:
    """A log with one run; what is settled is suppressed, what was skipped is not applicable.

    Args:
        findings: What was found.
        names: What the places are called.
        rules: The rules that were asked, by id.
    """
    found = tuple(findings)
    codes = sorted({finding.code for finding in found})
    driver = {
        "name": "selfeval",
        "version": __version__,
        "rules": [_descriptor(rules[code]) for code in codes],
    }
    results = [_result(finding, codes.index(finding.code), names(finding)) for finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    return {"$schema": _SCHEMA, "version": VERSION, "runs": [run]}


def _descriptor(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": sentence(rule.say)},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, names: Mapping[str, str]) -> dict[str, object]:
    skipped = finding.state is State.skipped
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "kind": "notApplicable" if skipped else "fail",
        "level": "none" if skipped else _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "properties": finding.as_json(names),
    }
    if names.get("address"):
        result["locations"] = [_location(names)]
    if is_settled(finding):
        why = finding.settled or _ON_THE_SHEET
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return result


def _location(names: Mapping[str, str]) -> dict[str, object]:
    location: dict[str, object] = {"logicalLocations": [{"fullyQualifiedName": names["address"]}]}
    if names.get("uri"):
        location["physicalLocation"] = {"artifactLocation": {"uri": names["uri"]}}
    return location
