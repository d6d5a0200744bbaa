"""Texts are cut and padded to their columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from selfeval_tui.text import strip_controls
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.paint import cut, one_line, paint
from tests.tui.fill.build import cells, demo_batch, drawing_of, rows_of

BARE = {tone: Style.null() for tone in Tone}
texts = st.text(
    st.one_of(
        st.sampled_from("绩效≥≤□“”…·95%万元 \t\n　"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=40,
).map(strip_controls)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("达到", 4, "达到"),
        ("未达到", 5, "未达…"),
        ("未达到", 4, "未…"),
        ("abcdef", 4, "abc…"),
        ("达到", 1, "…"),
        ("达到", 0, ""),
    ],
)
def test_a_long_text_ends_in_the_mark_for_more(text: str, room: int, expected: str) -> None:
    """A Chinese character is never cut in half."""
    assert cut(text, room, "…") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一行", "一行"),
        ("第一行\n第二行", "第一行…"),
        ("\n\n第二行", "第二行"),
        ("末尾换行\n", "末尾换行"),
        ("左\t右", "左 右"),
        ("全角　空格", "全角  空格"),
    ],
)
def test_a_text_of_several_lines_shows_its_first(text: str, expected: str) -> None:
    """The mark says that there are more."""
    assert one_line(text, "…") == expected


@given(st.lists(st.tuples(texts, st.integers(0, 30)), min_size=1, max_size=6))
def test_a_line_is_exactly_as_wide_as_its_columns(columns: list[tuple[str, int]]) -> None:
    """No text, however strange, runs over its column or pushes the next one."""
    widths = [width for _, width in columns]
    strip = paint([[Piece(text)] for text, _ in columns], widths, BARE, "…")
    assert strip.cell_length == sum(widths) == cell_len(strip.text)
    assert "\n" not in strip.text


@given(texts, st.integers(2, 30))
def test_a_blank_stays_right_of_each_text(text: str, width: int) -> None:
    """A glyph that the console draws wider than counted does not touch its neighbour."""
    assert paint([[Piece(text)]], [width], BARE, "…").text.endswith(" ")


def test_the_cursor_covers_its_box() -> None:
    """The box under the cursor is lit over its whole width, also where it is empty."""
    lit = Style(reverse=True)
    strip = paint([[Piece("甲")], []], [6, 5], BARE, "…", cursor=1, cursor_style=lit)
    assert [(segment.text, bool(segment.style and segment.style.reverse)) for segment in strip] == [
        ("甲", False), ("    ", False), ("     ", True),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["附件1-3", "附件1-8", "附件2"])
@pytest.mark.parametrize("width", [71, 79, 119, 199])
def test_published_sheets_fit_every_screen(name: str, width: int) -> None:
    """With ambiguous glyphs one cell wide every line ends at the edge of the screen."""
    drawing = drawing_of(demo_batch(), name, width)
    for number in range(len(drawing.lines)):
        assert cells(drawing.strip(number).text) == width


@pytest.mark.parametrize("name", ["附件1-3", "附件1-8", "附件2"])
def test_wide_glyphs_leave_the_columns_apart_and_in_order(name: str) -> None:
    """Where a console draws ≥ or “ two cells wide, texts move right but never touch."""
    drawing = drawing_of(demo_batch(), name)
    for number, line in enumerate(drawing.lines):
        if line not in rows_of(drawing):
            continue
        text, left = drawing.strip(number).text, 0
        for width in drawing.widths(line):
            box, text = _split(text, width)
            drift = cells(box, ambiguous=2) - cells(box)
            assert box.endswith(" ")
            assert cells(box.rstrip(), ambiguous=2) <= width - 1 + drift
            left += width
        assert left == 79


@pytest.mark.parametrize("name", ["附件1-3", "附件2"])
def test_marks_stand_in_one_column_on_every_console(name: str) -> None:
    """Nothing of ambiguous width stands in front of a mark."""
    drawing = drawing_of(demo_batch(), name)
    marks = {drawing.strip(n).text[1] for n, line in enumerate(drawing.lines) if line.table}
    assert marks == {" "}


def _split(text: str, width: int) -> tuple[str, str]:
    """The part of a text that takes a number of cells, and the rest."""
    taken = 0
    while cells(text[:taken]) < width:
        taken += 1
    return text[:taken], text[taken:]
