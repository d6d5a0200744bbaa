"""Texts that no single row can hold."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.excel.build import (
    REASON,
    layout_of,
    opened,
    project,
    ranges,
    texts,
    with_rows,
    workbook_of,
)

LONG = "".join(
    f"第{each}点，因搬迁推迟（含2次消杀），全年支出{each}.44万元；" for each in range(200)
)
ROW = ("产出指标", "数量指标", "三级", "1次", "1次")


def first_reason_row(sheet: Worksheet) -> int:
    """Where the reason begins; its label may be repeated on later pages."""
    return min(
        row[0].row or 0
        for row in sheet.iter_rows()
        if str(row[0].value or "").replace("\n", "") == REASON
    )


def rows_of_reason(sheet: Worksheet) -> range:
    """The rows of the reason."""
    end = next(
        row[0].row or 0
        for row in sheet.iter_rows()
        if str(row[0].value or "").replace("\n", "") == "改进措施及结果应用方案"
    )
    return range(first_reason_row(sheet), end)


def test_a_reason_of_3000_characters_arrives_whole() -> None:
    """Its parts joined are the text again."""
    sheet = opened(workbook_of(project(**{REASON: LONG[:3000]})))
    rows = rows_of_reason(sheet)
    assert len(rows) > 1
    assert "".join(str(sheet.cell(row, 3).value) for row in rows) == LONG[:3000]


def test_a_continued_reason_has_one_frame() -> None:
    """No line between its rows, but one where a page ends."""
    sheet = opened(workbook_of(project(**{REASON: LONG[:3000]})))
    rows = rows_of_reason(sheet)
    page_ends = {each.id for each in sheet.row_breaks.brk}
    for row in rows:
        border = sheet.cell(row, 3).border
        assert (border.top.style is not None) == (row == rows[0] or row - 1 in page_ends)
        assert (border.bottom.style is not None) == (row == rows[-1] or row in page_ends)
        assert border.left.style == "thin"
        assert f"C{row}:G{row}" in ranges(sheet)


def test_the_label_of_a_continued_reason_stands_on_each_page() -> None:
    """Merged over the rows of its page."""
    sheet = opened(workbook_of(project(**{REASON: LONG[:3000]})))
    rows = rows_of_reason(sheet)
    ends = [each.id for each in sheet.row_breaks.brk if each.id in rows]
    starts = [rows[0], *(end + 1 for end in ends)]
    for start, end in zip(starts, [*ends, rows[-1]], strict=True):
        assert f"A{start}:B{end}" in ranges(sheet) or start == end
        assert str(sheet.cell(start, 1).value).replace("\n", "") == REASON


def test_a_reason_that_one_row_can_hold_is_not_divided() -> None:
    """900 characters stay in one cell, which is easier to copy."""
    sheet = opened(workbook_of(project(**{REASON: "因" * 900})))
    assert len(rows_of_reason(sheet)) == 1


def test_40000_characters_arrive_whole() -> None:
    """A cell of a workbook holds 32,767; the rest is continued, never cut."""
    text = (LONG * 10)[:40000]
    sheet = opened(workbook_of(project(**{REASON: text})))
    assert "".join(str(sheet.cell(row, 3).value) for row in rows_of_reason(sheet)) == text


def test_line_ends_of_a_long_text_are_kept() -> None:
    """Divided at a line end, the newline is still there."""
    text = "\n".join(f"{each}、因故未完成。" for each in range(300))
    sheet = opened(workbook_of(project(**{REASON: text})))
    assert "".join(str(sheet.cell(row, 3).value) for row in rows_of_reason(sheet)) == text


def test_a_long_actual_is_continued_beside_short_cells() -> None:
    """The other cells of the row are merged over all its parts."""
    sheet = opened(workbook_of(with_rows(project(), (*ROW[:4], "长" * 200))))
    parts = [str(row[6].value or "") for row in sheet.iter_rows(min_row=13)]
    assert "".join(parts).startswith("长" * 200)
    assert next(each for each in ranges(sheet) if each.startswith("F13:F"))


def test_two_long_cells_of_a_row_are_each_whole() -> None:
    """The shorter one ends with an empty part, and nothing is repeated on the next page."""
    sheet = opened(workbook_of(with_rows(project(), (*ROW[:3], "目" * 2000, "实" * 300))))
    found = list(texts(sheet))
    assert sum(text.count("目") for text in found if set(text) == {"目"}) == 2000
    assert sum(text.count("实") for text in found if set(text) == {"实"}) == 300


def test_a_long_second_level_is_printed_in_each_row() -> None:
    """What no page could hold is not merged with its neighbour."""
    long = "级" * 1000
    rows = [("产出指标", long, each, "1", "1") for each in "甲乙"]
    sheet = opened(workbook_of(with_rows(project(), *rows)))
    assert sum(text.count("级") for text in texts(sheet) if set(text) == {"级"}) == 2000


def test_a_project_name_of_200_characters_is_printed_whole() -> None:
    """In its cell and, as the title follows it, above the grid."""
    name = "新市民中心" * 40
    sheet = opened(workbook_of(project(项目名称=name)))
    assert sheet["C5"].value == name
    assert sheet["A2"].value == f"2023年度{name}自评表"


def test_a_very_long_title_is_continued_without_a_frame() -> None:
    """Even this arrives whole."""
    layout = layout_of(project(标题="题" * 2000))
    parts = [box for box in layout.boxes if isinstance(box.content, str) and "题" in box.content]
    assert sum(len(str(box.content)) for box in parts) == 2000
    assert not any(box.style.framed for box in parts)


def test_the_parts_of_a_long_text_are_whole_sentences() -> None:
    """Where one part ends shows in print: not in the middle of a number."""
    sheet = opened(workbook_of(project(**{REASON: LONG[:3000]})))
    *parts, _last = (str(sheet.cell(row, 3).value) for row in rows_of_reason(sheet))
    assert len(parts) > 3
    assert {part[-1] for part in parts} == {"；"}


def test_the_end_of_a_long_text_follows_without_a_gap() -> None:
    """It begins at the top of its row; a text in one row stands in the middle."""
    sheet = opened(workbook_of(project(**{REASON: LONG[:3000]})))
    looks = [sheet.cell(row, 3).alignment.vertical for row in rows_of_reason(sheet)]
    assert looks == ["distributed"] * (len(looks) - 1) + ["top"]
    short = opened(workbook_of(project(**{REASON: LONG[:300]})))
    assert short.cell(first_reason_row(short), 3).alignment.vertical == "center"
