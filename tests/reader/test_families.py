"""Sheets of other families, as finance systems and offices print them."""

from selfeval_tui.spec.model import Role
from tests.reader.drawing import indicators, left_over, read

MINISTRY = r"""
项目支出绩效自评表  |<|<|<|<|<|<|<|<|<
（2021年度）        |<|<|<|<|<|<|<|<|<
项目名称            |<|<| 乡村道路养护 |<|<|<|<|<|<
主管部门            |<|<| 某县交通局 |<|<| 实施单位 |<| 某县公路段 |<
项目资金\n（万元）  |<|<| | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^                   |<|<| 年度资金总额 | 100.00 | 120.00 | 118.50 | 10 | 98.75% | 9.88
^                   |<|<| 其中：当年财政拨款 | 100.00 | 120.00 | 118.50 | － | 98.75% | －
^                   |<|<| 上年结转资金 | 0 | 0 | 0 | － | | －
^                   |<|<| 其他资金 | | | | － | | －
年度总体目标        |<| 预期目标 |<|<|<| 实际完成情况 |<|<|<
^                   |<| 完成养护50公里 |<|<|<| 完成52公里 |<|<|<
绩效指标 | 一级指标 | 二级指标 | 三级指标 |<| 年度指标值 | 实际完成值 \
    | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标 | 数量指标 | 养护里程 |<| ≥50公里 | 52公里 | 20 | 20 |
^ | ^ | ^ | 桥梁 |<| 3座 | 2座 | 10 | 6 | 雨季停工
^ | 效益指标 | 社会效益指标 | 出行条件 |<| 改善 | 改善 | 30 | 28 |
^ | ^ | 生态效益指标 | |<| | | | |
总分                |<|<|<|<|<|<| 100 | 93.88 |
"""


def test_the_ministrys_sheet() -> None:
    """Every amount, both texts of the goal, every row and the total, with nothing left over."""
    found = read(MINISTRY)
    sheet = found.sheet
    assert sheet.spec.id == "mof-2020/project"
    # The title in two lines is the one that the form prints itself.
    assert sheet.fields == {
        "年度": "2021", "项目名称": "乡村道路养护", "主管部门": "某县交通局",
        "实施单位": "某县公路段", "总分": "93.88",
    }  # fmt: skip
    assert sheet.row("资金", "财政拨款").cells["全年执行数"] == "118.50"
    assert sheet.row("资金", "合计").cells["得分"] == "9.88"
    assert sheet.row("总体目标", "目标").cells == {
        "预期目标": "完成养护50公里", "实际完成情况": "完成52公里",
    }  # fmt: skip
    assert [row[2] for row in indicators(found)] == ["养护里程", "桥梁", "出行条件"]
    assert indicators(found)[1] == (
        "产出指标", "数量指标", "桥梁", "3座", "2座", "10", "6", "雨季停工",
    )  # fmt: skip
    assert not found.not_understood
    assert not found.not_found


def test_a_fixed_cell_of_the_form_that_says_something_else_is_listed() -> None:
    """The form prints 分值 10 and — itself."""
    found = read(MINISTRY.replace("118.50 | 10 |", "118.50 | 20 |"))
    assert left_over(found) == {"H6": "20"}
    assert "10" in found.not_understood[0].why


TRANSFER = r"""
附件2 | | | | | | | | |
转移支付（项目）绩效自评表 |<|<|<|<|<|<|<|<|<
（2022年度） |<|<|<|<|<|<|<|<|<
转移支付（项目）名称 |<| 衔接资金 |<|<|<|<|<|<|<
中央主管部门 |<| 农业农村部 |<|<|<|<|<|<|<
地方主管部门 |<| 某县农业农村局 |<|<| 资金使用单位 |<| 某乡 |<|<
资金投入情况（万元） |<| |<| 全年预算数（A） |<| 全年执行数（B） |<| 预算执行率（B/A） |<
^ |<| 年度资金总额： |<| 300 |<| 290 |<| 96.67% |<
^ |<| 其中：中央财政资金 |<| 200 |<| 190 |<| 95% |<
^ |<| 地方资金 |<| 100 |<| 100 |<| 100% |<
总体目标完成情况 |<| 总体目标 |<|<|<| 全年实际完成情况 |<|<|<
^ |<| 修渠 |<|<|<| 修好 |<|<|<
绩效指标 | 一级指标 | 二级指标 | 三级指标 |<| 分值 | 指标值 \
    | 全年实际完成值 | 得分 | 未完成原因和改进措施
^ | 产出指标 | 数量指标 | ★修建渠道 |<| 20 | ≥5公里 | 5.2公里 | 20 |
^ | ^ | 质量指标 | 合格率 |<| 20 | 100% | 98% | 19.6 | 返工
说明 | 无 |<|<|<|<|<|<|<|<
"""


