"""Finding a text in the cells and replacing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.carry import carry_out
from selfeval_tui.sheet.search import Search, found, replacements, shown_text
from tests.sheet.build import cell, money, project, with_rows


@pytest.mark.parametrize(
    ("wanted", "text", "spans"),
    [
        ("95", "≥９５%，又95", ((1, 3), (6, 8))),
        ("pdf", "ＰＤＦ和Pdf", ((0, 3), (4, 7))),
        (">", "＞3", ((0, 1),)),
        ("一一", "一一一", ((0, 2),)),
        ("办公 楼", "办公　楼", ((0, 4),)),
        ("c", "20℃", ()),
        ("°C", "20℃", ((2, 3),)),
        ("", "甲", ()),
        ("“甲”", "写“甲”", ((1, 4),)),
        ("没有", "甲", ()),
    ],
)
def test_a_text_is_found_however_it_is_written(
    wanted: str, text: str, spans: tuple[tuple[int, int], ...]
) -> None:
    """Full width, half width and capitals are the same; a sign is found whole or not at all."""
    assert Search(wanted).spans(text) == spans


@given(st.text("甲乙９9％%aＡ “”\n", max_size=20), st.text("甲9%a\n", min_size=1, max_size=3))
def test_replacing_by_the_same_changes_nothing_else(text: str, wanted: str) -> None:
    """What stands between the finds stays to the letter."""
    search = Search(wanted)
    spans = search.spans(text)
    parts = [text[start:end] for start, end in spans]
    assert all(Search(wanted).spans(part) == ((0, len(part)),) for part in parts)
    assert len(search.replaced(text, "")) == len(text) - sum(len(part) for part in parts)


def test_a_cell_is_found_by_what_it_shows() -> None:
    """Also a computed rate and a printed note, although nobody typed them."""
    sheet = project("5", "4.76")
    batch = Batch([sheet])
    assert found(batch, sheet.addresses(), Search("９５.2")) == (money(sheet, "执行率"),)
    assert shown_text(batch, Address(sheet.id, "备注")).startswith("1.")
    assert found(batch, sheet.addresses(), Search("结余结转")) == (Address(sheet.id, "备注"),)


def test_only_typed_texts_are_replaced() -> None:
    """Computed texts, the form's notes and choices that would become none stay as they are."""
    sheet = with_rows(project("5", "4.76", name="5号项目"), ("甲5", "5次", "5次"))
    sheet.fields.update({"备注": "第5条", "项目类别": "市直专项"})
    batch = Batch([sheet])
    changes = replacements(batch, sheet.addresses(), Search("5"), "6")
    assert {each.address.name for each in changes} == {
        "项目名称", "预算数", "三级指标", "年初目标值", "实际完成值",
    }  # fmt: skip
    assert replacements(batch, sheet.addresses(), Search("市直"), "区直") == ()


def test_replacing_everywhere_is_one_step() -> None:
    """One undo brings all of it back."""
    sheet = with_rows(project(), ("甲乙", "甲次", "3次"), ("甲", "", ""))
    batch = Batch([sheet])
    changes = replacements(batch, sheet.addresses(), Search("甲"), "丙")
    assert [(each.before, each.after) for each in changes] == [
        ("甲项目", "丙项目"), ("甲乙", "丙乙"), ("甲次", "丙次"), ("甲", "丙"),
    ]  # fmt: skip
    carry_out(batch, changes, "替换“甲”")
    assert batch.typed(cell(sheet, "r1", "三级指标")) == "丙乙"
    step = batch.undo()
    assert step is not None
    assert step.name == "替换“甲”"
    assert [batch.typed(each.address) for each in changes] == [each.before for each in changes]
    assert not batch.can_undo
