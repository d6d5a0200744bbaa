"""What programs and people do to a sheet before it comes back."""

import pytest

from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.spec.model import Role
from tests.reader.drawing import draw, indicators, left_over, read, read_all

ROWS = r"""
2023年度河道清淤自评表 |<|<|<|<|<|<
单位名称：某县水利局 |<|<|<|<|<|<
填报日期：2024年4月23日 |<|<|<|<|<|<
项目名称 |<| 河道清淤 |<|<|<|<
主管部门 |<| 某县水利局 |<| 项目实施单位 | 河道所 |<
预算执行情况（万元） |<| | 预算数（A） |<| 执行数（B） | 执行率（B/A）
^ |<| 年度财政资金总额 | 20 |<| 5.44 | 27%
年度绩效目标 | 一级指标 | 二级指标 | 三级指标 |<| 年初目标值（A） | 实际完成值（B）
^ | 产出指标 | 数量指标 | 清淤长度 |<| ≥10公里 | 12公里
^ | ^ | 质量指标 | 合格率 |<| 100% | 100%
偏差大或目标未完成原因分析 |<| 无 |<|<|<|<
改进措施及结果应用方案 |<| 加强管护 |<|<|<|<
"""
LEVELS = [
    ("产出指标", "数量指标", "清淤长度", "≥10公里", "12公里"),
    ("产出指标", "质量指标", "合格率", "100%", "100%"),
]


def same(found: SheetRead) -> None:
    """The sheet above, wherever its parts stand."""
    sheet = found.sheet
    assert sheet.spec.id == "ezhou-gedian/project"
    assert sheet.fields == {
        "年度": "2023", "单位名称": "某县水利局", "填报日期": "2024年4月23日",
        "项目名称": "河道清淤", "主管部门": "某县水利局", "项目实施单位": "河道所",
        "偏差大或目标未完成原因分析": "无", "改进措施及结果应用方案": "加强管护",
    }  # fmt: skip
    assert sheet.row("资金", "合计").cells == {"预算数": "20", "执行数": "5.44", "执行率": "27%"}
    assert indicators(found) == LEVELS
    assert not found.not_understood


@pytest.mark.parametrize(("old", "new"), [
    ("", ""),
    ("项目名称", "项 目\\n名　称："),
    ("（A）", "(A)"),
    ("（B/A）", "﹙Ｂ/Ａ﹚"),
    ("年初目标值（A）", "年初\\n目标值"),
    ("预算执行情况（万元）", "预算执行情况"),
    ("三级指标", "三 级 指 标"),
    ("主管部门", "一、主管部门"),
    ("主管部门 |", "项目主管部门 |"),
    ("偏差大或目标未完成原因分析", "偏差大或目标\\n未完成\\n原因分析"),
    ("年初目标值（A）", "指标值"),
    ("实际完成值（B）", "全年完成值"),
    ("年度财政资金总额", "年度资金总额"),
    ("预算数（A）", "全年预算数"),
])  # fmt: skip
def test_labels_are_known_however_they_are_written(old: str, new: str) -> None:
    """Blanks, line ends, colons, brackets of either width, other words for the same."""
    same(read(ROWS.replace(old, new) if old else ROWS))


def test_rows_and_columns_may_be_shifted() -> None:
    """Three blank rows and two blank columns in front."""
    grid = draw(ROWS)
    moved = (
        Cell(cell.row + 3, cell.col + 2, cell.text, cell.origin, cell.rows, cell.cols)
        for cell in grid.cells
    )
    same(read(Grid("表", tuple(moved))))


def test_two_labels_may_stand_in_one_cell() -> None:
    """单位名称 and 填报日期 in one line, with padding between them."""
    drawn = ROWS.replace("某县水利局 |<|<|<|<|<|<\n填报", "某县水利局　　 填报", 1)
    same(read(drawn))


def test_a_title_may_be_missing() -> None:
    """The year is then the one before 填报日期."""
    found = read(ROWS.partition("\n2023年度河道清淤自评表 |<|<|<|<|<|<")[2])
    same(found)


def test_a_title_in_two_rows_is_joined() -> None:
    """附件2 begins its second line with 整体."""
    found = read(ROWS.replace("2023年度河道清淤自评表", "2023年度河道 |<|<|<|<|<|<\n 清淤费自评表"))
    assert found.sheet.with_role(Role.TITLE) == "2023年度河道清淤费自评表"


