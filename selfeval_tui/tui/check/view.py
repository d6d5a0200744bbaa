"""Which findings 自查 lists, and in which order: pure, so that it is tested without a screen."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from attrs import evolve, frozen

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.checks.groups import Group, counted, grouped, is_settled, waits
from selfeval_tui.sheet import Batch, sheet_mark

Choice = TypeVar("Choice")

WHOLE_YEAR = "全年各表"
GroupKey = tuple[str, str, State]
"""Sheet, code and state of a group."""


class Kind(StrEnum):
    """What became of the findings that are listed."""

    WAITING = "待处理"
    SETTLED = "已说明"
    SKIPPED = "缺数未查"
    ALL = "全部"


@frozen
class Wanted:
    """What is listed."""

    severity: Severity | None = None
    """None for every severity."""
    sheet: str | None = None
    """A sheet's id; empty for what is about the whole year, None for all."""
    kind: Kind = Kind.WAITING

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is listed."""
        return (
            self.severity in {None, finding.severity}
            and self.sheet in {None, finding.sheet}
            and self._is_of_kind(finding)
        )

    def _is_of_kind(self, finding: Finding) -> bool:
        match self.kind:
            case Kind.WAITING:
                return waits(finding)
            case Kind.SETTLED:
                return is_settled(finding)
            case Kind.SKIPPED:
                return finding.state is State.skipped
            case _:
                return True

    def next_kind(self, by: int) -> "Wanted":
        """The next kind, round and round."""
        return evolve(self, kind=_after(tuple(Kind), self.kind, by))

    def next_severity(self, by: int) -> "Wanted":
        """The next severity; behind the last one come all."""
        return evolve(self, severity=_after((None, *Severity), self.severity, by))

    def next_sheet(self, batch: Batch, by: int) -> "Wanted":
        """The next sheet; behind the last one comes the whole year, then all."""
        ids = (None, *(sheet.id for sheet in batch.sheets), "")
        return evolve(self, sheet=_after(ids, self.sheet if self.sheet in ids else None, by))

    def words(self, batch: Batch) -> str:
        """What is listed: 待处理 · 只看错误 · 只看附件1-3."""
        parts = [str(self.kind)]
        parts += [f"只看{self.severity.label}"] if self.severity else []
        parts += [] if self.sheet is None else [f"只看{name_of(batch, self.sheet)}"]
        return "，".join(parts)


@frozen
class Entry:
    """One line of the list: a group, or one of its findings below it."""

    group: Group
    single: Finding | None = None
    """The finding that it stands for; None for a whole group."""

    @property
    def key(self) -> GroupKey:
        """Which group it belongs to."""
        first = self.group[0]
        return (first.sheet, first.code, first.state)

    @property
    def first(self) -> Finding:
        """The finding that it speaks of, or the first one."""
        return self.single or self.group[0]

    @property
    def findings(self) -> Group:
        """All that it stands for."""
        return (self.single,) if self.single else self.group

    @property
    def folds(self) -> bool:
        """Whether others can be shown below it."""
        return self.single is None and len(self.group) > 1


def entries(
    findings: Iterable[Finding], wanted: Wanted, unfolded: Collection[GroupKey] = ()
) -> tuple[Entry, ...]:
    """The lines, the heaviest first; the findings of an unfolded group stand below it."""
    return tuple(_entries(grouped(filter(wanted.keeps, findings)), unfolded))


def verdict(findings: Sequence[Finding]) -> str:
    """What 自查 comes to: 自查通过, or what is left to do."""
    counts = counted(findings)
    if any(each.state is State.broken for each in findings):
        return "有规则出错，没有查完；请看下面的“规则出错”"
    if counts.get(Severity.error) or counts.get(Severity.explain):
        return ""
    rest = "、".join(f"{each.label} {counts[each]}" for each in Severity if each in counts)
    if not rest:
        return "自查通过：没有查出问题"
    return f"自查通过：没有错误，也没有需说明的；另有 {rest}，供参考"


def state_counts(findings: Iterable[Finding]) -> Iterator[tuple[State, int]]:
    """How many are settled, and how many could not be checked."""
    states = [finding.state for finding in findings if not waits(finding)]
    yield from ((state, states.count(state)) for state in State if state in states)


def name_of(batch: Batch, sheet_id: str) -> str:
    """附件号 of a sheet; 全年各表 for none."""
    return sheet_mark(batch.sheet(sheet_id)).strip() if sheet_id else WHOLE_YEAR


def _entries(groups: Iterable[Group], unfolded: Collection[GroupKey]) -> Iterator[Entry]:
    for group in groups:
        whole = Entry(group) if len(group) > 1 else Entry(group, group[0])
        yield whole
        if whole.folds and whole.key in unfolded:
            yield from (Entry(group, finding) for finding in group)


def _after(choices: Sequence[Choice], present: Choice, by: int) -> Choice:
    return choices[(choices.index(present) + by) % len(choices)]
