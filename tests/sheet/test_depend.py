"""What follows from a change."""

from selfeval_tui.sheet import Address
from selfeval_tui.sheet.depend import dependents
from tests.sheet.build import money, project


def test_no_computed_cell_rests_on_a_reason() -> None:
    """A reason (说明) belongs to its sheet alone; an amount feeds its rate."""
    sheet = project("5", "4.76")
    assert dependents({sheet.id: sheet}, [Address(sheet.id)]) == set()
    fed = dependents({sheet.id: sheet}, [money(sheet, "执行数")])
    assert money(sheet, "执行率") in fed
