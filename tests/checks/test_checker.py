"""Findings that follow the typing are those of a full run, whatever was typed in which order."""

from hypothesis import given, settings

from selfeval_tui.checks.check import check
from selfeval_tui.checks.checker import Checker
from selfeval_tui.sheet import Batch, Ruling, new_sheet
from selfeval_tui.spec import load_spec
from tests.sheet.build import department, with_rows
from tests.sheet.test_any_order import OPERATIONS, fresh_batch, perform, rebuilt


def _with_accounts() -> Batch:
    accounts = new_sheet(load_spec("ezhou-gedian/figures"))
    accounts.fields.update({"公用经费预算数": "11.08", "公用经费决算数": "7.76"})
    unit = with_rows(department("310.18"), ("公用经费控制率", "≦100%", "69%"))
    return Batch([*fresh_batch().sheets, unit, accounts])


@settings(max_examples=100, deadline=None)
@given(OPERATIONS)
def test_what_is_kept_equals_what_a_full_run_finds(
    operations: list[tuple[str, int, str, Ruling]],
) -> None:
    """No edit leaves an old finding behind or misses a new one."""
    batch = _with_accounts()
    checker = Checker(batch)
    batch.listen(checker.apply)
    for operation in operations:
        perform(batch, *operation)
    assert checker.findings() == check(rebuilt(batch))
