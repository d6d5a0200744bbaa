"""F1: what belongs into a field, and the keys."""

from pathlib import Path

import pytest

from selfeval_tui.sheet import Address, Row, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Field, Kind, Role
from selfeval_tui.text import VerdictCode, read_target
from selfeval_tui.tui.helping import field_lines, form_notes, reading_lines
from selfeval_tui.tui.keys import Where, keys_of, printed
from tests.tui.steps import app_on, cell, reach, rows, text


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("f1,ctrl+g", "F1 或 Ctrl+G"),
        ("enter,f2,ctrl+e", "回车 或 F2 或 Ctrl+E"),
        ("shift+tab,up", "Shift+Tab 或 上方向键"),
        ("ctrl+delete,ctrl+k", "Ctrl+Del 或 Ctrl+K"),
        ("escape", "Esc"),
    ],
)
def test_keys_are_called_as_on_the_keyboard(keys: str, words: str) -> None:
    """Names a clerk finds on the keyboard."""
    assert printed(keys) == words


@pytest.mark.parametrize(
    ("field", "line"),
    [
        (
            Field("预算数", Kind.MONEY, unit="万元"),
            "填金额，单位万元；也可以连单位一起写，如 20万元。",
        ),
        (Field("类别", Kind.CHOICE, options=("甲", "乙")), "从下面选一项：甲、乙。"),
        (Field("日期", Kind.DATE), "填日期，如 2024年4月23日。"),
        (Field("名称", required=True), "这一格必须填写。"),
        (Field("名称"), "这一格可以不填。"),
        (
            Field("率", Kind.PERCENT, calc="甲 / 乙"),
            "程序也会算出这一格的值，放在旁边对照；以填写的为准。",
        ),
        (Field("名称", example="某某工程"), "例如：某某工程"),
    ],
)
def test_a_field_is_explained_by_its_kind(field: Field, line: str) -> None:
    """What to type, whether it must be filled, and an example."""
    assert line in list(field_lines(field))


async def test_every_key_of_the_place_and_of_anywhere_is_told(demo_folder: Path) -> None:
    """The help page and the table of keys are the same."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 50)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f1")
        await reach(pilot, Where.HELP)
        shown = text(app)
        for key in (*keys_of(Where.OVERVIEW), *keys_of(Where.ANYWHERE)):
            assert printed(key.keys) in shown
            assert key.help in shown
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)


async def test_the_focused_field_is_explained_from_the_form(demo_folder: Path) -> None:
    """On 填报 the words of the form for this very cell stand on top, with its example."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 120)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        filling = await reach(pilot, Where.GRID)
        spec = load_spec("ezhou-gedian/project")
        field = filling.help_field()
        assert field is not None
        await pilot.press("ctrl+g")
        await reach(pilot, Where.HELP)
        shown = text(app)
        assert f"这一格：{field.name}" in shown
        assert spec.fields[field.name].help in shown
        for key in (*keys_of(Where.EDITOR), *keys_of(Where.CHOICE)):
            assert key.help in shown


def test_targets_are_explained_by_what_the_program_really_reads() -> None:
    """Each wording beside its reading; the reader itself says what that is."""
    target = load_spec("ezhou-gedian/project").table("指标").column("年初目标值")
    lines = list(reading_lines(target))
    assert "“≥95%”、“不低于95%”、“95%以上” 读作 ≥ 95% · 越高越好" in lines
    for line in lines[:-1]:
        words, _, reading = line.partition(" 读作 ")
        for word in words.strip("“”").split("”、“"):
            assert read_target(word).describe() == reading


def test_actuals_are_explained_with_all_verdicts() -> None:
    """Every verdict that a clerk may wonder about is named; other fields have no such lines."""
    table = load_spec("ezhou-gedian/project").table("指标")
    said = "".join(reading_lines(table.column("实际完成值")))
    for code in (VerdictCode.met, VerdictCode.missed, VerdictCode.restated, VerdictCode.person):
        assert code.label in said
    assert list(reading_lines(table.column("三级指标"))) == []


def test_the_forms_own_notes_are_told_where_they_belong() -> None:
    """预算数 has the note about budgets; a row of 满意度指标 the one about satisfaction."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    sheet.tables["指标"]["r1"] = Row("r1", {"一级指标": "满意度指标"})
    budget = Address(sheet.id, "预算数", "资金", "合计")
    actual = Address(sheet.id, "实际完成值", "指标", "r1")
    assert [line[:2] for line in form_notes(sheet, budget)] == ["1."]
    assert [line[:2] for line in form_notes(sheet, actual)] == ["2."]
    assert form_notes(sheet, Address(sheet.id, "单位名称")) == ()


async def test_a_cell_is_explained_as_it_stands(own_folder: Path) -> None:
    """Reading, verdict and arithmetic of the row, before the keys."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 120)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        filling = await reach(pilot, Where.GRID)
        actual = cell(app.session, 0, Role.ACTUAL)
        app.session.batch.set(actual.beside("年初目标值"), "≥95%")
        app.session.batch.set(actual, "96.5%")
        filling.go_to(actual)
        await pilot.press("f1")
        await reach(pilot, Where.HELP)
        shown = text(app)
        assert "程序怎样读这一格" in shown
        assert "实际 96.5% ≥ 目标 95%，达到年初目标" in shown
        assert shown.index("现在这一格") < shown.index("按键（填报）")
        help_words = load_spec("ezhou-gedian/project").table("指标").column("实际完成值").help
        assert shown.count(help_words) == 1


async def test_help_is_about_the_sheets_that_it_stands_over(tmp_path: Path) -> None:
    """A new sheet is the unit's own, even while the 示例 is open; so is its help."""
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert "示例" in rows(app)[0]
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        assert "示例" not in rows(app)[0]
        await pilot.press("f1")
        await reach(pilot, Where.HELP)
        assert "示例" not in rows(app)[0]
