"""`selfeval explain CODE`."""

import pytest

from selfeval_tui.cli import main


@pytest.mark.parametrize("code", ["BUD-001", "bud-001", " BUD-001 "])
def test_a_rule_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its weight, what it checks, how to mend it and where it comes from."""
    assert main(["explain", code]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "BUD-001"
    assert [line.split("：")[0] for line in lines[1:]] == [
        "级别", "核对", "提示", "怎么办", "依据", "例"
    ]  # fmt: skip


def test_an_unknown_code_is_answered_with_the_nearest_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A slip of the keyboard gets a question."""
    assert main(["explain", "COTS-001"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "没有“COTS-001”这条规则。是不是“COST-001”？\n"
