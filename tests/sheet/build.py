"""Small sheets for the tests of this room."""

from selfeval_tui.sheet import Address, Batch, Row, Sheet, new_sheet
from selfeval_tui.spec import load_spec


def project(budget: str = "", spent: str = "", rate: str = "", name: str = "甲项目") -> Sheet:
    """A project sheet of the seed's family with its money row filled."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    sheet.fields.update({"项目名称": name, "年度": "2023"})
    sheet.tables["资金"]["合计"].cells.update({"预算数": budget, "执行数": spent, "执行率": rate})
    return sheet


def department(project_total: str = "") -> Sheet:
    """A department sheet with 项目支出总额 typed."""
    sheet = new_sheet(load_spec("ezhou-gedian/department"), starter=False)
    sheet.fields["项目支出总额"] = project_total
    return sheet


def figures(**amounts: str) -> Sheet:
    """The figures of the accounts (决算数据) of 2023."""
    sheet = new_sheet(load_spec("ezhou-gedian/figures"))
    sheet.fields.update({"年度": "2023", **amounts})
    return sheet


def with_rows(sheet: Sheet, *rows: tuple[str, str, str]) -> Sheet:
    """Add indicator rows: 三级指标, 年初目标值, 实际完成值; their ids are r1, r2 …."""
    table = sheet.tables["指标"]
    for number, (indicator, target, actual) in enumerate(rows, start=1):
        cells = {"三级指标": indicator, "年初目标值": target, "实际完成值": actual}
        table[f"r{number}"] = Row(f"r{number}", cells)
    return sheet


def money(sheet: Sheet, name: str) -> Address:
    """A cell of the money row."""
    return Address(sheet.id, name, "资金", "合计")


def cell(sheet: Sheet, row: str, name: str) -> Address:
    """A cell of an indicator row."""
    return Address(sheet.id, name, "指标", row)


def everything(batch: Batch) -> dict[Address, tuple[object, ...]]:
    """All that was typed and what follows: each cell's text, value, verdict, its row's 依据."""
    return {
        address: (
            batch.typed(address),
            batch.computed(address),
            batch.verdict(address),
            sheet.row(address.table, address.row).basis if address.table else None,
        )
        for sheet in batch.sheets
        for address in sheet.addresses()
    }
