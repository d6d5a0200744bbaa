"""Findings that follow the typing are those of a full run, whatever was typed in which order."""

from hypothesis import given, settings

from selfeval_tui.checks.check import check
from selfeval_tui.checks.checker import Checker
from selfeval_tui.sheet import Ruling
from tests.sheet.test_any_order import OPERATIONS, fresh_batch, perform, rebuilt


@settings(max_examples=100, deadline=None)
@given(OPERATIONS)
def test_what_is_kept_equals_what_a_full_run_finds(
    operations: list[tuple[str, int, str, Ruling]],
) -> None:
    """No edit leaves an old finding behind or misses a new one."""
    batch = fresh_batch()
    checker = Checker(batch)
    batch.listen(checker.apply)
    for operation in operations:
        perform(batch, *operation)
    assert checker.findings() == check(rebuilt(batch))
