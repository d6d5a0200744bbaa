"""佐证材料清单: what the actual values rest on (依据), row by row; made only where any is kept."""

from collections.abc import Iterator, Sequence

from selfeval_tui.excel.report import Report, ReportColumn
from selfeval_tui.layout.names import about_unit, first_year
from selfeval_tui.sheet import Row, Sheet, sheet_mark
from selfeval_tui.sheet.basis import Basis, BasisPart
from selfeval_tui.spec.model import Align, Role, TableBlock

EVIDENCE = "佐证材料清单"
_COLUMNS = (
    ReportColumn("附件号", 19),
    ReportColumn("指标", 34, Align.LEFT),
    ReportColumn("实际完成值", 25),
    ReportColumn(BasisPart.document.label, 34, Align.LEFT),
    ReportColumn(BasisPart.evidence.label, 34, Align.LEFT),
    ReportColumn("问卷满意数/有效数", 24),
)


def evidence_report(sheets: Sequence[Sheet]) -> Report | None:
    """The list over sheets of one year; None where no row says what it rests on."""
    rows = tuple(
        (sheet_mark(sheet), _cell(table, row, Role.INDICATOR), _cell(table, row, Role.ACTUAL),
         *_basis(row.basis))
        for sheet in sheets
        for table, row in sheet.rows()
        if row.basis
    )  # fmt: skip
    if not rows:
        return None
    return Report(
        name=EVIDENCE,
        title=f"{first_year(sheets)}绩效自评佐证材料清单",
        about=about_unit(sheets),
        columns=_COLUMNS,
        rows=rows,
        demo=any(sheet.demo for sheet in sheets),
    )


def _cell(table: TableBlock, row: Row, role: Role) -> str:
    column = table.with_role(role)
    return row.cells.get(column.name, "") if column else ""


def _basis(basis: Basis) -> Iterator[str]:
    yield basis.document
    yield basis.evidence
    asked = basis.satisfied or basis.valid
    yield f"{basis.satisfied}/{basis.valid}" if asked else ""
