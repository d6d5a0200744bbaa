"""Findings in the order a clerk works them off."""

import pytest

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.checks.groups import counted, grouped, problems
from selfeval_tui.sheet import Address


def _found(text: str) -> list[Finding]:
    """One finding a line: sheet, code, severity, state, cell."""
    return [_finding(*line.split()) for line in text.strip().splitlines()]


def _finding(sheet: str, code: str, severity: str, state: str, cell: str) -> Finding:
    at = (Address(sheet, cell),)
    return Finding(code, Severity(severity), State(state), sheet, at, f"{code} {cell}")


FOUND = """
    甲 IND-002 warn    open      实际1
    甲 IND-002 warn    open      实际2
    甲 IND-001 explain explained 实际3
    乙 BUD-001 error   open      执行率
    乙 IND-002 warn    open      实际1
    甲 TXT-002 info    broken    原因
    乙 BUD-003 explain skipped   执行数
"""


def test_equal_findings_of_a_sheet_are_one_group_and_the_heaviest_come_first() -> None:
    """The same rule on two sheets is two groups; else the order of the sheets stays."""
    groups = [(group[0].sheet, group[0].code, len(group)) for group in grouped(_found(FOUND))]
    assert groups == [
        ("乙", "BUD-001", 1),
        ("甲", "IND-001", 1),
        ("乙", "BUD-003", 1),
        ("甲", "IND-002", 2),
        ("乙", "IND-002", 1),
        ("甲", "TXT-002", 1),
    ]


def test_only_what_waits_is_counted() -> None:
    """Neither what is explained nor what was skipped; a broken rule has to be looked at."""
    counts = {Severity.error: 1, Severity.warn: 3, Severity.info: 1}
    assert counted(_found(FOUND)) == counts
    assert problems(_found(FOUND)).counts == counts


@pytest.mark.parametrize(("cell", "codes"), [("实际1", ["BUD-001", "IND-002"]), ("实际3", [])])
def test_a_cell_tells_its_findings_the_heaviest_first(cell: str, codes: list[str]) -> None:
    """What is explained is said no more."""
    found = problems([*_found(FOUND), _finding("甲", "BUD-001", "error", "open", "实际1")])
    assert [finding.code for finding in found.about(Address("甲", cell))] == codes


def test_a_cell_that_another_sheets_finding_only_mentions_is_left_in_peace() -> None:
    """附件2 points to every 执行数; each of them is not a problem for that."""
    at = (Address("附件2", "总额"), Address("甲", "执行数"))
    found = problems([Finding("YEAR-001", Severity.explain, State.open, "附件2", at, "")])
    assert found.about(at[1]) == ()
    assert len(found.about(at[0])) == 1
