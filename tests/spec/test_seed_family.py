"""附件1 and 附件2 as they are published."""

from selfeval_tui.spec import FormulaKey, load_spec, spec_formulas
from selfeval_tui.spec.model import NotesBlock, RowBlock, Spec

PROJECT = load_spec("ezhou-gedian/project")
DEPARTMENT = load_spec("ezhou-gedian/department")


def labels(spec: Spec) -> list[str]:
    """The fixed labels of the rows, from the top."""
    rows = [block for block in spec.blocks if isinstance(block, RowBlock)]
    return [cell.label for row in rows for cell in row.cells if cell.label]


def sections(spec: Spec) -> list[str]:
    """The sections of the screen."""
    return [block.section for block in spec.blocks if block.section]


def test_the_rows_of_the_project_sheet() -> None:
    """From the project's name to the improvement."""
    assert labels(PROJECT) == [
        "项目名称",
        "主管部门",
        "项目实施单位",
        "项目类别",
        "项目属性",
        "项目类型",
        "偏差大或目标未完成原因分析",
        "改进措施及结果应用方案",
    ]
    assert sections(PROJECT) == ["基本信息", "预算执行情况", "年度绩效目标", "原因与改进", "备注"]


def test_the_rows_of_the_department_sheet() -> None:
    """From the unit's name to the improvement."""
    assert labels(DEPARTMENT) == [
        "单位名称",
        "基本支出总额（万元）",
        "项目支出总额（万元）",
        "年度目标",
        "偏差大或目标未完成原因分析",
        "改进措施及结果应用方案",
    ]
    assert sections(DEPARTMENT) == ["基本信息", "年度绩效指标", "原因与改进", "备注"]


def test_the_choices_are_those_of_the_form() -> None:
    """In the order of the printed line of ticks."""
    options = [PROJECT.fields[name].options for name in ("项目类别", "项目属性", "项目类型")]
    assert options == [
        ("部门预算项目", "市直专项", "市对下转移支付项目"),
        ("持续性项目", "新增性项目"),
        ("常年性项目", "延续性项目", "一次性项目"),
    ]


def test_the_notes_are_numbered_lines_to_the_letter() -> None:
    """Three under 附件1; two under 附件2, the last without a full stop, as published."""
    assert PROJECT.fields["备注"].default.splitlines() == [
        "1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），"
        "执行数为资金使用单位财政资金实际支出数。",
        "2.基于经济性和必要性等因素考虑，满意度指标暂可不作为必评指标。",
        "3.部门预算项目以二级项目填报，市对下专项转移支付项目、具有特定用途和具体使用目标的"
        "共同事权类一般性转移支付以一级项目填报。",
    ]
    assert DEPARTMENT.fields["备注"].default.splitlines() == [
        "1.基本支出总额和项目支出总额为财政资金实际支出数。",
        "2.基于经济性和必要性等因素考虑，满意度指标暂可不作为必评指标",
    ]
    for spec in (PROJECT, DEPARTMENT):
        assert spec.blocks[-1] == NotesBlock("备注", section="备注", label="备注：")


def test_titles_and_totals_are_computed() -> None:
    """The title from year and name; the project total from the project sheets."""
    title = FormulaKey("", "标题")
    assert spec_formulas(PROJECT)[title].source == "连接(年度, '年度', 项目名称, '自评表')"
    assert (
        spec_formulas(DEPARTMENT)[title].source == "连接(年度, '年度', 单位名称, '整体绩效自评表')"
    )
    total = spec_formulas(DEPARTMENT)[FormulaKey("", "项目支出总额")]
    assert [str(need) for need in total.needs] == ["project.执行数"]
    assert DEPARTMENT.head[1].break_before == "整体绩效自评表"


def test_a_new_department_sheet_begins_with_the_standard_rows() -> None:
    """The skeleton's own indicators, and one open row where the unit writes its own."""
    rows = DEPARTMENT.table("指标").starter
    assert [row["三级指标"] for row in rows if row["一级指标"] == "运行成本"] == [
        "公用经费控制率",
        "在职人员控制率",
        "会议费控制率",
        "“三公经费”变动率",
    ]
    assert sum(row["一级指标"] == "管理效率" for row in rows) == 20
    assert [row for row in rows if row["一级指标"] == "履职效能"] == [{"一级指标": "履职效能"}]
    assert not any("年初目标值" in row or "实际完成值" in row for row in rows)


def test_the_starter_rows_follow_the_skeleton() -> None:
    """Each 二级指标 of the skeleton is there, in its order."""
    table = DEPARTMENT.table("指标")
    pairs = dict.fromkeys((row["一级指标"], row.get("二级指标", "")) for row in table.starter)
    wanted = [
        (level1, level2)
        for level1, level2s in table.skeleton.items()
        for level2 in level2s or ("",)
    ]
    assert list(pairs) == wanted
