"""What one clerk typed: sheets, rows, changes, and what follows from them.

`Batch` is the one door for change. Nothing here knows a file, a workbook or a screen.
"""

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.approved import Approved
from selfeval_tui.sheet.basis import Basis, BasisPart
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.calculate import field_at
from selfeval_tui.sheet.change import Change, Step
from selfeval_tui.sheet.compare import Difference, differences
from selfeval_tui.sheet.create import new_id, new_sheet
from selfeval_tui.sheet.explanation import Explanation, fingerprint
from selfeval_tui.sheet.life import Life, ReturnReason, Stage
from selfeval_tui.sheet.place import (
    DEMO,
    print_address,
    print_cell,
    sheet_label,
    sheet_mark,
    sheet_subject,
)
from selfeval_tui.sheet.preview import ComputedCell, Preview
from selfeval_tui.sheet.progress import Progress, progress
from selfeval_tui.sheet.remark import Answer, Remark
from selfeval_tui.sheet.sheet import Row, Ruling, Sheet
from selfeval_tui.sheet.show import show_value
from selfeval_tui.sheet.totals import Totals, money_cell, totals

__all__ = [
    "DEMO",
    "Address",
    "Answer",
    "Approved",
    "Basis",
    "BasisPart",
    "Batch",
    "Change",
    "ComputedCell",
    "Difference",
    "Explanation",
    "Life",
    "Preview",
    "Progress",
    "Remark",
    "ReturnReason",
    "Row",
    "Ruling",
    "Sheet",
    "Stage",
    "Step",
    "Totals",
    "differences",
    "field_at",
    "fingerprint",
    "money_cell",
    "new_id",
    "new_sheet",
    "print_address",
    "print_cell",
    "progress",
    "sheet_label",
    "sheet_mark",
    "sheet_subject",
    "show_value",
    "totals",
]
