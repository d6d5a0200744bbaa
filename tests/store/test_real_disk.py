"""A disk that is really full, a stick that is really read-only, a folder that is forbidden."""

import sys
from pathlib import Path

import pytest

from tests.store.real_disk import run, why_not

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="只有 Linux 能给试验挂一个自己的小磁盘"
)


@pytest.mark.parametrize(
    ("what", "options"),
    [
        ("full", "size=400k"),
        ("no_names", "size=4m,nr_inodes=40"),
        ("read_only", "size=4m"),
        ("forbidden", "size=4m"),
    ],
)
def test_the_old_version_stands_and_saving_works_again(
    tmp_path: Path, what: str, options: str
) -> None:
    """Said in words, no rubbish left, and 已保存 only once it is."""
    if reason := why_not(tmp_path / "probe"):
        pytest.skip(reason)
    assert run(what, tmp_path / "disk", options) == ""
