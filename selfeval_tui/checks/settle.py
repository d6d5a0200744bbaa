"""The clerk's own reasons (说明): which finding they settle, and which have lapsed."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from selfeval_tui.checks.finding import Finding, Severity, State
from selfeval_tui.checks.prose import is_reason
from selfeval_tui.sheet import Address, Batch, Explanation, fingerprint
from selfeval_tui.sheet.create import new_id


def settled(batch: Batch, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those that a reason of their sheet settles marked as explained or kept."""
    every = tuple(findings)
    groups = {
        sheet.id: _group_values(batch, every, sheet.id)
        for sheet in batch.sheets
        if any(reason.of_group for reason in sheet.explanations.values())
    }
    return tuple(_settle(batch, finding, groups) for finding in every)


def _settle(batch: Batch, finding: Finding, groups: dict[str, dict[str, str]]) -> Finding:
    if finding.state is not State.open:
        return finding
    home = home_of(batch, finding)
    for reason in batch.sheet(home).explanations.values():
        if reason.rule == finding.code and _fits(batch, finding, reason, groups.get(home, {})):
            state = State.kept if finding.severity is Severity.error else State.explained
            return evolve(finding, state=state, settled=reason.text)
    return finding


def _fits(batch: Batch, finding: Finding, reason: Explanation, group: dict[str, str]) -> bool:
    """Whether a reason is about this finding, and about its values as they are now."""
    if not is_reason(reason.text):
        return False
    if reason.of_group:
        return group.get(finding.code) == reason.value
    first = place_of(finding)
    there = (reason.table, reason.row, reason.name)
    return there == (first.table, first.row, first.name) and reason.value == value_of(
        batch, finding
    )


def explanation(
    batch: Batch, finding: Finding, text: str, date: str, findings: Iterable[Finding] = ()
) -> Explanation:
    """A reason for a finding; for all findings of its rule on its sheet where these are given.

    Args:
        batch: Where the explained values are.
        finding: What is explained.
        text: Why it may stand.
        date: Today, as 2024-04-23.
        findings: The whole group, to settle it as one.
    """
    at, group = place_of(finding), tuple(findings) or (() if finding.at else (finding,))
    value = _value_of_all(batch, group) if group else value_of(batch, finding)
    place = ("", "", "") if group else (at.table, at.row, at.name)
    return Explanation(new_id(), finding.code, *place, value, text, date)


def place_of(finding: Finding) -> Address:
    """The cell that a finding points to above all; its sheet where it points to none."""
    return finding.at[0] if finding.at else Address(finding.sheet)


def home_of(batch: Batch, finding: Finding) -> str:
    """The sheet that keeps a reason for a finding: for one of the year, that of its first cell.

    What points to no cell at all is kept by the first sheet.
    """
    return finding.sheet or place_of(finding).sheet or batch.sheets[0].id


def value_of(batch: Batch, finding: Finding) -> str:
    """The fingerprint of what stands in the cells of a finding, and of what it compares."""
    texts = (batch.typed(address) for address in finding.at if address.name)
    return fingerprint((*texts, finding.actual, finding.expected))


def _value_of_all(batch: Batch, findings: Iterable[Finding]) -> str:
    return fingerprint(sorted(value_of(batch, each) for each in findings))


def _group_values(batch: Batch, findings: Iterable[Finding], sheet: str) -> dict[str, str]:
    """The fingerprint of each rule's findings that a sheet keeps reasons for."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.state is State.open and home_of(batch, finding) == sheet:
            groups.setdefault(finding.code, []).append(finding)
    return {code: _value_of_all(batch, group) for code, group in groups.items()}


def lapsed(batch: Batch, findings: Iterable[Finding], sheet: str) -> Iterator[Explanation]:
    """The reasons of a sheet that settle nothing any more; offered again, never lost.

    Args:
        batch: Where the sheet is.
        findings: All of the year, settled ones marked: the sheet may keep reasons for the year's.
        sheet: Its id.
    """
    settled_here = (each for each in findings if each.settled and home_of(batch, each) == sheet)
    used = {(each.code, each.settled) for each in settled_here}
    return (
        reason
        for reason in batch.sheet(sheet).explanations.values()
        if (reason.rule, reason.text) not in used
    )
