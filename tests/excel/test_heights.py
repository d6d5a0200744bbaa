"""No line is cut: our row heights against those that LibreOffice finds for the same texts."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from selfeval_tui.layout import lay_out
from selfeval_tui.layout.box import CENTERED, Box
from selfeval_tui.layout.heights import content_height, row_heights
from selfeval_tui.layout.paper import FACES
from selfeval_tui.sheet import Batch, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Font
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import OPTIONS
from tests.excel.office import SERIF, SONG, missing, office

POINTS = 0.75
"""Of one pixel, in which the layout keeps heights."""
NARROW_MM = (12.5, 14.5, 23, 27)
"""Of the columns in which a clerk types."""
RESERVE = 1.1
"""WPS and Excel measure Chinese differently from LibreOffice."""


class Sample(NamedTuple):
    """A text in a box of that width."""

    text: str
    mm: float
    font: Font


def on_the_sheets() -> set[Sample]:
    """Every text of the published sheets and the empty forms, in the box where it stands."""
    batch = Batch([*demo_sheets(), *(new_sheet(load_spec(each)) for each in spec_ids())])
    found = set()
    for sheet in batch.sheets:
        layout = lay_out(batch, sheet, OPTIONS)
        for box in layout.boxes:
            mm = sum(layout.columns[box.col : box.col + box.cols])
            if isinstance(box.content, str) and box.content:
                found.add(Sample(box.content, mm, box.style.font))
    return found


def in_narrow_boxes() -> set[Sample]:
    """Every published text in the narrow columns too: more breaks than any one sheet has."""
    samples = on_the_sheets()
    texts = {sample.text for sample in samples}
    return samples | {Sample(text, mm, Font.BODY) for text in texts for mm in NARROW_MM}


def one_text_a_row(path: Path, samples: Iterable[Sample]) -> None:
    """A workbook with one text in each row, in a column of its width; not by our writer."""
    from xlsxwriter import Workbook

    normal = {"font_name": "宋体", "font_size": 12, "font_charset": 134}
    options = {"default_format_properties": normal, "default_column_width": 72}
    workbook = Workbook(path, options)
    sheet = workbook.add_worksheet()
    ordered = list(samples)
    columns = {mm: index for index, mm in enumerate(sorted({each.mm for each in ordered}))}
    for mm, index in columns.items():
        sheet.set_column_pixels(index, index, round(mm / 25.4 * 96))
    formats = {
        font: workbook.add_format(
            {"font_name": face.name, "font_size": face.size, "font_charset": 134,
             "text_wrap": True, "num_format": "@"}
        )
        for font, face in FACES.items()
    }  # fmt: skip
    for row, each in enumerate(ordered):
        sheet.write_string(row, columns[each.mm], each.text, formats[each.font])
    workbook.close()


@pytest.mark.parametrize(("font", "reserve"), [(SONG, RESERVE), (SERIF, 1.0)])
def test_rows_are_high_enough_in_either_font(font: str, reserve: float, tmp_path: Path) -> None:
    """A tenth and more in reserve with a Song face; never too small with a Serif one."""
    if reason := missing(font):
        pytest.skip(reason)
    samples = sorted(in_narrow_boxes())
    workbook = tmp_path / "texts.xlsx"
    one_text_a_row(workbook, samples)
    needed = office(tmp_path, font).optimal_heights(workbook)
    assert len(needed) == len(samples)
    ours = [content_height(each.text, each.mm, each.font) * POINTS for each in samples]
    short = [
        (own / other, sample)
        for own, other, sample in zip(ours, needed, samples, strict=True)
        if own < other * reserve
    ]
    assert short == []


def box(row: int, rows: int, height: int, col: int = 0) -> Box:
    """A box that needs a height."""
    return Box(row, col, rows, 1, "", CENTERED, height)


@pytest.mark.parametrize(
    ("boxes", "heights"),
    [
        ([box(0, 1, 20), box(0, 1, 45, 1)], [45]),
        ([box(0, 1, 20), box(1, 1, 20), box(0, 2, 60, 1)], [30, 30]),
        ([box(0, 1, 20), box(1, 1, 20), box(0, 2, 30, 1)], [20, 20]),
        ([box(0, 1, 20), box(1, 1, 20), box(2, 1, 20), box(0, 3, 80, 1), box(1, 2, 50, 2)],
         [24, 29, 29]),
    ],
)  # fmt: skip
def test_what_a_merged_box_lacks_is_spread_over_its_rows(
    boxes: list[Box], heights: list[int]
) -> None:
    """The shorter box first, so that the longer one need not raise what was raised."""
    assert row_heights(boxes, len(heights)) == heights
