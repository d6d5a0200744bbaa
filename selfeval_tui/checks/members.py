"""The names that rules speak, by what they are asked of.

A member reads roles, never labels, so that one rule serves every family of forms.
"""

from collections.abc import Mapping

from selfeval_tui.checks.approved_members import APPROVED_ROW, APPROVED_SHEET
from selfeval_tui.checks.cell_members import CELL
from selfeval_tui.checks.member import Member
from selfeval_tui.checks.row_members import ROW
from selfeval_tui.checks.score_members import SCORED_ROW, SCORED_SHEET
from selfeval_tui.checks.sheet_members import OWN
from selfeval_tui.checks.views import BatchView, RowView, SheetView
from selfeval_tui.spec import BLANK
from selfeval_tui.spec.model import Role

__all__ = ["ACCOUNTS", "BATCH", "CELL", "INDICATOR", "KINDS", "ROWS", "SHEET", "Member"]

SHEET: Mapping[str, Member[SheetView]] = {**OWN, **SCORED_SHEET, **APPROVED_SHEET}
"""What a sheet says."""
INDICATOR: Mapping[str, Member[RowView]] = {**ROW, **SCORED_ROW, **APPROVED_ROW}
"""What a row of indicators says."""
BATCH: Mapping[str, Member[BatchView]] = {
    "本批单位名称": Member(lambda view: view.commonest(Role.UNIT_NAME) or BLANK),
    "本批年度": Member(lambda view: view.commonest(Role.YEAR) or BLANK),
}
"""What the sheets of the year say together."""

KINDS = {"项目": "project", "部门": "department"}
"""How rules call the kinds of sheets: 项目.执行数 is that of every project sheet."""
ACCOUNTS = "账"
"""How a family's rules call the figures of the accounts: 账.基本支出."""
ROWS = "指标"
"""How rules call the rows of a sheet: 指标.判定 is that of every row."""
