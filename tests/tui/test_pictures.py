"""Pictures of the situations a clerk would name; compare them by eye after a wanted change."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from selfeval_tui.tui.keys import Where
from tests.tui.steps import Walk, app_on, reach, text, until

Compare = Callable[..., bool]
Prepare = Callable[[Walk], Awaitable[None]]


def walk_to(*steps: tuple[str, Where]) -> Prepare:
    """Press a key and wait for its place, one after the other."""

    async def prepare(pilot: Walk) -> None:
        for key, where in steps:
            await pilot.press(key)
            await reach(pilot, where)

    return prepare


@pytest.fixture
def still_place(monkeypatch: pytest.MonkeyPatch, demo_folder: Path) -> Path:
    """The 示例 under a path that is the same in every run."""
    monkeypatch.chdir(demo_folder.parent)
    return Path(demo_folder.name)


def test_the_first_screen(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty workspace: 示例 is preselected."""
    monkeypatch.chdir(tmp_path)
    assert snap_compare(app_on(Path("自评")), terminal_size=(80, 24))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_the_overview(snap_compare: Compare, still_place: Path, size: tuple[int, int]) -> None:
    """The nine sheets, 附件1-7 chosen."""

    async def prepare(pilot: Walk) -> None:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press(*["down"] * 6)

    assert snap_compare(app_on(still_place), terminal_size=size, run_before=prepare)


def test_the_choices_of_an_export(snap_compare: Compare, still_place: Path) -> None:
    """All nine ticked, a file each."""
    prepare = walk_to(("enter", Where.GRID), ("f4", Where.EXPORT))
    assert snap_compare(app_on(still_place), terminal_size=(80, 24), run_before=prepare)


def test_the_question_about_the_rate(snap_compare: Compare, still_place: Path) -> None:
    """94% as typed or 95.2% as computed."""

    async def prepare(pilot: Walk) -> None:
        await walk_to(("f4", Where.EXPORT))(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "印哪一个" in text(pilot.app))

    assert snap_compare(app_on(still_place), terminal_size=(120, 36), run_before=prepare)


def test_what_was_exported(snap_compare: Compare, still_place: Path) -> None:
    """Nine files and where they are."""

    async def prepare(pilot: Walk) -> None:
        await walk_to(("f4", Where.EXPORT))(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "印哪一个" in text(pilot.app))
        await pilot.press("enter")
        await reach(pilot, Where.EXPORTED)

    assert snap_compare(app_on(still_place), terminal_size=(80, 24), run_before=prepare)


def test_a_new_sheet(snap_compare: Compare, still_place: Path) -> None:
    """附件1-10 is proposed, the name is being typed."""

    async def prepare(pilot: Walk) -> None:
        await walk_to(("ctrl+n", Where.FORM))(pilot)
        await pilot.press("tab", "tab", *"智慧大厅建设")

    assert snap_compare(app_on(still_place), terminal_size=(80, 24), run_before=prepare)


def test_the_help_of_a_cell(snap_compare: Compare, still_place: Path) -> None:
    """What belongs into the cell, then the keys."""
    prepare = walk_to(("enter", Where.GRID), ("f1", Where.HELP))
    assert snap_compare(app_on(still_place), terminal_size=(80, 24), run_before=prepare)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_all_problems_of_the_year(
    snap_compare: Compare, still_place: Path, size: tuple[int, int]
) -> None:
    """The heaviest first, equal ones as one line, the chosen one explained below."""
    prepare = walk_to(("f9", Where.CHECK))
    assert snap_compare(app_on(still_place), terminal_size=size, run_before=prepare)


def test_a_window_that_is_too_small(snap_compare: Compare, still_place: Path) -> None:
    """What to do, and nothing squeezed."""
    assert snap_compare(app_on(still_place), terminal_size=(60, 15))
