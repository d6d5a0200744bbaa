"""Findings as lines for a terminal: by sheet, the heaviest first, equal ones as one group."""

from collections.abc import Iterator, Sequence
from itertools import chain

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.checks.groups import Group, grouped, waits
from selfeval_tui.checks.lines import figures
from selfeval_tui.sheet import Batch, sheet_label

_WHOLE_YEAR = "全年各表"
_FINE = "没有待处理的问题。"
_INDENT = "  "


def as_lines(batch: Batch, findings: Sequence[Finding], *, every: bool = False) -> Iterator[str]:
    """The findings of each sheet, and a count at the end.

    Args:
        batch: Where the sheets are.
        findings: What was found.
        every: Whether to show also what is settled and what was skipped.
    """
    shown = [each for each in findings if every or waits(each)]
    for sheet_id in (*(sheet.id for sheet in batch.sheets), ""):
        groups = grouped(each for each in shown if each.sheet == sheet_id)
        if groups:
            yield sheet_label(batch.sheet(sheet_id)) if sheet_id else _WHOLE_YEAR
            yield from chain.from_iterable(map(_group_lines, groups))
            yield ""
    yield from _summary(findings, every=every)


def _group_lines(group: Group) -> Iterator[str]:
    first = group[0]
    state = "" if first.state is State.open else f"（{first.state.label}）"
    head = f"{_INDENT}{first.severity.label} {first.code}{state}"
    if len(group) > 1:
        yield f"{head} 共 {len(group)} 处"
    for finding in group:
        yield f"{head} {finding.message}" if len(group) == 1 else f"{_INDENT * 2}{finding.message}"
        if compared := "，".join(f"{label} {text}" for label, text in figures(finding)):
            yield f"{_INDENT * 3}{compared}"
        if finding.settled:
            yield f"{_INDENT * 3}说明：{finding.settled}"
    if waits(first):
        yield f"{_INDENT * 2}怎么办：{first.fix}"


def _summary(findings: Sequence[Finding], *, every: bool) -> Iterator[str]:
    """待处理 by severity, then how many are settled or were skipped."""
    weights = [each.severity for each in findings if waits(each)]
    counts = [f"{each.label} {weights.count(each)}" for each in Severity if each in weights]
    yield f"待处理：{'，'.join(counts)}。" if counts else _FINE
    states = [each.state for each in findings if not waits(each)]
    rest = [f"{each.label} {states.count(each)}" for each in State if each in states]
    if rest:
        yield f"另有：{'，'.join(rest)}。{'' if every else '加 --all 列出。'}"