def test_the_weight_may_stand_before_the_target() -> None:
    """Family F: columns come from the header, not from letters."""
    found = read(TRANSFER)
    assert indicators(found) == [
        ("产出指标", "数量指标", "★修建渠道", "≥5公里", "5.2公里", "20", "20", ""),
        ("产出指标", "质量指标", "合格率", "100%", "98%", "20", "19.6", "返工"),
    ]
    assert found.sheet.with_role(Role.PROJECT_NAME) == "衔接资金"
    assert found.sheet.with_role(Role.DEPARTMENT) == "某县农业农村局"
    assert found.sheet.row("总体目标", "目标").cells["实际完成情况"] == "修好"


def test_money_from_a_source_that_the_form_has_not_is_listed_with_its_name() -> None:
    """The central and the local part of a transfer."""
    found = read(TRANSFER)
    assert found.sheet.row("资金", "合计").cells["全年执行数"] == "290"
    assert left_over(found) == {
        "A5": "中央主管部门", "C5": "农业农村部",
        "C9": "其中：中央财政资金", "E9": "200", "G9": "190", "I9": "95%",
        "C10": "地方资金", "E10": "100", "G10": "100", "I10": "100%",
        "A16": "说明", "B16": "无",
    }  # fmt: skip
    why = {each.origin: each.why for each in found.not_understood}
    assert why["G9"] == "表样上没有“其中：中央财政资金”这一栏"


SPLIT_TARGETS = r"""
2023年度部门预算项目支出绩效自评表 |<|<|<|<|<|<|<|<|<|<
项目名称 |<| 信息系统运维 |<|<|<|<|<|<|<|<
主管部门 |<| 某厅 |<|<|<| 实施单位（盖章） |<| 信息中心 |<|<
项目预算执行情况（元） |<| |<| 年初预算数 |<| 全年预算数 |<| 全年执行数 | 分值 | 执行率
^ |<| 总额 |<| 1000000 |<| 1000000 |<| 950000.50 | 10 | 95%
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 \
    | 指标值 | 度量单位 | 权重 | 实际完成值 | 得分 | 未完成原因分析
^ | 产出指标 | 数量指标 | 系统数 | ≥ | 12 | 个 | 20 | 12 | 20 |
^ | ^ | 质量指标 | 可用率 | ≥ | 99.5% | % | 20 | 99.9 | 20 |
^ | 效益指标 | 社会效益指标 | 支撑能力 | 定性 | 优 | | 30 | 优 | 30 |
^ | 满意度指标 | 满意度 | 用户满意度 | 正向 | 90 | % | 10 | 92 | 10 |
合计 |<|<|<|<|<|<| 100 | | 99.5 |
"""


def test_a_target_in_three_cells_becomes_one_text() -> None:
    """Families C and Y; what is joined says so."""
    found = read(SPLIT_TARGETS)
    assert [row[3] for row in indicators(found)] == ["≥12个", "≥99.5%", "优", "90%"]
    notes = [each.note for each in found.read if each.note]
    assert notes[0] == "由指标值“12”和指标性质“≥”、度量单位“个”合成"
    # 正向 says which way is better, which the target's text cannot.
    assert left_over(found) == {"E10": "正向"}


def test_money_in_yuan_is_read_to_the_letter_and_told() -> None:
    """The form wants 万元; nothing is converted silently."""
    found = read(SPLIT_TARGETS)
    assert found.sheet.row("资金", "合计").cells["全年执行数"] == "950000.50"
    (notice,) = found.notices
    assert "元" in notice
    assert "没有换算" in notice


FLAT = r"""
2022年度项目自评表 |<|<|<|<|<|<|<|<|<|<
项目名称 | 文化惠民 |<|<| 自评总分（分） | 98.7 |<| 联系电话 | 12345 |<|<
主管部门 | 某区文旅委 |<|<| 预算单位 | 某馆 |<|<|<|<|<
项目资金（万元） | | 年初预算数 | 全年（调整）预算数 | 全年执行数 | 执行率（%） | |<|<|<|<
^ | 年度总金额 | 50 | 48 | 47 | 97.92 | |<|<|<|<
当年绩效目标 | 办演出 |<|<|<|<|<|<|<|<|<
指标名称 | 计量单位 | 指标性质 | 年初指标值 \
    | 调整指标值 | 全年完成值 | 得分系数 | 权重 | 得分 | 是否核心指标 | 说明
演出场次 | 场 | ≥ | 20 | 22 | 23 | 1 | 40 | 40 | 是 |
观众满意度 | % | ≥ | 90 | | 88 | 0.97 | 30 | 29.1 | 否 | 设施老旧
"""


