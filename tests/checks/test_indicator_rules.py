"""指标: what breaks each rule about rows of indicators, and what nearly does."""

import pytest

from tests.checks.build import codes, findings, only
from tests.checks.case import Case, case, ids, misjudged

ROW = "产出指标 | 数量指标 | {} | {} | {}"
BENEFIT = "效益指标 | 社会效益指标 | 便利 | 提高 | 提高"

CASES = [
    case(
        "IND-001",
        (
            ROW.format("预算控制数", "≤121926.11元", "182755.15元"),
            ROW.format("清洗次数", "12次", "不足12次"),
            ROW.format("完成及时性", "及时", "无"),
        ),
        ROW.format("公用经费控制率", "≦100%", "69%"),
        ROW.format("设备", "≧5台", "1台电脑4台打印机"),
        ROW.format("规范性", "规范", "较规范"),
        ROW.format("次数", "12次", ""),
        ROW.format("满意度", "≥95%", "≥95%"),
        ROW.format("健全性", "健全", "较健全 | 人工：部分达到"),
    ),
    case(
        "IND-002",
        (ROW.format("满意度", "≥95%", "≥95%"), ROW.format("故障率", "≤2%", "故障率≤2%")),
        ROW.format("满意度", "≥95%", "95%"),
        ROW.format("次数", "12次", "12次"),
        ROW.format("及时性", "及时", "及时"),
    ),
    case(
        "IND-003",
        (ROW.format("健全性", "健全", "较健全"), ROW.format("效率", "提高便民服务度", "得到提升")),
        ROW.format("健全性", "健全", "健全"),
        # Said by IND-008, IND-007 and IND-006.
        ROW.format("次数", "12次", "较好"),
        ROW.format("次数", "12次", "不涉及"),
        ROW.format("次数", "不涉及", "12次"),
    ),
    case(
        "IND-004",
        ROW.format("次数", "12次", "不足12次"),
        ROW.format("次数", "12次", "11次"),
        ROW.format("满意度", "≥95%", "≥95%"),
    ),
    case(
        "IND-005",
        ROW.format("培训人次", "≥100人次", "1000人次"),
        ROW.format("培训人次", "≥100人次", "120人次"),
        ROW.format("公用经费控制率", "≤100%", "20%"),
    ),
    case(
        "IND-006",
        ROW.format("覆盖率", "不涉及", "85%"),
        ROW.format("覆盖率", "不涉及", "不涉及"),
        ROW.format("覆盖率", "不涉及", "无"),
        ROW.format("覆盖率", "不涉及", ""),
    ),
    case(
        "IND-007",
        ROW.format("覆盖率", "≥85%", "不涉及"),
        ROW.format("覆盖率", "不涉及", "不涉及"),
        ROW.format("覆盖率", "", "不涉及"),
    ),
    case(
        "IND-008",
        ROW.format("覆盖率", "≥85%", "较好"),
        ROW.format("覆盖率", "≥85%", "86%"),
        ROW.format("覆盖率", "≥85%", "不涉及"),
        ROW.format("覆盖情况", "较好", "基本覆盖"),
    ),
    case("IND-009", ROW.format("", "12次", "12次"), ROW.format("", "", "")),
    case(
        "IND-010",
        ROW.format("次数", "", "12次"),
        ROW.format("次数", "", ""),
        ROW.format("次数", "12次", "12次"),
        ROW.format("次数", "", "不涉及"),
    ),
    case(
        "IND-011",
        ROW.format("次数", "12次", ""),
        ROW.format("次数", "12次", "0"),
        ROW.format("次数", "不涉及", ""),
    ),
    case(
        "IND-012",
        (
            "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 105%",
            "满意度指标 | 服务对象满意度指标 | 群众评价 | ≥90% | 100.5%",
        ),
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 100%",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90分 | 105分",
        ROW.format("任务完成率", "≥90%", "105%"),
    ),
    case(
        "IND-013",
        (ROW.format("覆盖率", "≥85%", "86"), ROW.format("覆盖率", "≥85", "86%")),
        ROW.format("覆盖率", "≥85%", "86%"),
        ROW.format("会议费控制率", "≤100%", "0"),
        ROW.format("次数", "85", "86"),
        ROW.format("三公经费变动率", "≤0", "-12.5%"),
    ),
    case(
        "IND-014",
        ROW.format("补助金额", "20万元", "20元"),
        ROW.format("补助金额", "20万元", "2000元"),
        ROW.format("补助金额", "20万元", "0元"),
        ROW.format("次数", "20000次", "2次"),
    ),
    case(
        "IND-015",
        f"{ROW.format('清洗次数', '12次', '6次')}\n产出指标 | 质量指标 | 达标率 | 100% | 100%",
        f"{ROW.format('清洗次数', '12次', '12次')}\n产出指标 | 质量指标 | 达标率 | 100% | 100%",
        f"{ROW.format('清洗次数', '12次', '6次')}\n产出指标 | 质量指标 | 达标率 | 90% | 95%",
    ),
    case(
        "IND-016",
        f"{ROW.format('次数', '12次', '12次')}\n{ROW.format('次数', '8次', '8次')}",
        f"{ROW.format('甲次数', '12次', '12次')}\n{ROW.format('乙次数', '12次', '12次')}",
        f"{ROW.format('次数', '1次', '1次')}\n产出指标 | 时效指标 | 次数 | 1次 | 1次",
        f"{ROW.format('不涉及', '不涉及', '不涉及')}\n{ROW.format('不涉及', '不涉及', '不涉及')}",
        f"{ROW.format('', '', '')}\n{ROW.format('', '', '')}",
    ),
    case(
        "IND-017",
        ROW.format("次数", "12次", "12次"),
        f"{ROW.format('次数', '12次', '12次')}\n{BENEFIT}",
        "产\\n出\\n指\\n标（50分） | 数量指标 | 次数 | 12次 | 12次\n" + BENEFIT,
        "产出 | 数量 | 次数 | 12次 | 12次\n效果 | 社会效益 | 便利 | 提高 | 提高",
        # No frame that we know.
        "工作任务 | 一季度 | 次数 | 12次 | 12次",
        "--- 附件2\n管理效率 | 预算编制 | 立项规范性 | 规范 | 规范",
    ),
    case(
        "IND-018",
        "效益指标 | 数量指标 | 次数 | 12次 | 12次",
        "产出指标 | 数量指标 | 次数 | 12次 | 12次",
        "产出指标（50分） | 数量 | 次数 | 12次 | 12次",
        "效益指标 | 社会效益 | 便利 | 提高 | 提高",
        "成本指标 | 经济成本指标 | 总额 | 1万元 | 1万元",
        "--- 附件2\n履职效能 | “一网通办” | 比率 | 提升 | 提升",
    ),
    case(
        "IND-019",
        (
            "--- 附件2\n可持续发展能力 | 科技支撑 | 信息化建设情发生率况 | 不涉及 | 不涉及",
            "--- 附件2\n管理效率 | 预算执行 | 政府采购行执率 | 100% | 100%",
            "--- 附件2\n管理效率 | 预算执行 | 政府采执行率 | 100% | 100%",
        ),
        "--- 附件2\n可持续发展能力 | 科技支撑 | 信息化建设情况 | 不涉及 | 不涉及",
        "--- 附件2\n运行成本 | 公用经费控制 | 三公经费控制率 | 100% | 100%",
        "--- 附件2\n管理效率 | 绩效管理 | 绩效目标设置合理性 | 合理 | 合理",
        "--- 附件2\n运行成本 | 在职人员控制 | 在编人员控制率 | 100% | 100%",
        ROW.format("信息化建设情发生率况", "不涉及", "不涉及"),
    ),
    case("IND-020", ROW.format("", "", ""), ROW.format("次数", "", ""), "预算数 5"),
    case(
        "IND-021",
        " | 数量指标 | 次数 | 12次 | 12次",
        ROW.format("次数", "12次", "12次"),
        " | 数量指标 | | | ",
    ),
    case(
        "IND-022",
        ROW.format("不涉及", "不涉及", "不涉及"),
        ROW.format("生态效益", "不涉及", "不涉及"),
        ROW.format("不涉及农民工工资拖欠", "0起", "0起"),
    ),
    case(
        "IND-023",
        ROW.format("设备合格率", "≥90%", "105%"),
        ROW.format("设备合格率", "≥90%", "100%"),
        ROW.format("任务完成率", "≥90%", "105%"),
        # Said by IND-012.
        ROW.format("群众满意度", "≥90%", "105%"),
    ),
    case(
        "IND-024",
        ("项目名称 甲项目", "--- 附件2\n项目支出总额 3"),
        f"项目名称 甲项目\n{ROW.format('次数', '12次', '')}",
        "年度 2023",
    ),
    case(
        "IND-025",
        (
            ROW.format("健全性", "健全", "较健全 | 人工：部分达到"),
            ROW.format("次数", "12次", "10次 | 人工：部分达到"),
        ),
        ROW.format("健全性", "健全", "较健全 | 人工：达到"),
        ROW.format("健全性", "健全", "较健全 | 人工：未达到"),
        # Said by IND-003: nobody has decided yet.
        ROW.format("健全性", "健全", "部分达到"),
    ),
]


