"""Copies of a sheet, and sheets that change places."""

from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.sheet.arrange import copy_of, exchange, neighbour
from selfeval_tui.spec.model import Role
from tests.sheet.build import department, project, with_rows


def _batch() -> Batch:
    sheets = [project("1", name=name) for name in ("甲", "乙", "丙")]
    for number, sheet in enumerate(sheets, start=1):
        sheet.fields["附件号"] = f"附件1-{number}"
    return Batch([*sheets, department()])


def _order(batch: Batch) -> list[str]:
    return [
        f"{each.with_role(Role.ATTACHMENT)}{each.with_role(Role.PROJECT_NAME)}"
        for each in batch.sheets
    ]


def test_a_copy_has_the_next_number_and_says_so_in_its_name() -> None:
    """All that was typed is there; the two share nothing."""
    batch = _batch()
    sheet = with_rows(batch.sheets[0], ("次数", "≥1次", "2次"))
    sheet.fields["标题"] = "2023年度甲自评表"
    copy = copy_of(batch, sheet)
    assert copy.id != sheet.id
    assert copy.with_role(Role.ATTACHMENT) == "附件1-4"
    assert copy.with_role(Role.PROJECT_NAME) == "甲（副本）"
    assert copy.tables == sheet.tables
    assert copy.tables["指标"]["r1"] is not sheet.tables["指标"]["r1"]
    assert copy.with_role(Role.TITLE) == ""
    batch.add_sheet(copy)
    assert copy_of(batch, sheet).with_role(Role.PROJECT_NAME) == "甲（副本2）"


def test_a_copy_of_the_units_own_sheet_is_told_apart_by_its_number() -> None:
    """附件2 names no project."""
    batch = _batch()
    assert copy_of(batch, batch.sheets[3]).with_role(Role.ATTACHMENT) == "附件2（副本）"


def test_two_sheets_exchange_place_and_number_in_one_step() -> None:
    """The row of numbers stays as it was."""
    batch = _batch()
    one, other = batch.sheets[2], batch.sheets[0]
    exchange(batch, one, other)
    assert _order(batch) == ["附件1-1丙", "附件1-2乙", "附件1-3甲", ""]
    batch.undo()
    assert _order(batch) == ["附件1-1甲", "附件1-2乙", "附件1-3丙", ""]
    batch.redo()
    assert _order(batch) == ["附件1-1丙", "附件1-2乙", "附件1-3甲", ""]


def test_only_a_sheet_of_the_same_year_and_form_is_a_neighbour() -> None:
    """附件1-3 does not change places with 附件2."""
    batch = _batch()
    first, second, third, unit = batch.sheets
    second.fields["年度"] = "2022"

    def next_to(sheet: Sheet, by: int) -> Sheet | None:
        return neighbour(batch, sheet, by)

    assert next_to(first, 1) is third
    assert next_to(third, -1) is first
    assert (next_to(first, -1), next_to(third, 1), next_to(unit, -1)) == (None, None, None)
