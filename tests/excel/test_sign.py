"""The line where people sign stands below the grid, with the sheet's last rows."""

from pathlib import Path

import pytest

from selfeval_tui.layout import Layout, lay_out
from selfeval_tui.sheet import Batch, Row, Sheet, new_sheet
from tests.excel.build import OPTIONS
from tests.spec.sheets import signed_project


def signed_sheet(folder: Path, rows: int) -> Sheet:
    """A sheet of a form of the seed's kind that is signed."""
    sheet = new_sheet(signed_project(folder), starter=False)
    sheet.fields.update({"附件号": "附件1-1", "项目名称": "甲项目", "填报人": "张三"})
    sheet.tables["指标"] = {
        f"r{n}": Row(f"r{n}", {"三级指标": f"指标{n}", "年初目标值": "1", "实际完成值": "1"})
        for n in range(rows)
    }
    return sheet


def laid(folder: Path, rows: int) -> Layout:
    """Its layout."""
    sheet = signed_sheet(folder, rows)
    return lay_out(Batch([sheet]), sheet, OPTIONS)


def test_names_and_blanks_are_printed_below_the_grid(tmp_path: Path) -> None:
    """A typed name stands behind its label; a blank one leaves room for a pen."""
    layout = laid(tmp_path, 3)
    below = [box for box in layout.boxes if box.row >= len(layout.rows) - 2 and box.content]
    assert [box.content for box in below] == ["填报人：张三", "审核人：", "联系电话：", "（盖章）"]
    assert not any(box.style.framed for box in below)
    assert min(layout.rows[-2:]) >= 30


@pytest.mark.parametrize("rows", range(8, 70, 3))
def test_the_line_never_stands_alone_on_a_page(tmp_path: Path, rows: int) -> None:
    """However many indicators there are, rows of the grid stand above it on its page."""
    layout = laid(tmp_path, rows)
    last_page = layout.breaks[-1] if layout.breaks else 0
    assert last_page < len(layout.rows) - 2
    assert any(box.style.framed for box in layout.boxes if box.row >= last_page)