@pytest.mark.parametrize("each", CASES, ids=ids(CASES))
def test_rows(each: Case) -> None:
    """Each row is found fault with, or is left in peace."""
    assert not misjudged(each)


def test_a_missed_target_is_said_as_typed_and_with_its_gap() -> None:
    """The amounts of the published 附件1-1."""
    found = findings(f"原因 无\n{ROW.format('预算控制数', '≤121926.11元', '182755.15元')}")
    finding = only("IND-001", found)
    assert finding.message == "预算控制数：目标 ≤121926.11元，实际 182755.15元，未达到年初目标"
    assert finding.difference == "60829.04元（49.9%）"
    assert finding.state == "open"


def test_a_repeated_name_is_said_once() -> None:
    """However often it stands there; each of its rows is pointed to."""
    finding = only("IND-016", findings("\n".join([ROW.format("次数", "12次", "12次")] * 3)))
    assert finding.message == "指标重复：次数"
    assert len(finding.at) == 3


@pytest.mark.parametrize(("reason", "state"), [("制度尚在修订", "explained"), ("无", "open")])
def test_a_partly_reached_row_needs_a_reason_as_a_missed_one_does(reason: str, state: str) -> None:
    """The clerk's own 部分达到 is no end of the matter; the sheet's reason settles it."""
    row = ROW.format("健全性", "健全", "较健全 | 人工：部分达到")
    finding = only("IND-025", findings(f"原因 {reason}\n{row}"))
    assert finding.message == "健全性：目标 健全，实际 较健全，部分达到年初目标"
    assert (finding.severity, finding.state) == ("explain", state)


