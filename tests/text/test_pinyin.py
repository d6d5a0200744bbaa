"""Commands are found by the initials of their pinyin."""

import pytest

from selfeval_tui.text.pinyin import has_initials, letters, starts_with_initials


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("导出", "dc"),
        ("查找替换", "czth"),
        ("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "abcdefghjklmnopqrstwxyz"),
        ("座", "z"),
        ("导出 Excel（A4）", "dcexcela4"),
        ("，。（）", ""),
        ("鑫", ""),
    ],
)
def test_a_word_has_its_initials(text: str, initials: str) -> None:
    """Letters and digits are their own; marks and rare characters have none."""
    assert "".join(map(letters, text)) == initials


@pytest.mark.parametrize("typed", ["dc", "DC", "d c", "d", "c"])
def test_a_command_is_found_by_any_part_of_its_initials(typed: str) -> None:
    """From the beginning or from the middle; capitals make no difference."""
    assert has_initials("导出", typed)


@pytest.mark.parametrize("typed", ["cd", "dcx", "", " ", "导出"])
def test_other_letters_find_nothing(typed: str) -> None:
    """Neither an empty text nor characters are initials."""
    assert not has_initials("导出", typed)


@pytest.mark.parametrize("typed", ["zh", "ch"])
def test_a_character_of_two_readings_is_found_by_both(typed: str) -> None:
    """重画 is chóng, but a clerk may think of zhòng first."""
    assert has_initials("重画", typed)


def test_the_beginning_can_be_told_apart() -> None:
    """The command that begins with the letters stands first in the list."""
    assert starts_with_initials("导出", "dc")
    assert not starts_with_initials("再导出", "dc")
    assert not starts_with_initials("导", "dc")
