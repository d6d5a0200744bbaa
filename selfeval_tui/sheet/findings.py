"""What is left to look at (问题), cell by cell; until rules exist, what the verdicts say."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.text import VerdictCode

TROUBLING = (VerdictCode.missed, VerdictCode.partly, VerdictCode.person)
"""The verdicts that a clerk has something to do about."""


@frozen
class Finding:
    """One thing to look at."""

    address: Address
    """The cell to go to."""
    words: str
    """What it is, in Chinese: 未达到：实际 3 次 > 目标 ≤ 2 次."""


def findings(batch: Batch, sheet: Sheet) -> Iterator[Finding]:
    """What there is to look at in a sheet, in the order of its rows."""
    for table, row in sheet.rows():
        actual = table.with_role(Role.ACTUAL)
        if not table.judged or actual is None:
            continue
        at = Address(sheet.id, actual.name, table.name, row.id)
        verdict = batch.verdict(at)
        if verdict is not None and verdict.code in TROUBLING:
            why = f"：{verdict.why}" if verdict.why else ""
            yield Finding(at, f"{verdict.code.label}{why}")
