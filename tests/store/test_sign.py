"""A neutral file may say who signs."""

from pathlib import Path

from selfeval_tui.store.foreign.match import match
from tests.spec.sheets import signed_project


def test_who_signs_is_read_by_the_printed_label(tmp_path: Path) -> None:
    """With or without the colon that is printed behind it."""
    found = match(signed_project(tmp_path), {"填报人：": "张三", "联系电话": "0711-1234567"})
    assert found.fields == {"填报人": "张三", "联系电话": "0711-1234567"}
    assert found.unknown == []
