"""新建: what is proposed, what is asked for, and what comes of it."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Button, Input

from selfeval_tui.sheet import Batch
from selfeval_tui.sheet.create import filled_sheet
from selfeval_tui.sheet.numbering import next_attachment
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.tui.create.forms import (
    complaint,
    offered,
    proposals,
)
from selfeval_tui.tui.desk import position_of
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.session import Session
from tests.tui.steps import app_on, reach, text, until

PROJECT, DEPARTMENT = "ezhou-gedian/project", "ezhou-gedian/department"
TODAY = date(2026, 3, 1)


def test_all_forms_are_offered_those_of_the_family_first(demo_session: Session) -> None:
    """Who works with the forms of one place finds them on top."""
    ids = [spec.id for spec in offered(demo_session.batch)]
    assert sorted(ids) == sorted(spec_ids())
    assert ids[:2] == [PROJECT, DEPARTMENT]
    hubei = Batch([filled_sheet(load_spec("hubei/project"), {})])
    assert offered(hubei)[0].id == "hubei/project"


def test_what_is_known_is_proposed(demo_session: Session) -> None:
    """The next number, the year of the others, the unit; the name is the clerk's."""
    assert proposals(demo_session.batch, load_spec(PROJECT), TODAY) == {
        Role.ATTACHMENT: "附件1-9",
        Role.PROJECT_NAME: "",
        Role.YEAR: "2023",
        Role.UNIT_NAME: "鄂州葛店经济技术开发区行政审批局本级",
    }
    assert proposals(Batch(), load_spec(DEPARTMENT), TODAY) == {
        Role.ATTACHMENT: "附件2",
        Role.YEAR: "2025",
        Role.UNIT_NAME: "",
    }


@pytest.mark.parametrize(
    ("there", "following"),
    [((), "附件1-1"), (("附件1-1", "附件1-10"), "附件1-11"), (("附件一", "附件2"), "附件1-1")],
)
def test_the_next_number_follows_the_highest(there: tuple[str, ...], following: str) -> None:
    """附件1-10 comes after 附件1-9, not after 附件1-1; other ways of numbering do not count."""
    spec = load_spec(PROJECT)
    batch = Batch(filled_sheet(spec, {Role.ATTACHMENT: mark}) for mark in there)
    assert next_attachment(batch.sheets, spec) == following


@pytest.mark.parametrize(
    ("number", "name", "year", "where"),
    [
        ("附件1-9", "某项目", "2023", None),
        ("", "某项目", "2023", None),
        ("附件1-3", "某项目", "2023", Role.ATTACHMENT),
        ("附件1-9", "  ", "2023", Role.PROJECT_NAME),
        ("附件1-9", "某项目", "23", Role.YEAR),
        ("附件1-9", "某项目", "", Role.YEAR),
    ],
)
def test_what_is_missing_or_taken_is_said(
    demo_session: Session, number: str, name: str, year: str, where: Role | None
) -> None:
    """The complaint leads to the field that is meant."""
    given = {Role.ATTACHMENT: number, Role.PROJECT_NAME: name, Role.YEAR: year}
    found = complaint(demo_session.batch, given)
    assert (found[0] if found else None) is where


def test_a_new_sheet_takes_its_place_in_the_order(demo_session: Session) -> None:
    """附件1-9 stands behind 附件1-8 and before 附件2."""
    sheet = filled_sheet(load_spec(PROJECT), {Role.ATTACHMENT: "附件1-9", Role.YEAR: "2023"})
    assert position_of(demo_session.batch, sheet) == 8


async def test_a_new_sheet_is_made_saved_and_opened(own_folder: Path) -> None:
    """Number, year and unit are there already; only the name has to be typed."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        screen = await reach(pilot, Where.FORM)
        await pilot.press("enter", "enter", *"智慧大厅建设", "enter", "enter", "enter", "enter")
        await until(pilot, lambda: screen is not app.screen)
        filling = await reach(pilot, Where.GRID)
        sheet = app.session.batch.sheets[8]
        assert filling.sheet_id == sheet.id
        assert sheet.with_role(Role.ATTACHMENT) == "附件1-9"
        assert sheet.with_role(Role.PROJECT_NAME) == "智慧大厅建设"
        assert sheet.with_role(Role.YEAR) == "2023"
        assert len(sheet.tables["指标"]) == 9
        await pilot.press("ctrl+s")
    loaded = Workspace(own_folder).load()
    assert [each.with_role(Role.ATTACHMENT) for each in loaded.sheets][8:] == ["附件1-9", "附件2"]


async def test_a_missing_name_keeps_the_clerk_on_the_form(own_folder: Path) -> None:
    """It is said, and the cursor stands where the name belongs."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        screen = await reach(pilot, Where.FORM)
        screen.query_one(Button).focus()
        await pilot.press("enter")
        await until(pilot, lambda: "请填写项目名称" in text(app))
        assert screen.focused is screen.query_one(f"#ask-{Role.PROJECT_NAME}", Input)
        assert len(app.session.batch.sheets) == 9


async def test_the_form_decides_what_is_asked_and_typed_texts_stay(own_folder: Path) -> None:
    """The sheet of the whole unit has no 项目名称; what was typed comes back with the project."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        screen = await reach(pilot, Where.FORM)
        await pilot.press("tab", "tab", *"甲", "shift+tab", "shift+tab", "down")
        await until(pilot, lambda: "项目名称" not in text(app))
        assert screen.query_one(f"#ask-{Role.ATTACHMENT}", Input).value == "附件2"
        await pilot.press("up")
        await until(pilot, lambda: "项目名称" in text(app))
        assert screen.query_one(f"#ask-{Role.PROJECT_NAME}", Input).value == "甲"
        assert screen.query_one(f"#ask-{Role.ATTACHMENT}", Input).value == "附件1-9"


async def test_new_sheets_never_land_in_the_demo(tmp_path: Path) -> None:
    """新建 from inside 示例 makes a sheet of the unit's own, in its own folder."""
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.press("tab", "tab", *"甲项目", "enter", "enter", "enter", "enter")
        await reach(pilot, Where.GRID)
        assert not app.session.demo
        assert len(app.session.batch.sheets) == 1
        await pilot.press("ctrl+s")
    assert len(Workspace(tmp_path).load().sheets) == 1
    assert len(Workspace(tmp_path / "示例").load().sheets) == 9


async def test_in_a_demo_opened_by_its_folder_a_new_sheet_is_a_demo_sheet(
    demo_folder: Path,
) -> None:
    """Where the 示例 is all there is, what is made there belongs to it and can be saved."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.press("tab", "tab", *"甲项目", "enter", "enter", "enter", "enter")
        await reach(pilot, Where.GRID)
        await pilot.press("ctrl+s")
    loaded = Workspace(demo_folder).load()
    assert len(loaded.sheets) == 10
    assert loaded.faults == ()
