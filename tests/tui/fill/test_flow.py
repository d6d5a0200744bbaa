"""Remarks are broken into lines."""

from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain import Remark
from selfeval_tui.tui.fill.flow import Row, Window, flow, lay_remarks
from tests.tui.fill.build import cells


def _texts(rows: list[Row]) -> list[str]:
    return ["".join(piece.text for piece in row) for row in rows]


def test_long_texts_go_on_in_the_next_line() -> None:
    """Tones go on across the break."""
    rows = flow([Piece("读作 ", Tone.LABEL), Piece("不低于百分之九十五")], 11)
    assert _texts(rows) == ["读作 不低于", "百分之九十", "五"]
    assert rows[0][0].tone is Tone.LABEL


def test_a_short_piece_is_not_broken() -> None:
    """A count or a verdict stands whole on its line."""
    assert _texts(flow([Piece("实际完成值"), Piece("  12字")], 14)) == ["实际完成值", "12字"]


def test_closing_marks_do_not_begin_a_line() -> None:
    """The last character goes along with the mark behind it."""
    assert _texts(flow([Piece("一二三四五，六")], 10)) == ["一二三四", "五，六"]


def test_a_figure_is_not_parted() -> None:
    """91.7% never reads as 9 and 1.7%; only one that is wider than the pane is broken."""
    assert _texts(flow([Piece("完成目标的91.7%，好")], 12)) == ["完成目标的", "91.7%，好"]
    assert _texts(flow([Piece("1234567890.12元")], 6)) == ["123456", "7890.1", "2元"]


def test_line_ends_of_the_text_are_kept() -> None:
    """A reason of several paragraphs is shown as such."""
    assert _texts(flow([Piece("甲\n\n乙")], 10)) == ["甲", "", "乙"]


def test_the_cells_own_text_gives_way_first() -> None:
    """On a small screen reading and verdict stay whole, the long text does not."""
    remarks = [
        Remark((Piece("名称"),)),
        Remark((Piece("很长的一段文字要分成好几行才能放得下"),), whole=True),
        Remark((Piece("判定"),)),
    ]
    assert _texts(lay_remarks(remarks, 10, 4, "…")) == ["名称", "很长的一段", "文字要分…", "判定"]


def test_what_does_not_fit_ends_in_the_mark_for_more() -> None:
    """The last visible line says that there is more to read."""
    remarks = [Remark((Piece(word),)) for word in ("一", "二", "三")]
    assert _texts(lay_remarks(remarks, 10, 2, "…")) == ["一", "二…"]


def test_how_many_lines_are_left_is_said_where_there_is_room() -> None:
    """Of ten lines three are shown."""
    remarks = [Remark((Piece(f"第{number}句"),)) for number in range(10)]
    assert _texts(lay_remarks(remarks, 30, 3, "…")) == ["第0句", "第1句", "第2句…还有 7 行"]


def test_a_window_moves_on_to_what_was_not_shown_whole() -> None:
    """The long text gives way at first; moved on, it is read from where it was cut, to its end."""
    text = Remark((Piece("甲乙丙丁戊己庚辛壬癸子丑寅卯"),), whole=True)
    window = Window((Remark((Piece("名"),)), text, Remark((Piece("判"),))), 4, 3, "…")
    assert _texts(window.rows()) == ["名", "甲…", "判"]
    window.move(2)
    assert _texts(window.rows()) == ["甲乙", "丙丁", "戊…"]
    window.move(2)
    assert _texts(window.rows()) == ["戊己", "庚辛", "壬…"]
    window.move(99)
    assert _texts(window.rows()) == ["子丑", "寅卯", "判"]
    window.move(-5)
    assert _texts(window.rows()) == ["甲乙", "丙丁", "戊…"]
    window.move(-1)
    assert _texts(window.rows()) == ["名", "甲…", "判"]


def test_a_window_that_shows_everything_does_not_move() -> None:
    """There is nothing below."""
    window = Window((Remark((Piece("名"),)),), 10, 3, "…")
    window.move(2)
    assert _texts(window.rows()) == ["名"]
    Window((), 0, 0, "…").move(1)


@given(
    st.lists(st.text("绩效≥“”95%，。 \n", max_size=60), max_size=6),
    st.integers(1, 40),
    st.integers(0, 12),
)
def test_nothing_runs_over_the_pane(texts: list[str], width: int, height: int) -> None:
    """No line is too wide and there are never too many."""
    remarks = [Remark((Piece(text),), whole=number == 1) for number, text in enumerate(texts)]
    rows = _texts(lay_remarks(remarks, width, height, "…"))
    assert len(rows) <= height
    assert all(cells(row) <= max(width, 2) for row in rows)
