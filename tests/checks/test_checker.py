"""Findings that follow the typing are those of a full run, whatever was typed in which order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.checks.check import check
from selfeval_tui.checks.checker import Checker
from selfeval_tui.checks.settle import explanation, home_of
from selfeval_tui.sheet import Address, Batch, Life, Ruling, Sheet, Stage, Step, new_sheet
from selfeval_tui.sheet.change import Change
from selfeval_tui.spec import load_spec
from tests.sheet.build import department, figures, money, project, with_rows
from tests.sheet.test_any_order import OPERATIONS, TEXTS, fresh_batch, perform, rebuilt

Operation = tuple[str, int, str, Ruling]
_AMOUNTS = ("公用经费预算数", "公用经费决算数", "项目支出", "基本支出")
_REASONS = st.sampled_from(["", "同上", "合同跨年，次年支付", "设备未到货，已催办"])
FAR = st.lists(
    st.tuples(
        st.sampled_from(["explain", "settle all", "unexplain", "account", "add", "move", "life"]),
        st.integers(0, 60),
        TEXTS,
        _REASONS,
    ),
    max_size=12,
)


def _year() -> Batch:
    accounts = figures(公用经费预算数="11.08", 公用经费决算数="7.76")
    unit = with_rows(department("310.18"), ("公用经费控制率", "≦100%", "69%"))
    return Batch([*fresh_batch().sheets, unit, accounts])


def _followed(batch: Batch) -> Checker:
    checker = Checker(batch)
    batch.listen(checker.apply)
    return checker


def _act(batch: Batch, checker: Checker, what: str, where: int, text: str, reason: str) -> None:
    """Do what reaches beyond a cell: reasons, figures of the accounts, sheets, their life."""
    sheets = batch.sheets
    sheet = sheets[where % len(sheets)] if sheets else None
    if sheet is None or what == "add":
        kind = ("project", "department", "figures")[where % 3]
        batch.add_sheet(new_sheet(load_spec(f"ezhou-gedian/{kind}")), where % (len(sheets) + 1))
    elif what == "move":
        batch.move_sheet(sheet.id, where % len(sheets))
    elif what == "life":
        # Finalised, changed in vain, and opened again.
        batch.live(sheet.id, Life(Stage.final, finalised="2024-04-23"))
        batch.set(Address(sheet.id, "年度"), text)
        batch.live(sheet.id, Life(Stage.draft))
    elif what == "account":
        for accounts in (each for each in sheets if each.spec.kind == "figures"):
            batch.set(Address(accounts.id, _AMOUNTS[where % len(_AMOUNTS)]), text)
    elif what == "unexplain":
        for known in list(sheet.explanations)[:1]:
            batch.unexplain(sheet.id, known)
    else:
        _explain(batch, checker, sheet, where, reason, whole=what == "settle all")


def _explain(
    batch: Batch, checker: Checker, sheet: Sheet, where: int, reason: str, *, whole: bool
) -> None:
    open_ones = (each for each in checker.findings() if each.is_open)
    found = [each for each in open_ones if home_of(batch, each) == sheet.id]
    if found:
        finding = found[where % len(found)]
        group = [each for each in found if each.code == finding.code] if whole else ()
        batch.explain(sheet.id, explanation(batch, finding, reason, "2024-04-23", group))


@settings(max_examples=100, deadline=None)
@given(OPERATIONS)
def test_what_is_kept_equals_what_a_full_run_finds(operations: list[Operation]) -> None:
    """No edit leaves an old finding behind or misses a new one."""
    batch = _year()
    checker = _followed(batch)
    for operation in operations:
        perform(batch, *operation)
    assert checker.findings() == check(rebuilt(batch))


@settings(max_examples=60, deadline=None)
@given(OPERATIONS, FAR)
def test_reasons_accounts_and_whole_sheets_are_followed_as_well(
    operations: list[Operation], far: list[tuple[str, int, str, str]]
) -> None:
    """At every moment, sheet by sheet and for the year, among edits of cells and rows."""
    batch = _year()
    checker = _followed(batch)
    for number in range(max(len(operations), len(far))):
        for operation in operations[number : number + 1]:
            perform(batch, *operation)
        for act in far[number : number + 1]:
            _act(batch, checker, *act)
        assert checker.findings() == check(rebuilt(batch))
    every = checker.findings()
    for sheet in batch.sheets:
        assert checker.findings(sheet.id) == tuple(x for x in every if x.sheet == sheet.id)


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_many_steps_may_be_followed_at_once(operations: list[Operation]) -> None:
    """The screen looks at findings now and then, and tells all that happened in between."""
    batch = _year()
    checker = Checker(batch)
    changes: list[Change] = []
    batch.listen(lambda step: changes.extend(step.changes))
    for operation in operations:
        perform(batch, *operation)
    checker.apply(Step("", tuple(changes), Address("")))
    assert checker.findings() == check(rebuilt(batch))


@settings(max_examples=60, deadline=None)
@given(OPERATIONS, st.integers(0, 200), TEXTS)
def test_what_is_typed_is_checked_before_it_is_committed(
    operations: list[Operation], where: int, text: str
) -> None:
    """What is said while one types is what is found once it stands there, and nothing changes."""
    batch = _year()
    checker = _followed(batch)
    for operation in operations:
        perform(batch, *operation)
    before, cells = checker.findings(), [a for s in batch.printed for a in s.addresses()]
    address = cells[where % len(cells)]
    typed, can_undo = batch.typed(address), batch.can_undo
    foretold = checker.preview(address, text)
    assert (batch.typed(address), batch.can_undo) == (typed, can_undo)
    assert checker.findings() == before == check(rebuilt(batch))
    batch.set(address, text)
    assert foretold == checker.findings() == check(rebuilt(batch))


def test_figures_of_the_accounts_wait_for_the_commit() -> None:
    """All sheets rest on them, so that a key would have to look the whole year through."""
    batch = _year()
    checker = _followed(batch)
    accounts = next(each for each in batch.sheets if each.spec.kind == "figures")
    at = Address(accounts.id, "公用经费决算数")
    assert checker.preview(at, "12.76") == checker.findings()
    batch.set(at, "12.76")
    assert checker.findings() == check(rebuilt(batch))


def test_a_sheet_may_be_changed_and_removed_in_one_step() -> None:
    """Nothing is asked of a sheet that is gone."""
    first, second = project("5", "4.76", "94%"), project("3", "3", name="乙项目")
    batch = Batch([first, second])
    checker = _followed(batch)
    with batch.as_one("合并"):
        batch.set(money(first, "执行数"), "5")
        batch.remove_sheet(first.id)
    assert checker.findings() == check(rebuilt(batch))
    batch.undo()
    assert checker.findings() == check(rebuilt(batch))
