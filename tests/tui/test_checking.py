"""The findings follow the open year; blank cells wait for 自查."""

import subprocess
import sys
from pathlib import Path

import pytest

from selfeval_tui.checks import check
from selfeval_tui.checks.groups import waits
from selfeval_tui.sheet import Batch, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.tui.checking import Checking
from tests.tui.fill.build import demo_batch, field, indicator, money, one


def test_nothing_is_known_before_it_begins(tmp_path: Path) -> None:
    """The first frame does not wait for the rules."""
    checking = Checking(demo_batch(), tmp_path)
    assert not checking.ready
    assert checking.problems() is None


@pytest.mark.parametrize("screen", ["start", "overview"])
def test_the_first_screen_is_drawn_without_the_rules(screen: str) -> None:
    """They would cost a tenth of a second that the clerk sees."""
    program = (
        f"import sys, selfeval_tui.tui.shell, selfeval_tui.tui.{screen}.screen\n"
        "print([name for name in sys.modules if name.startswith('selfeval_tui.checks')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_what_happened_is_followed_when_it_is_asked_next(tmp_path: Path) -> None:
    """Cells, rows, sheets and undo: always what a full run finds."""
    batch = demo_batch()
    checking = Checking(batch, tmp_path)
    checking.check_all()
    sheet = one(batch, "附件1-7")
    batch.set(indicator(sheet, 0, "实际完成值"), "1平方米")
    batch.set(money(sheet, "执行数"), "6")
    assert checking.found() == check(batch)
    batch.insert_row(sheet.id, "指标", 1)
    batch.remove_sheet(one(batch, "附件1-2").id)
    assert checking.found() == check(batch)
    while batch.can_undo:
        batch.undo()
    assert checking.found() == check(batch)


def test_a_new_sheet_is_no_wall_of_red_until_it_is_checked(tmp_path: Path) -> None:
    """自查 tells what is not filled; a sheet that is made later is left in peace again."""
    project = load_spec("ezhou-gedian/project")
    batch = Batch([new_sheet(project)])
    checking = Checking(batch, tmp_path)
    checking.begin()
    assert not any(map(waits, checking.found()))
    checking.check_all()
    first = batch.sheets[0].id
    assert any(map(waits, checking.found(first)))
    batch.add_sheet(new_sheet(project))
    assert not any(map(waits, checking.found(batch.sheets[1].id)))


def test_the_workspace_may_switch_a_rule_off(tmp_path: Path) -> None:
    """The rules are those that the command line asks, too."""
    text = '[["规则"]]\n"编号" = "BUD-001"\n"停用" = true\n"理由" = "财政局要求填整数"\n'
    (tmp_path / "自查规则.toml").write_text(text, encoding="utf-8")
    checking = Checking(demo_batch(), tmp_path)
    assert "BUD-001" not in {finding.code for finding in checking.found()}


@pytest.mark.parametrize("name", ["偏差大或目标未完成原因分析", "项目名称"])
def test_the_counts_are_those_of_the_sheet(tmp_path: Path, name: str) -> None:
    """Each sheet has its own, and an edit of another sheet leaves them alone."""
    batch = demo_batch()
    checking = Checking(batch, tmp_path)
    checking.begin()
    before = checking.problems(one(batch, "附件1-7").id)
    batch.set(field(one(batch, "附件1-6"), name), "改了一点")
    after = checking.problems(one(batch, "附件1-7").id)
    assert before is not None
    assert after is not None
    assert before.counts == after.counts