def test_a_flat_list_of_indicators() -> None:
    """Family Q: no levels; what the form has no column for is listed cell by cell."""
    found = read(FLAT)
    assert indicators(found) == [
        ("", "", "演出场次", "≥20场", "23", "40", "40", ""),
        ("", "", "观众满意度", "≥90%", "88", "30", "29.1", "设施老旧"),
    ]
    assert found.sheet.with_role(Role.TOTAL) == "98.7"
    assert found.sheet.row("资金", "合计").cells["全年预算数"] == "48"
    assert found.sheet.row("总体目标", "目标").cells == {"预期目标": "办演出"}
    assert left_over(found) == {
        "H2": "联系电话", "I2": "12345",
        "E7": "调整指标值", "G7": "得分系数", "J7": "是否核心指标",
        "E8": "22", "G8": "1", "J8": "是", "G9": "0.97", "J9": "否",
    }  # fmt: skip
    assert set(found.not_found) >= {"一级指标", "二级指标"}


HUBEI = r"""
2022年度“雪亮工程”项目自评表 |<|<|<|<|<|<|<
单位名称：某公安局 |<|<|<| 填报日期：2023.3.15 |<|<|<
项目名称 |<| “雪亮工程”项目 |<|<|<|<|<
主管部门 |<| 某公安局 |<| 项目实施单位 | 某公安局 |<|<
项目类别 |<| 1、部门预算项目 ☑ 2、省直专项 □ 3、省对下转移支付项目 □ |<|<|<|<|<
预算执行情况（万元）（20分） |<| | 预算数（A） |<| 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
^ |<| 年度财政资金总额 | 200 |<| 190 | 95% | 19
年度绩效目标1（40分） | 一级指标 | 二级指标 | 三级指标 |<| 年初目标值（A） | 实际完成值（B） | 得分
^ | 产出指标（40分） | 数量指标 | 新增点位 |<| ≥120个 | 126个 | 20
^ | ^ | 质量指标 | 完好率 |<| ≥95% | 97.3％ | 20
年度绩效目标2（30分） | 一级指标 | 二级指标 | 三级指标 |<| 年初目标值（A） | 实际完成值（B） | 得分
^ | 效益指标 | 社会效益指标 | 发案率 |<| 下降 | 下降3.2% | 28
年度绩效目标3（10分） | 一级指标 | 二级指标 | 三级指标 |<| 年初目标值（A） | 实际完成值（B） | 得分
^ | 满意度指标 | 满意度指标 | 群众满意度 |<| ≥90% | 98% | 10
总分 |<|<|<|<|<|<| 97
偏差大或目标未完成原因分析 |<| 1）尾款未付 |<|<|<|<|<
改进措施及结果应用方案 |<| 加快支付 |<|<|<|<|<
"""


def test_several_goals_go_to_several_tables() -> None:
    """The third goes to the last that the form has, and that is told."""
    found = read(HUBEI)
    assert found.sheet.spec.id == "hubei/project"
    assert [row[2] for row in indicators(found)] == ["新增点位", "完好率"]
    assert [row[2] for row in indicators(found, "指标2")] == ["发案率", "群众满意度"]
    assert any("多出的指标" in notice for notice in found.notices)
    assert found.sheet.with_role(Role.TOTAL) == "97"
    assert found.sheet.row("资金", "合计").cells["得分"] == "19"
    assert not found.not_understood


def test_the_level_keeps_the_weight_that_is_written_in_it() -> None:
    """To the letter: 产出指标（40分）."""
    assert indicators(read(HUBEI))[0][0] == "产出指标（40分）"


def test_a_department_sheet_of_another_family() -> None:
    """The title says 整体; what the form has no column for is listed."""
    found = read(r"""
        2023年度部门整体支出绩效自评表 |<|<|<|<|<|<
        部门名称 |<| 某县水利局 |<|<|<|<
        年度总体目标 |<| 预期目标 |<|<| 实际完成情况 |<
        ^ |<| 保障供水 |<|<| 已保障 |<
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值
        ^ | 履职效能 | 供水 | 供水人口 | ≥5万人 | 5.1万人 | 10
    """)
    assert found.sheet.spec.kind == "department"
    assert found.sheet.with_role(Role.GOAL) == "保障供水"
    assert [row[2] for row in indicators(found)] == ["供水人口"]
    assert left_over(found) == {"F3": "实际完成情况", "F4": "已保障", "G5": "分值", "G6": "10"}
