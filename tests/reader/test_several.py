"""Tables of targets, several sheets in one page, and sheets that go on in the next table."""

from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.reading import SheetRead
from selfeval_tui.spec.model import Role
from tests.reader.drawing import draw, indicators, left_over, read, read_all

TARGETS = r"""
附件3 |<|<|<|<|<|<
2024年项目支出绩效目标申报表 |<|<|<|<|<|<
项目名称 |<| 河道清淤 |<|<|<|<
主管部门 |<| 水利局 |<| 实施单位 | 河道所 |<
项目资金（万元） |<| 年度资金总额 |<| 100 |<|<
总体目标 | 实施期目标 |<|<| 年度目标 |<|<
^ | 清淤三年 |<|<| 清淤一年 |<|<
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 三级指标 | 指标值
^ | 产出指标 | 数量指标 | 长度 | 30公里 | 长度 | ≥10公里
^ | ^ | 质量指标 | 合格率 | 100% | 达标率 | 99%
"""


def test_an_approved_table_gives_indicators_and_targets_only() -> None:
    """Of two sets the yearly one; everything else is left out and listed."""
    found = read(TARGETS)
    assert found.targets_only
    assert found.sheet.fields == {
        "附件号": "附件3", "年度": "2024", "项目名称": "河道清淤", "主管部门": "水利局",
        "实施单位": "河道所",
    }  # fmt: skip
    assert [row[:5] for row in indicators(found)] == [
        ("产出指标", "数量指标", "长度", "≥10公里", ""),
        ("产出指标", "质量指标", "达标率", "99%", ""),
    ]
    assert {"E5", "D9", "E9", "E7"} <= left_over(found).keys()
    assert {each.why for each in found.not_understood} == {"绩效目标表只取指标和目标值"}


def test_a_table_of_targets_with_weights_keeps_them() -> None:
    """Where the form has a column for them."""
    found = read(r"""
        项目支出绩效目标表 |<|<|<|<
        项目名称 | 甲 |<|<|<
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 分值
        产出指标 | 数量指标 | 长度 | ≥10公里 | 20
    """)
    assert found.targets_only
    assert indicators(found)[0][:6] == ("产出指标", "数量指标", "长度", "≥10公里", "", "20")


def test_a_sheet_of_what_was_reached_is_no_table_of_targets() -> None:
    """Even where its title speaks of 绩效目标."""
    found = read(r"""
        绩效目标完成情况自评表 |<|<|<
        项目名称 | 甲 |<|<
        三级指标 | 年初目标值 | 实际完成值 |
        长度 | ≥10公里 | 12公里 |
    """)
    assert not found.targets_only


def sheet(name: str, title: str = "") -> str:
    """A small sheet."""
    top = f"{title} |<|<|<\n" if title else ""
    return f"""{top}项目名称 | {name} |<|<
        三级指标 | 年初目标值 | 实际完成值 | 得分
        {name}的指标 | 1次 | 2次 | 5
        偏差大或目标未完成原因分析 | {name}的原因 |<|<
    """


def names(*grids: Grid | str) -> list[tuple[str, str]]:
    """The project and the first indicator of each sheet."""
    found = [each for each in read_all(*grids) if isinstance(each, SheetRead)]
    return [(each.sheet.with_role(Role.PROJECT_NAME), indicators(each)[0][2]) for each in found]


def test_sheets_below_each_other_are_taken_apart() -> None:
    """By their titles, or by 项目名称 where they have none."""
    wanted = [("甲", "甲的指标"), ("乙", "乙的指标"), ("丙", "丙的指标")]
    titled = (sheet(each, f"附件1-1 |<|<|<\n2023年度{each}自评表") for each in "甲乙丙")
    assert names("".join(titled)) == wanted
    assert names("".join(map(sheet, "甲乙丙"))) == wanted


def test_each_sheet_of_a_page_has_its_own_head_and_foot() -> None:
    """附件号, title and reasons go to the sheet they belong to."""
    drawn = "".join(sheet(each, f"附件1-{each} |<|<|<\n2023年度{each}费自评表") for each in "12")
    first, second = read_all(drawn)
    assert isinstance(first, SheetRead)
    assert isinstance(second, SheetRead)
    assert first.sheet.with_role(Role.ATTACHMENT) == "附件1-1"
    assert second.sheet.with_role(Role.ATTACHMENT) == "附件1-2"
    assert second.sheet.with_role(Role.TITLE) == "2023年度2费自评表"
    assert first.sheet.with_role(Role.REASON) == "1的原因"
    assert not first.not_understood


def test_a_title_above_the_title_begins_no_sheet() -> None:
    """The name of a collection stands over the first sheet."""
    drawn = "2023年度项目绩效自评表汇编 |<|<|<\n" + sheet("甲", "2023年度甲自评表")
    assert names(drawn) == [("甲", "甲的指标")]


def test_a_table_cut_in_two_is_one_sheet() -> None:
    """The second table of a document begins with rows, with the header, or with the foot."""
    whole = sheet("甲")
    lines = [line.strip() for line in whole.strip().splitlines()]
    row = "乙的指标 | 3次 | 4次 | 6"
    for cut, parts in (
        ("rows", ([*lines[:3]], [row, lines[3]])),
        ("header", ([*lines[:3]], ["续表 |<|<|<", lines[1], row, lines[3]])),
        ("foot", ([*lines[:3], row], [lines[3]])),
        ("head", ([lines[0]], [lines[1], lines[2], row, lines[3]])),
    ):
        grids = [draw("\n".join(part), f"表{n}") for n, part in enumerate(parts, start=1)]
        found = read(*grids)
        assert [each[2] for each in indicators(found)] == ["甲的指标", "乙的指标"], cut
        assert found.sheet.with_role(Role.REASON) == "甲的原因", cut
        assert found.page == "表1"


def test_a_second_table_with_its_own_beginning_is_a_sheet_of_its_own() -> None:
    """Nothing is joined that has a title or 项目名称."""
    assert names(sheet("甲"), sheet("乙")) == [("甲", "甲的指标"), ("乙", "乙的指标")]


def test_a_list_of_indicators_on_a_further_page_is_not_taken_in() -> None:
    """The sheet before it has ended."""
    listed = "三级指标 | 年初目标值 | 实际完成值\n库中的指标 | 1 | 2"
    first, second = read_all(sheet("甲"), listed)
    assert isinstance(first, SheetRead)
    assert isinstance(second, SheetRead)
    assert len(indicators(first)) == 1
    assert indicators(second)[0][2] == "库中的指标"
