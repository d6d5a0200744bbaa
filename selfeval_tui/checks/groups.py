"""Findings as a clerk works them off: heaviest first, equal ones of a sheet as a group."""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from selfeval_tui.checks.finding import Finding, Severity, State
from selfeval_tui.checks.settle import place_of
from selfeval_tui.sheet import Address

Group = tuple[Finding, ...]
"""Findings of one rule and one state on one sheet."""

_WAITING = frozenset({State.open, State.broken})
_SETTLED = frozenset({State.explained, State.kept})
_STATES = list(State)


def waits(finding: Finding) -> bool:
    """Whether somebody has to look at it still."""
    return finding.state in _WAITING


def is_settled(finding: Finding) -> bool:
    """Whether it may stand as it is, because somebody said why."""
    return finding.state in _SETTLED


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Equal findings of a sheet as groups, the heaviest first, else in the order they come."""
    groups: dict[tuple[str, str, State], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.sheet, finding.code, finding.state), []).append(finding)
    return tuple(sorted(map(tuple, groups.values()), key=_weight))


def counted(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many wait, by severity."""
    return Counter(finding.severity for finding in findings if waits(finding))


@frozen
class Problems:
    """What waits for the clerk, on one sheet or in the whole year."""

    groups: tuple[Group, ...]
    """The heaviest first."""
    counts: Mapping[Severity, int]
    places: Mapping[Address, Finding]
    """The heaviest finding of each cell or row that one points to above all."""
    settled: Mapping[Address, tuple[Finding, ...]]
    """What was explained or kept, by the cell that it points to above all."""

    def of_rank(self, rank: int) -> int:
        """How many wait whose severity has that rank, 0 for 错误."""
        return sum(count for severity, count in self.counts.items() if severity.rank == rank)

    def about(self, address: Address) -> tuple[Finding, ...]:
        """What is to be said of a cell, the heaviest first."""
        found = (finding for group in self.groups for finding in group)
        return tuple(each for each in found if address in each.at and _is_near(each, address))


def problems(findings: Iterable[Finding]) -> Problems:
    """Look through findings."""
    every = tuple(findings)
    groups = grouped(finding for finding in every if waits(finding))
    settled: dict[Address, tuple[Finding, ...]] = {}
    for each in every:
        if is_settled(each):
            settled[place_of(each)] = (*settled.get(place_of(each), ()), each)
    places: dict[Address, Finding] = {}
    for group in groups:
        for finding in group:
            places.setdefault(place_of(finding), finding)
    return Problems(groups, counted(each for group in groups for each in group), places, settled)


def _weight(group: Group) -> tuple[int, int]:
    return group[0].severity.rank, _STATES.index(group[0].state)


def _is_near(finding: Finding, address: Address) -> bool:
    """Whether it is about the cell's own sheet, or points to the cell above all."""
    return finding.sheet == address.sheet or place_of(finding) == address