def test_a_header_repeated_on_every_page_is_no_row() -> None:
    """Nor does it begin another goal."""
    header = "^ | 一级指标 | 二级指标 | 三级指标 |<| 年初目标值（A） | 实际完成值（B）\n"
    same(read(ROWS.replace("^ | ^ | 质量", f"{header}^ | 产出指标 | 质量")))


def test_an_extra_column_is_listed_cell_by_cell() -> None:
    """With its text and where it stood."""
    lines = [f"{line} | {'评分人' if '三级' in line else '张三' if '10公里' in line else ''}"
             for line in ROWS.strip().splitlines()]  # fmt: skip
    found = read("\n".join(lines))
    assert indicators(found) == LEVELS
    assert left_over(found) == {"H8": "评分人", "H9": "张三"}
    assert found.not_understood[1].why == "表样的指标表没有“评分人”这一栏"


def test_other_columns_in_another_order() -> None:
    """The header says what stands where."""
    found = read(r"""
        项目名称 | 甲 |<|<|<
        实际完成值 | 年度指标值 | 三级指标 | 二级指标 | 一级指标
        3次 | ≥2次 | 巡查次数 | 数量指标 | 产出指标
    """)
    assert [row[:5] for row in indicators(found)] == [
        ("产出指标", "数量指标", "巡查次数", "≥2次", "3次")
    ]


def test_a_merge_split_at_a_page_break_heals() -> None:
    """一级指标 is printed again on the next page."""
    same(read(ROWS.replace("^ | ^ | 质量", "^ | 产出指标 | 质量")))


def test_blank_levels_are_filled_down_where_nothing_is_merged() -> None:
    """With one notice; a new 一级指标 begins its own 二级指标."""
    found = read(r"""
        项目名称 | 甲 |<|<|<
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值
        产出指标 | 数量指标 | 巡查 | 2次 | 3次
        | | 清淤 | 1次 | 1次
        效益指标 | | 通水 | 好转 | 好转
    """)
    assert [row[:3] for row in indicators(found)] == [
        ("产出指标", "数量指标", "巡查"),
        ("产出指标", "数量指标", "清淤"),
        ("效益指标", "", "通水"),
    ]
    (notice,) = found.notices
    assert "一级指标、二级指标" in notice


def test_blank_levels_stay_blank_where_others_are_merged() -> None:
    """There the file says itself how far a level reaches."""
    found = read(r"""
        项目名称 | 甲 |<|<|<
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值
        产出指标 | 数量指标 | 巡查 | 2次 | 3次
        ^ | ^ | 清淤 | 1次 | 1次
        | | 通水 | 好转 | 好转
    """)
    assert indicators(found)[2][:3] == ("", "", "通水")
    assert not found.notices


def test_an_indicator_merged_over_two_targets_is_two_rows() -> None:
    """Each target is promised by itself."""
    found = read(r"""
        项目名称 | 甲 |<|<|<
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值
        产出指标 | 数量指标 | 巡查 | 2次 | 3次
        ^ | ^ | ^ | 10公里 | 12公里
    """)
    assert [row[2:5] for row in indicators(found)] == [
        ("巡查", "2次", "3次"), ("巡查", "10公里", "12公里"),
    ]  # fmt: skip


def test_a_row_merged_over_two_lines_of_the_file_is_one() -> None:
    """Only another column has two lines there."""
    found = read(r"""
        项目名称 | 甲 |<|<|<|<
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 评分人
        产出指标 | 数量指标 | 巡查 | 2次 | 3次 | 张三
        ^ | ^ | ^ | ^ | ^ | 李四
    """)
    assert [row[2] for row in indicators(found)] == ["巡查"]
    assert left_over(found) == {"F2": "评分人", "F3": "张三", "F4": "李四"}


def test_stray_text_and_part_sums_are_listed() -> None:
    """They are no indicators, and are not dropped."""
    found = read(r"""
        项目名称 | 甲 |<|<|<
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值
        产出指标 | 数量指标 | 巡查 | 2次 | 3次
        小计 | | | 10 | 9
        | 待补充 | | |
        合计 | | | | 99
    """)
    assert [row[2] for row in indicators(found)] == ["巡查"]
    assert left_over(found) == {
        "A4": "小计", "D4": "10", "E4": "9", "B5": "待补充",
    }  # fmt: skip
    assert found.sheet.with_role(Role.TOTAL) == "99"


