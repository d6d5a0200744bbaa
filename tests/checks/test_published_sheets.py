"""The nine published sheets of the 示例: everything that a reviewer finds, and nothing else."""

from functools import cache

import pytest

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.sheet import Address, Batch, Sheet, sheet_mark
from selfeval_tui.spec.model import Role
from selfeval_tui.store.demo import demo_sheets

# sheet | where: a row's 三级指标, else the field | code | severity | state | 填报 | 应为 | 相差
TABLE = """
附件1-1 | 执行率 | BUD-002 | info | open | 100% | 99.84% |
附件1-1 | 预算控制数 | IND-001 | explain | open | 182755.15元 | 121926.11元 | 60829.04元（49.9%）
附件1-1 | 预算控制数 | COST-001 | warn | open | 12.192611万元 | 18.27万元 | 6.077389万元
附件1-1 | 预算控制数 | COST-002 | warn | open | 18.275515万元 | 18.24万元 | 0.035515万元
附件1-1 | 人员被投诉次数 | IND-002 | warn | open | ≤3次 | |
附件1-1 | 社会公众对其工作满意度 | IND-002 | warn | open | ≥95% | |
附件1-2 | 执行率 | BUD-005 | explain | explained | 60.96% | 90%以上 | 29.04个百分点
附件1-2 | 预算控制数 | COST-001 | warn | open | 452.4万元 | 452.24万元 | 0.16万元
附件1-2 | 人员被投诉次数 | IND-002 | warn | open | ≤3次 | |
附件1-2 | 社会公众对其工作满意度 | IND-002 | warn | open | ≥95% | |
附件1-3 | 执行率 | BUD-005 | explain | explained | 27.2% | 90%以上 | 62.8个百分点
附件1-3 | 中央空调清洗数量 | IND-001 | explain | explained | 不足12次 | 12次 |
附件1-3 | 中央空调清洗数量 | IND-004 | info | open | 不足12次 | |
附件1-3 | 厕所管道疏通及墙外清淤 | IND-001 | explain | explained | 不足4次 | 4次 |
附件1-3 | 厕所管道疏通及墙外清淤 | IND-004 | info | open | 不足4次 | |
附件1-3 | 窗口标牌 | IND-001 | explain | explained | 不足52个 | 52个 |
附件1-3 | 窗口标牌 | IND-004 | info | open | 不足52个 | |
附件1-3 | 公示栏 | IND-001 | explain | explained | 不足5个 | 5个 |
附件1-3 | 公示栏 | IND-004 | info | open | 不足5个 | |
附件1-3 | 中央空调清洗数量 | IND-015 | info | open | | |
附件1-3 | 系统故障率 | IND-002 | warn | open | 故障率≤2% | |
附件1-3 | 提高办事效率 | IND-003 | warn | open | 得到提升 | 提高便民服务度 |
附件1-3 | 使用人员满意度 | IND-002 | warn | open | ≥95% | |
附件1-4 | 标题 | TXT-003 | info | open | 年年度 | |
附件1-4 | 执行率 | BUD-005 | explain | explained | 16.6% | 90%以上 | 73.4个百分点
附件1-4 | 招商工作完成率 | IND-001 | explain | explained | 17% | 100% | 83个百分点
附件1-4 | 招商工作质量达标情况 | IND-001 | explain | explained | 无 | 达到上级要求 |
附件1-4 | 成本控制情况 | IND-001 | explain | explained | 无 | 不超预算 |
附件1-4 | 完成及时性 | IND-001 | explain | explained | 无 | 及时 |
附件1-4 | 促进当地经济发展 | IND-001 | explain | explained | 无 | 效果显著 |
附件1-4 | 提供就业机会，促进社会稳定 | IND-001 | explain | explained | 无 | 效果显著 |
附件1-4 | 为招商工作提供资金支持 | IND-001 | explain | explained | 无 | 效果显著 |
附件1-4 | 招商人员满意度 | IND-001 | explain | explained | 0 | ≥90% | 90个百分点
附件1-5 | 网络故障修复率 | IND-002 | warn | open | 故障率≤2% | |
附件1-5 | 使用人员满意度 | IND-002 | warn | open | ≥95% | |
附件1-6 | 执行率 | BUD-005 | explain | explained | 13.8% | 90%以上 | 76.2个百分点
附件1-6 | 执行率 | BUD-006 | info | open | | |
附件1-6 | 预算控制数 | COST-002 | warn | open | 0.68万元 | 0.69万元 | 0.01万元
附件1-6 | 主管部门满意度 | IND-002 | warn | open | ≥95% | |
附件1-7 | 执行率 | BUD-001 | error | open | 94% | 95.2% | 1.2个百分点
附件1-7 | 使用人员满意度 | IND-002 | warn | open | ≥95% | |
附件1-8 | 执行率 | BUD-005 | explain | explained | 41.89% | 90%以上 | 48.11个百分点
附件1-8 | 执行率 | BUD-006 | info | open | | |
附件1-8 | 使用人员满意度 | IND-002 | warn | open | ≥95% | |
附件2 | 预算调整率 | IND-001 | explain | explained | 33% | 0% | 33个百分点
附件2 | 预算执行率 | IND-001 | explain | explained | 72% | 100% | 28个百分点
附件2 | 结转结余率 | IND-001 | explain | explained | 28% | 0% | 28个百分点
附件2 | 政府采购执行率 | IND-001 | explain | explained | 61% | 100% | 39个百分点
附件2 | 资产管理制度健全性 | IND-003 | warn | open | 较健全 | 健全 |
附件2 | 资产管理规范性 | IND-003 | warn | open | 较规范 | 规范 |
附件2 | 财务管理制度健全性 | IND-003 | warn | open | 较健全 | 健全 |
附件2 | 提高办事效率 | IND-003 | warn | open | 提高办事效率 | 提高便民服务度 |
附件2 | 设备利用率 | IND-002 | warn | open | ≥95% | |
附件2 | 服务对象满意度 | IND-002 | warn | open | ≧90% | |
附件2 | 联系部门满意度 | IND-002 | warn | open | ≧90% | |
附件2 | 服务体制改革成效 | DEP-001 | info | open | | |
附件2 | 不涉及 | IND-022 | info | open | 不涉及 | |
附件2 | 信息化建设情发生率况 | IND-019 | info | open | 信息化建设情发生率况 | 信息化建设情况 |
附件2 | 配备自助终端设备 | TXT-002 | info | open | “” | |
"""


