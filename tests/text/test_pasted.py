"""Blocks of cells from and for Excel and WPS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.text.pasted import LONGEST, MOST_ROWS, read_pasted, too_much, write_pasted

CELLS = st.text(
    st.one_of(
        st.sampled_from('"\t\n,;；“” a1'),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    ),
    max_size=12,
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("12", (("12",),)),
        ("12\r\n", (("12",),)),
        ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
        ("1\n2\n3", (("1",), ("2",), ("3",))),
        ("1\r2\r3\r", (("1",), ("2",), ("3",))),
        ("甲\t\t丙\n", (("甲", "", "丙"),)),
        ("甲\n\n丙\n", (("甲",), ("",), ("丙",))),
        ("甲\n\n", (("甲",), ("",))),
        ("\t\n", (("", ""),)),
        ("甲\t乙\n丙", (("甲", "乙"), ("丙",))),
    ],
)
def test_tabs_and_line_ends_part_the_cells(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    """A column, a row, a block, empty cells, and rows of different length."""
    assert read_pasted(text) == rows


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('"一、完成\n二、未完成"', "一、完成\n二、未完成"),
        ('"一\r\n二"', "一\n二"),
        ('"左\t右"', "左\t右"),
        ('"称为""示范""\n单位"', '称为"示范"\n单位'),
        ('"""及时"""', '"及时"'),
    ],
)
def test_a_cell_in_quotation_marks_is_one_cell(text: str, cell: str) -> None:
    """Line ends and tabs inside it are part of it, doubled marks are one."""
    assert read_pasted(f"{text}\t后\r\n") == ((cell, "后"),)


@pytest.mark.parametrize("cell", ['"及时"', '5"', '"甲"乙', '"没有收尾', 'a""b', '"', "“及时”"])
def test_quotation_marks_that_were_typed_stay(cell: str) -> None:
    """Excel puts no marks around such a cell, so these were typed."""
    assert read_pasted(f"{cell}\t后\n次") == ((cell, "后"), ("次",))


def test_typed_marks_in_cells_below_one_another_stay_apart() -> None:
    """A column of quoted words is as many cells as it has lines."""
    assert read_pasted('"及时"\r\n"准确"\r\n') == (('"及时"',), ('"准确"',))


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([["12"]], "12"),
        ([["1", "2"]], "1\t2"),
        ([["1"], ["2"]], "1\r\n2\r\n"),
        ([[""]], "\r\n"),
        ([['称"甲"\n乙']], '"称""甲""\n乙"'),
        ([['约5"']], '约5"'),
    ],
)
def test_a_block_is_written_as_a_spreadsheet_writes_it(rows: list[list[str]], text: str) -> None:
    """Marks stand only around the cells that need them."""
    assert write_pasted(rows) == text


@given(ROWS)
def test_what_is_copied_comes_back_to_the_letter(rows: list[list[str]]) -> None:
    """Whatever the cells hold."""
    assert read_pasted(write_pasted(rows)) == tuple(tuple(row) for row in rows)


@given(st.text(st.sampled_from('"\t\n\ra，'), max_size=30))
def test_any_text_can_be_pasted(text: str) -> None:
    """No character but tabs, line ends and marks around cells gets lost."""
    joined = "".join(cell for row in read_pasted(text) for cell in row)
    kept = str.maketrans("", "", '"\t\n\r')
    assert joined.translate(kept) == text.translate(kept)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("甲" * LONGEST, ""),
        ("甲" * (LONGEST + 1), "太长"),
        ("1\n" * MOST_ROWS, ""),
        ("1\n" * (MOST_ROWS + 1), "太多"),
    ],
)
def test_what_is_too_much_is_not_pasted_at_all(text: str, said: str) -> None:
    """Nothing of it is cut."""
    assert said in too_much(text)
    assert bool(too_much(text)) == bool(said)
