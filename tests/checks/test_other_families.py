"""Sheets of other regions, in their own words: no rule cries wolf, and none breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.sheet import Batch, Row, Sheet, new_sheet
from selfeval_tui.spec import load_spec, spec_ids

HUBEI = {
    "年度": "2022",
    "标题": "2022年度“雪亮工程”2021-2023年三年行动（二期）项目自评表",
    "项目名称": "“雪亮工程”2021-2023年三年行动（二期）项目",
    "单位名称": "某某县公安局",
    "填报日期": "2023.3.15",
    "主管部门": "某某县公安局",
    "项目类别": "1、部门预算项目 □ 2、省直专项 ☑ 3、省对下转移支付项目 □",
    "偏差大或目标未完成原因分析": "1）2021年签订的合同尾款未付；2）验收推迟。",
    "改进措施及结果应用方案": "加快2023年支付进度，结果用于2024年预算编制",
}
HUBEI_ROWS = """
产出指标（20分） | 数量指标 | 新增监控点位 | ≥120个 | 126个
产出指标（20分） | 质量指标 | 设备完好率 | ≥95% | 97.3％
产出指标（20分） | 时效指标 | 完成时间 | 2022年12月底前 | 2022年11月30日
产出指标（20分） | 成本指标 | 项目总成本 | ≤1200万元 | 1135.34万元
效益指标（10分） | 社会效益指标 | 刑事案件发案率 | 下降 | 下降3.2%
满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | 90%以上 | 98%
"""
MOF = {"年度": "2020", "标题": "项目支出绩效自评表（2020年度）", "项目名称": "水库维修养护",
       "主管部门": "某某省水利厅", "实施单位": "某某水库管理处", "总分": "98.6"}  # fmt: skip
MOF_ROWS = """
产出指标 | 数量指标 | 维修水库数量 | ＝12座 | 12座
成本指标 | 经济成本指标 | 单座维修成本 | ≤8万元/座 | 7.6万元/座
效益指标 | 可持续影响指标 | 运行管护机制 | 健全 | 健全
满意度 | 满意度指标 | 受益群众满意度 | ≥90% | 93.5%
"""


def filled(spec_id: str, fields: dict[str, str], money: dict[str, str], rows: str) -> Sheet:
    """A sheet of a form: its fields, the first row of its money table, and its indicators."""
    sheet = new_sheet(load_spec(spec_id), starter=False)
    sheet.fields.update(fields)
    next(iter(sheet.tables["资金"].values())).cells.update(money)
    table = next(table for table in sheet.spec.tables if table.judged)
    names = [column.name for column in table.columns[:5]]
    for number, line in enumerate(rows.strip().splitlines()):
        cells = dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True))
        sheet.tables[table.name][f"r{number}"] = Row(f"r{number}", cells)
    return sheet


def said_of(sheet: Sheet) -> list[Finding]:
    """What is open on a sheet."""
    return [each for each in check(Batch([sheet])) if each.state in {State.open, State.broken}]


REAL = [
    filled(
        "hubei/project",
        HUBEI,
        {"预算数": "1200", "执行数": "1135.34", "执行率": "94.61%", "得分": "18.92"},
        HUBEI_ROWS,
    ),
    filled(
        "mof-2020/project",
        MOF,
        {
            "年初预算数": "100",
            "全年预算数": "95.6万元",
            "全年执行数": "92.44",
            "执行率": "0.9669",
            "得分": "9.67",
        },
        MOF_ROWS,
    ),
]


@pytest.mark.parametrize("sheet", REAL, ids=lambda sheet: sheet.spec.id)
def test_a_sound_sheet_is_left_in_peace(sheet: Sheet) -> None:
    """At most a hint about a percent sign, or a cell that this form does not print."""
    heavy = {each.code for each in said_of(sheet) if each.severity in {"error", "explain"}}
    assert heavy == set()
    light = {each.code for each in said_of(sheet)} - {"CELL-004", "YEAR-005"}
    assert light <= {"BUD-009", "IND-003"}


TEXTS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["", "无", "不涉及", "0", "-3", "95%", "≥95%", "1/3", "20万元", "12次", "不足12次", "2023",
         "（", "2023年", "12月底前", "☑ □", "1e9", "９９９９９９９９９９９９９", "万", "%", "…"]
    ),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(spec_ids()), st.data())
def test_no_rule_breaks_whatever_is_typed(spec_id: str, data: st.DataObject) -> None:
    """In any cell of any form."""
    sheet = new_sheet(load_spec(spec_id))
    for address in sheet.addresses():
        text = data.draw(TEXTS) if data.draw(st.booleans()) else ""
        if address.table:
            sheet.row(address.table, address.row).cells[address.name] = text
        else:
            sheet.fields[address.name] = text
    assert not [each for each in check(Batch([sheet])) if each.state is State.broken]