def test_sums_may_stand_between_the_rows() -> None:
    """The table goes on below them."""
    found = read(r"""
        项目名称 | 甲 |<|<|<|<
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分
        产出指标 | 数量指标 | 巡查 | 2次 | 3次 | 10
        合计 | | | | | 10
        效益指标 | 社会效益指标 | 通水 | 好转 | 好转 | 20
        总分 | | | | | 30
    """)
    assert [row[2] for row in indicators(found)] == ["巡查", "通水"]
    assert found.sheet.with_role(Role.TOTAL) == "30"
    assert left_over(found) == {"A4": "合计", "F4": "10"}


@pytest.mark.parametrize(("target", "actual"), [
    ("2023年度目标值", "截至2023年底完成"),
    ("预期应达到的指标值", "自评实际完成结果"),
    ("批复的绩效目标值", "年度实际值（B）"),
])  # fmt: skip
def test_columns_may_have_words_that_nobody_listed(target: str, actual: str) -> None:
    """What a head says in its last characters tells its role."""
    found = read(rf"""
        项目名称 | 甲 |<|<|<
        一级指标 | 二级指标 | 三级指标 | {target} | {actual}
        产出指标 | 数量指标 | 巡查 | 2次 | 3次
    """)
    assert indicators(found)[0][2:5] == ("巡查", "2次", "3次")


def test_a_header_of_two_rows() -> None:
    """The labels stand in either row; the targets of 云南 are split below one head."""
    found = read(r"""
        项目名称 | 甲 |<|<|<|<|<|<
        绩效指标 |<|<| 年度指标值 |<|<| 实际完成值 | 分值
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^
        产出指标 | 数量指标 | 巡查 | ≥ | 2 | 次 | 3 | 10
    """)
    assert indicators(found)[0][2:6] == ("巡查", "≥2次", "3", "10")
    assert not found.not_understood


@pytest.mark.parametrize("line", [
    "附件1-3：2023年度河道清淤自评表", "附件1-3\n2023年度河道清淤自评表",
    "附件1-32023年度河道清淤自评表",
])  # fmt: skip
def test_the_number_may_stand_in_front_of_the_title(line: str) -> None:
    """In the same cell."""
    found = read(ROWS.replace("2023年度河道清淤自评表", line))
    assert found.sheet.with_role(Role.ATTACHMENT).startswith("附件1-3")
    assert found.sheet.with_role(Role.YEAR) == "2023"
    assert not found.not_understood


def test_a_value_may_stand_below_its_label_or_further_right() -> None:
    """As far as no other label stands between."""
    found = read(r"""
        项目名称 | | 河道清淤 |
        主管部门 | 项目实施单位 | 项目类别 |
        水利局 | 河道所 | 市直专项 |
        三级指标 | 年初目标值 | 实际完成值 |
        巡查 | 2次 | 3次 |
    """)
    assert found.sheet.fields == {
        "项目名称": "河道清淤", "主管部门": "水利局", "项目实施单位": "河道所",
        "项目类别": "市直专项",
    }  # fmt: skip


def test_a_text_stacked_beside_its_label_goes_on() -> None:
    """A line for each cell."""
    found = read(r"""
        项目名称 | 甲 |<|<
        三级指标 | 年初目标值 | 实际完成值 |
        巡查 | 2次 | 3次 |
        偏差大或目标未完成原因分析 | 一是人手不足 |<|<
        ^ | 二是雨季 |<|<
        改进措施及结果应用方案 | 无 |<|<
    """)
    assert found.sheet.with_role(Role.REASON) == "一是人手不足\n二是雨季"


def test_a_text_cut_at_a_page_break_is_joined_without_a_line_end() -> None:
    """Where the cell above says that its text goes on."""
    label = "偏差大或目标未完成原因分析"
    cells = (
        Cell(0, 0, "项目名称", "A1"), Cell(0, 1, "甲", "B1"),
        Cell(1, 0, label, "A2"), Cell(1, 1, "一是人手", "B2", continues=True),
        Cell(2, 0, label, "A3"), Cell(2, 1, "不足", "B3"),
        Cell(3, 0, "备注", "A4"), Cell(3, 1, "乙", "B4"),
    )  # fmt: skip
    found = read(Grid("表", cells, breaks=frozenset({2})))
    assert found.sheet.with_role(Role.REASON) == "一是人手不足"
    assert not found.not_understood


def test_money_laid_out_in_pairs() -> None:
    """Each label has its amount beside it."""
    found = read(r"""
        项目名称 | 甲 |<|<|<|<
        预算数（万元） | 18.27 | 执行数（万元） | 18.24 | 执行率 | 99.8%
        三级指标 | 年初目标值 | 实际完成值 | | |
        巡查 | 2次 | 3次 | | |
    """)
    cells = {"预算数": "18.27", "执行数": "18.24", "执行率": "99.8%"}
    assert found.sheet.row("资金", "合计").cells == cells
    assert not found.not_understood


