"""Where things stand in an empty form, so that they can be filled there."""

from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.recognise import recognise
from tests.reader.drawing import draw

EMPTY = r"""
（    ）年度项目支出绩效自评表 |<|<|<|<
单位名称： | | | |
项目名称 | |<|<|<
主管部门 | | 实施单位 | |
绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值
^ | 产出指标 | | |
^ | ^ | ^ | ^ | ^
^ | 效益指标 | | |
总分 |<|<|<|
"""


def places(grid: Grid) -> dict[str, tuple[int, int]]:
    """The first place of each field."""
    (anchors,) = recognise(grid)
    return {name: (spot.cells[0].row, spot.cells[0].col) for name, spot in anchors.fields.items()}


def test_the_empty_cell_beside_a_label_is_its_place() -> None:
    """Whether the file has that cell or not."""
    found = places(draw(EMPTY))
    assert found["项目名称"] == (2, 1)
    assert found["主管部门"] == (3, 1)
    assert found["实施单位"] == (3, 3)


def test_a_label_that_the_form_has_and_the_page_lacks_is_named() -> None:
    """As it is printed."""
    (anchors,) = recognise(draw(EMPTY))
    assert {"项目资金（万元）", "年度总体目标", "二级指标"} <= set(anchors.missing)