@pytest.mark.parametrize(
    ("target", "actual", "gap"),
    [
        ("100%", "17%", "83个百分点"),
        ("100%", "0", "100个百分点"),
        ("12次", "6次", "6次（50%）"),
        ("12次", "不足12次", ""),
        ("及时", "无", ""),
        ("≤20万元", "250000元", ""),
    ],
)
def test_the_gap_is_in_the_row_s_own_unit(target: str, actual: str, gap: str) -> None:
    """Percentages differ by points; between two units nothing is said."""
    row = f"产出指标 | 数量指标 | 工作 | {target} | {actual}"
    assert only("IND-001", findings(row)).difference == gap


@pytest.mark.parametrize(
    ("reason", "state"),
    [("2023年未搬迁导致未发生相关的费用", "explained"), ("同上", "open"), ("已完成目标", "open")],
)
def test_the_sheet_s_reason_settles_a_missed_row(reason: str, state: str) -> None:
    """One reason speaks for all rows of the sheet."""
    found = findings(f"原因 {reason}\n{ROW.format('次数', '12次', '6次')}")
    assert only("IND-001", found).state == state


def test_a_row_of_another_form_has_its_own_reason() -> None:
    """财政部's form asks for it in each row; one row's reason does not settle another."""
    from selfeval_tui.checks import check
    from selfeval_tui.sheet import Batch, Row, new_sheet
    from selfeval_tui.spec import load_spec

    sheet = new_sheet(load_spec("mof-2020/project"), starter=False)
    for name, reason in (("r1", "合同跨年，下年完成"), ("r2", "")):
        cells = {"三级指标": name, "年度指标值": "12次", "实际完成值": "6次"}
        sheet.tables["指标"][name] = Row(name, {**cells, "偏差原因分析及改进措施": reason})
    found = [each for each in check(Batch([sheet])) if each.code == "IND-001"]
    assert [each.state for each in found] == ["explained", "open"]


def test_a_blank_row_is_said_once() -> None:
    """A prefilled row that nobody used is one thing to do, not five."""
    about_rows = {code for code in codes("产出指标 | 数量指标 | | | ") if code.startswith("IND")}
    assert about_rows - {"IND-017"} == {"IND-020"}