@cache
def year() -> tuple[Batch, tuple[Finding, ...]]:
    """The sheets, and what is found on them."""
    batch = Batch(demo_sheets())
    return batch, tuple(each for each in check(batch) if each.state is not State.skipped)


def place(sheet: Sheet, address: Address) -> str:
    """A row's 三级指标, or the name of the field or column."""
    if address.table != "指标":
        return address.name
    column = sheet.spec.table("指标").with_role(Role.INDICATOR)
    assert column is not None
    return sheet.row(address.table, address.row).cells[column.name]


def lines() -> list[str]:
    """The findings, written as the table is."""
    batch, found = year()
    written = []
    for each in found:
        sheet = batch.sheet(each.sheet)
        what = (sheet_mark(sheet), place(sheet, each.at[0]), each.code, each.severity, each.state)
        written.append(" | ".join((*what, each.actual, each.expected, each.difference)))
    return written


def cells(line: str) -> list[str]:
    """The cells of a line of the table."""
    return [cell.strip() for cell in line.split("|")]


def test_everything_is_found_and_nothing_else() -> None:
    """With its figures, its weight and its state."""
    assert sorted(map(cells, lines())) == sorted(map(cells, TABLE.strip().splitlines()))


def test_fourteen_actual_values_repeat_the_target() -> None:
    """On seven project sheets and 附件2."""
    repeated = [line.split(" | ")[0] for line in lines() if "| IND-002 |" in line]
    assert len(repeated) == 14
    assert len(set(repeated)) == 8


def test_rows_that_do_not_apply_are_filled_in_two_ways() -> None:
    """Three carry 绩效基本型, four are left blank; all seven are pointed to."""
    (finding,) = (each for each in year()[1] if each.code == "DEP-001")
    assert len(finding.at) == 7


SILENT = [
    ("附件1-1", "BUD-001"), ("附件1-2", "BUD-001"), ("附件1-3", "BUD-001"), ("附件1-4", "BUD-001"),
    ("附件1-5", "BUD-001"), ("附件1-6", "BUD-001"), ("附件1-8", "BUD-001"),
    ("附件1-3", "COST-001"), ("附件1-3", "COST-002"), ("附件1-5", "COST-001"),
    ("附件1-5", "COST-002"), ("附件1-7", "COST-001"), ("附件1-7", "COST-002"),
    ("附件1-8", "COST-001"), ("附件1-8", "COST-002"), ("附件1-2", "COST-002"),
    ("附件1-8", "IND-001"), ("附件2", "YEAR-001"), ("附件2", "YEAR-006"), ("附件2", "DEP-002"),
]  # fmt: skip


@pytest.mark.parametrize(("mark", "code"), SILENT)
def test_what_holds_is_not_found_fault_with(mark: str, code: str) -> None:
    """The other rates, the cost rows that agree, the sums of the year."""
    batch, found = year()
    sheet = next(each for each in batch.sheets if sheet_mark(each) == mark)
    assert not [each for each in found if each.sheet == sheet.id and each.code == code]


@pytest.mark.parametrize("name", ["公用经费控制率", "在职人员控制率", "会议费控制率"])
def test_the_running_costs_are_met(name: str) -> None:
    """≦100% and 69% is met: less is better."""
    assert not [line for line in lines() if f"附件2 | {name}" in line]


def test_the_sums_were_really_compared() -> None:
    """The rules that are silent were asked, and had all they needed."""
    batch = year()[0]
    skipped = {each.code for each in check(batch) if each.state is State.skipped}
    assert not skipped & {"YEAR-001", "YEAR-006", "DEP-002", "BUD-001", "COST-001", "COST-002"}
