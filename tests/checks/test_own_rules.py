"""docs/own-rules.md shows files that work as they stand there."""

import re
from pathlib import Path

from selfeval_tui.checks.overlay import FILE, load_overlay

PAGE = Path(__file__).parents[2] / "docs" / "own-rules.md"


def test_the_examples_of_the_page_can_be_used(tmp_path: Path) -> None:
    """Copied into a workspace they change what the page says."""
    overlay, pack = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / FILE).write_text(overlay, encoding="utf-8")
    (tmp_path / "本单位规则.toml").write_text(pack, encoding="utf-8")
    found = load_overlay(tmp_path)
    assert found.faults == ()
    assert [each.code for each in found.altered] == ["BUD-005", "TXT-002", "本单位规则.toml"]
