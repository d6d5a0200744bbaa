"""File names that are readable and safe."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.store import safe_name
from selfeval_tui.store.names import file_name, free_name, same_label, year_folder
from tests.store.build import project

WINDOWS_FORBIDS = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "附件1-3 新市民中心日常运转及创文费用",
            "附件1-3 新市民中心日常运转及创文费用",
        ),
        ("甲/乙：丙?", "甲_乙：丙_"),
        ("项目。  ", "项目。"),
        ("项目. .", "项目"),
        ("第一行\n第二行\t末", "第一行 第二行 末"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("lpt¹", "_lpt¹"),
        ("COM10", "COM10"),
        ("CONTENT", "CONTENT"),
        ("", "未命名"),
        (" . ", "未命名"),
        (".隐藏", "隐藏"),
        ("e\u0301", "\u00e9"),
        ("\ud800甲", "_甲"),
    ],
)
def test_safe_name(text: str, name: str) -> None:
    """What Windows refuses is replaced, the rest stays readable."""
    assert safe_name(text) == name


@given(st.text(st.characters(), max_size=300), st.integers(1, 80))
def test_any_text_gives_a_safe_name(text: str, limit: int) -> None:
    """Whatever a project is called, its file can be written on every system."""
    name = safe_name(text, limit)
    assert name
    assert len(name) <= max(limit, len("未命名"))
    assert len(name.encode()) <= 230
    assert not WINDOWS_FORBIDS & set(name)
    assert name == name.strip(" .")
    assert unicodedata.is_normalized("NFC", name)


@given(st.text(max_size=120))
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    """Saving twice gives one file."""
    assert safe_name(safe_name(text)) == safe_name(text)


def test_a_demo_sheet_says_so_in_its_file_name() -> None:
    """示例 stands first, so that nobody mails it for their own."""
    assert file_name(project(demo=True)) == "示例 附件1-1 甲项目"
    assert file_name(project()) == "附件1-1 甲项目"


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ((), "Abc"),
        (("abd",), "Abc"),
        (("aBC",), "Abc (2)"),
        (("abc", "ABC (2)"), "Abc (3)"),
    ],
)
def test_a_taken_name_gets_a_number(taken: tuple[str, ...], name: str) -> None:
    """Windows and macOS do not tell abc from ABC."""
    assert free_name("Abc", taken) == name


@pytest.mark.parametrize(
    ("name", "same"),
    [("甲 A", True), ("甲 a", True), ("甲 A (2)", True), ("甲 B", False), ("甲 A (乙)", False)],
)
def test_a_file_keeps_its_name_while_it_fits(name: str, same: bool) -> None:
    """Case and the number behind a name say nothing new."""
    assert same_label(name, "甲 A") is same


@pytest.mark.parametrize(
    ("year", "folder"),
    [
        ("2023", "2023"),
        ("２０２３年度", "2023"),
        ("", "未填年度"),
        ("  ", "未填年度"),
        ("去年/今年", "去年_今年"),
        ("../../甲", "_.._甲"),
        ("回收站", "_回收站"),
    ],
)
def test_the_folder_of_a_year(year: str, folder: str) -> None:
    """A year may be written in several ways and has one folder."""
    assert year_folder(year) == folder
