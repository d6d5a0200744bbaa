"""Which problems 自查 lists, in which order, and what it comes to."""

import pytest

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.sheet import Address, Batch
from selfeval_tui.tui.check.view import Kind, Wanted, entries, verdict
from tests.tui.fill.build import demo_batch

OPEN, EXPLAINED, KEPT, SKIPPED = State.open, State.explained, State.kept, State.skipped
ERROR, EXPLAIN, WARN, INFO = Severity


def _finding(
    code: str, severity: Severity, state: State = OPEN, sheet: str = "甲", cell: str = "执行率"
) -> Finding:
    return Finding(code, severity, state, sheet, (Address(sheet, cell),), code)


FOUND = (
    _finding("W", WARN, cell="一"),
    _finding("W", WARN, cell="二"),
    _finding("K", ERROR, KEPT),
    _finding("X", EXPLAIN, EXPLAINED),
    _finding("S", EXPLAIN, SKIPPED, sheet="乙"),
    _finding("E", ERROR, sheet="乙"),
    _finding("Y", INFO, sheet=""),
)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(), "E W Y"),
        (Wanted(severity=WARN), "W"),
        (Wanted(sheet="乙"), "E"),
        (Wanted(sheet=""), "Y"),
        (Wanted(kind=Kind.SETTLED), "K X"),
        (Wanted(kind=Kind.SKIPPED), "S"),
        (Wanted(kind=Kind.ALL), "E K X S W Y"),
        (Wanted(severity=ERROR, kind=Kind.ALL), "E K"),
    ],
)
def test_a_filter_lists_what_it_says_the_heaviest_first(wanted: Wanted, codes: str) -> None:
    """Equal problems of a sheet are one line."""
    assert [entry.first.code for entry in entries(FOUND, wanted)] == codes.split()


def test_an_unfolded_group_shows_its_problems_below_it() -> None:
    """The line of the group stays, and its problems can be explained one by one."""
    folded = entries(FOUND, Wanted())
    group = folded[1]
    assert group.folds
    shown = entries(FOUND, Wanted(), {group.key})
    assert [len(entry.findings) for entry in shown] == [1, 2, 1, 1, 1]
    assert [entry.first.at[0].name for entry in shown[2:4]] == ["一", "二"]


def test_filters_go_round() -> None:
    """One key leads through all kinds, severities and sheets, and back to all."""
    batch = Batch(demo_batch().sheets[:2])
    first, second = (sheet.id for sheet in batch.sheets)
    sheets, weights, kinds = [], [], []
    wanted = Wanted()
    for _step in range(4):
        wanted = wanted.next_sheet(batch, 1)
        sheets.append(wanted.sheet)
    for _step in range(5):
        wanted = wanted.next_severity(1)
        weights.append(wanted.severity)
    for _step in range(4):
        wanted = wanted.next_kind(-1)
        kinds.append(wanted.kind)
    assert sheets == [first, second, "", None]
    assert weights == [*Severity, None]
    assert kinds == [Kind.ALL, Kind.SKIPPED, Kind.SETTLED, Kind.WAITING]


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ((), "自查通过：没有查出问题"),
        ((FOUND[2], FOUND[3], FOUND[4]), "自查通过：没有查出问题"),
        ((FOUND[0], FOUND[6]), "自查通过：没有错误，也没有需说明的；另有 警告 1、提示 1，供参考"),
        ((FOUND[5],), ""),
        ((_finding("X", EXPLAIN),), ""),
        ((_finding("B", INFO, State.broken),), "有规则出错，没有查完；请看下面的“规则出错”"),
    ],
)
def test_it_passes_where_nobody_would_send_it_back(
    findings: tuple[Finding, ...], said: str
) -> None:
    """What is explained or kept with a reason is no hindrance; a rule that broke is no pass."""
    assert verdict(findings) == said
