"""Every sheet that comes with the program."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal

import pytest

from selfeval_tui.spec import load_spec, resolved_toml, spec_formulas, spec_ids
from selfeval_tui.spec.model import Column, Role, RowBlock, Spec, TableBlock

EVERY = pytest.mark.parametrize("spec_id", spec_ids())
PRINTED = pytest.mark.parametrize(
    "spec_id", [each for each in spec_ids() if load_spec(each).printed]
)
"""The sheets that are handed in."""
PRINTABLE_MM = 170
"""A4 portrait less margins of 20 mm."""


def test_the_families_of_this_edition_are_there() -> None:
    """附件1 and 附件2 of the seed, and the two that prove the model."""
    assert spec_ids() == (
        "ezhou-gedian/department",
        "ezhou-gedian/figures",
        "ezhou-gedian/project",
        "hubei/project",
        "mof-2020/project",
    )


def rows_of_boxes(spec: Spec) -> Iterator[list[int]]:
    """For each printed row the grid columns its boxes cover, in order of the boxes."""
    for block in spec.blocks:
        if isinstance(block, RowBlock):
            yield list(range(sum(cell.span for cell in block.cells)))
        elif isinstance(block, TableBlock):
            boxes: list[Column] = [*block.columns, *([block.row_label] if block.row_label else [])]
            side = list(range(block.side.span if block.side else 0))
            yield side + sorted(n for box in boxes for n in range(box.at, box.at + box.span))


@EVERY
def test_boxes_fill_the_grid_without_gap_or_overlap(spec_id: str) -> None:
    """Each row of each block covers every column of the grid exactly once."""
    spec = load_spec(spec_id)
    grid = list(range(len(spec.columns_mm)))
    assert [row for row in rows_of_boxes(spec) if row != grid] == []


@EVERY
def test_the_grid_fits_the_paper(spec_id: str) -> None:
    """A4 portrait."""
    assert sum(load_spec(spec_id).columns_mm) <= PRINTABLE_MM


@PRINTED
def test_what_the_program_asks_of_every_sheet_is_there(spec_id: str) -> None:
    """Title, year, unit and number have a field; one table judges targets."""
    spec = load_spec(spec_id)
    for role in (Role.TITLE, Role.YEAR, Role.UNIT_NAME, Role.ATTACHMENT):
        assert spec.field_with_role(role) is not None, role
    judged = [table for table in spec.tables if table.judged]
    assert judged
    assert all(table.with_role(Role.INDICATOR) for table in judged)
    assert all(table.skeleton for table in judged)


@EVERY
def test_each_field_has_a_place_or_a_role(spec_id: str) -> None:
    """Nothing is asked of the clerk that is never printed or used."""
    spec = load_spec(spec_id)
    printed = {line.field for line in spec.head}
    for block in spec.blocks:
        if isinstance(block, RowBlock):
            printed |= {cell.field for cell in block.cells}
        elif not isinstance(block, TableBlock):
            printed.add(block.field)
    assert [f.name for f in spec.fields.values() if f.name not in printed and not f.role] == []


@EVERY
def test_the_resolved_text_loads_to_the_same_content(spec_id: str) -> None:
    """What is shown is what is used."""
    shown = tomllib.loads(resolved_toml(spec_id), parse_float=Decimal)
    spec = load_spec(spec_id)
    assert list(shown["field"]) == list(spec.fields)
    assert tuple(Decimal(width) for width in shown["grid"]["columns_mm"]) == spec.columns_mm


@PRINTED
def test_every_rate_is_spent_over_budget(spec_id: str) -> None:
    """执行率 = 执行数 / 预算数, whatever the columns are called."""
    spec = load_spec(spec_id)
    found = spec.table_with_role(Role.RATE)
    if found is None:
        assert spec.kind == "department"
        return
    table, rate = found
    spent, budget = table.with_role(Role.SPENT), table.with_role(Role.BUDGET)
    assert spent is not None
    assert budget is not None
    formula = next(each for key, each in spec_formulas(spec).items() if key.name == rate.name)
    given = {spent.name: Decimal("4.76"), budget.name: Decimal(5)}
    assert formula.evaluate(lambda need: given[need.name]) == Decimal("0.952")


def test_hubei_has_two_goal_blocks_with_the_same_columns() -> None:
    """A block may repeat; each has its own name and label."""
    spec = load_spec("hubei/project")
    first, second = spec.table("指标"), spec.table("指标2")
    assert first.side is not None
    assert second.side is not None
    assert (first.side.label[:7], second.side.label[:7]) == ("年度绩效目标1", "年度绩效目标2")
    assert first.columns == second.columns


def test_the_ministry_prints_ten_points_for_the_budget() -> None:
    """The total row's 分值 is the form's own text."""
    rows = load_spec("mof-2020/project").table("资金").rows
    assert [row.fixed.get("分值") for row in rows] == ["10", "—", "—", "—"]
