"""F1: what belongs into a field, and the keys."""

from pathlib import Path

import pytest

from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.tui.help import field_lines
from selfeval_tui.tui.keys import Where, keys_of, printed
from tests.tui.steps import app_on, reach, text


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
    async with app.run_test(size=(120, 70)) as pilot:
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