def test_a_date_kept_as_a_number_is_read_as_a_date() -> None:
    """With a note that says so."""
    found = read(ROWS.replace("2024年4月23日", "45405"))
    same(found)
    assert any("45405" in each.note for each in found.read)


@pytest.mark.parametrize("value", ["（甲局）", "12", "2"])
def test_a_short_value_behind_its_label_is_no_part_of_it(value: str) -> None:
    """Only what stands before the colon is the label."""
    found = read(ROWS.replace("单位名称：某县水利局", f"单位名称：{value}"))
    assert found.sheet.with_role(Role.UNIT_NAME) == value


def test_a_printed_date_line_without_a_date_is_blank() -> None:
    """年 月 日 are the form's own words."""
    found = read(ROWS.replace("2024年4月23日", "    年  月  日"))
    assert found.sheet.with_role(Role.DATE) == ""
    assert not found.not_understood


@pytest.mark.parametrize("notes", [
    "备注： |<| 1.甲说明 |<|<|<|<",
    "备注：\\n1.甲说明 |<|<|<|<|<|<",
    "注：1.甲说明 |<|<|<|<|<|<",
])  # fmt: skip
def test_notes_of_another_wording_arrive_to_the_letter(notes: str) -> None:
    """Beside their label or behind it."""
    assert read(ROWS + notes).sheet.with_role(Role.NOTES) == "1.甲说明"


def test_signatures_below_are_listed() -> None:
    """The form has no place for them."""
    found = read(ROWS + "填报人：张三 |<|<| 联系电话：123 |<|<|<")
    assert indicators(found) == LEVELS
    assert left_over(found) == {"A13": "填报人：张三", "D13": "联系电话：123"}


def test_a_choice_that_was_not_understood_is_listed() -> None:
    """The field stays blank and nothing is lost."""
    found = read(ROWS + "项目类别 |<| 1、甲类 ☑ 2、乙类 □ |<|<|<|<")
    assert found.sheet.fields.get("项目类别", "") == ""
    assert left_over(found) == {"C13": "1、甲类 ☑ 2、乙类 □"}


def test_options_in_cells_of_their_own() -> None:
    """Each with its mark."""
    found = read(ROWS + "项目属性 |<| 持续性项目□ |<| 新增性项目☑ |<|<")
    assert found.sheet.fields["项目属性"] == "新增性项目"
    assert not found.not_understood


def test_a_field_printed_twice_with_another_text_is_listed() -> None:
    """One of them is read, the other one told."""
    found = read(r"""
        单位名称：甲局 |<|<|<
        单位名称 | 乙局 |<|<
        年度目标 | 保障供水 |<|<
        基本支出总额（万元） | 1 | 项目支出总额（万元） | 2
        三级指标 | 年初目标值 | 实际完成值 |
        巡查 | 2次 | 3次 |
    """)
    assert found.sheet.spec.kind == "department"
    assert found.sheet.with_role(Role.UNIT_NAME) == "乙局"
    assert left_over(found) == {"A1": "甲局"}


def test_contents_without_any_form_are_told() -> None:
    """An empty page is not worth a word."""
    (found,) = read_all("通讯录 |\n张三 | 123", "")
    assert isinstance(found, PageUnread)
    assert found.page == "表"
    assert "项目名称" in found.why


@pytest.mark.parametrize(
    "page",
    [
        """
        2023年度项目支出绩效自评表 |<
        单位名称： | 某县水利局
        填报日期： | 2024年4月23日
        """,
        """
        项目类别 | 项目属性 | 项目类型
        部门预算项目 | 持续性项目 | 常年性项目
        市直专项 | 新增性项目 | 一次性项目
        """,
        """
        姓名 | 岗位 | 合计 | 备注
        王某 | 会计 | 6300 | 无
        """,
    ],
)
def test_a_page_that_only_names_a_field_or_two_is_no_sheet(page: str) -> None:
    """A cover, the options of a list and a table of wages."""
    (found,) = read_all(page)
    assert isinstance(found, PageUnread)


def test_a_leftover_with_its_own_label_does_not_blame_its_neighbour() -> None:
    """Each of them has no place of its own."""
    found = read(ROWS + "填报人：李某 |<|<| 联系电话：0711-3851234 |<|<|<")
    assert [(each.text, each.why) for each in found.not_understood] == [
        ("填报人：李某", "表样上没有这一栏"),
        ("联系电话：0711-3851234", "表样上没有这一栏"),
    ]
