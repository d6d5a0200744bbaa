"""Formulas of a sheet, and what they may ask of the other sheets of its family."""

from decimal import Decimal
from pathlib import Path

import pytest

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import BLANK, FormulaKey, Reference, Scope, load_spec, spec_formulas
from tests.spec.sheets import SMALL, family

WHOLE = (
    SMALL.replace('kind = "project"', 'kind = "department"')
    + '[field."合计"]\nkind = "money"\nunit = "万元"\ncalc = "求和(project.预算数)"\n'
)


def test_a_sheet_asks_for_fixed_columns_and_fields_of_another_kind(tmp_path: Path) -> None:
    """The department's total is the sum over the project sheets."""
    spec = load_spec("样/总", family(tmp_path, 表=SMALL, 总=WHOLE))
    formula = spec_formulas(spec)[FormulaKey("", "合计")]
    assert formula.needs == {Reference(Scope.KIND, "project", "预算数")}
    assert formula.evaluate(lambda _: (Decimal("1.5"), BLANK, Decimal(2))) == Decimal("3.5")


def test_a_kind_that_the_family_lacks_is_named(tmp_path: Path) -> None:
    """Another family's sheets are never meant."""
    with pytest.raises(SpecError, match="没有“project”这个表或表样"):
        load_spec("样/总", family(tmp_path, 总=WHOLE))


def test_a_free_row_has_no_single_value_for_other_sheets(tmp_path: Path) -> None:
    """Only fields and fixed rows can be asked for."""
    free = SMALL.replace("row_label = { at = 0 }", 'side = { label = "表" }').replace(
        'row = [{ id = "合计", label = "合计" }]', ""
    )
    with pytest.raises(SpecError, match="“project”里没有“预算数”"):
        load_spec("样/总", family(tmp_path, 表=free, 总=WHOLE))


def test_a_bare_name_in_a_table_is_the_rows_column_first(tmp_path: Path) -> None:
    """A field of the same name is meant outside the table only."""
    text = SMALL.replace('name = "得分"', 'name = "年度"').replace(
        '"万元", at', '"万元", calc = "年度 * 2", at'
    )
    text = text.replace('kind = "number"\n', 'kind = "number"\ncalc = "求和(资金.预算数)"\n')
    formulas = spec_formulas(load_spec("样/表", family(tmp_path, 表=text)))
    assert [str(key) for key in formulas] == ["资金.预算数", "年度", "标题"]


def test_formulas_stand_after_what_they_need(tmp_path: Path) -> None:
    """Whoever computes them in this order never looks ahead."""
    text = SMALL.replace(
        'kind = "number"\n', 'kind = "number"\ncalc = "求和(资金.得分)"\n'
    ).replace('"number", at', '"number", calc = "预算数 / 2", at')
    formulas = spec_formulas(load_spec("样/表", family(tmp_path, 表=text)))
    assert [str(key) for key in formulas] == ["资金.得分", "年度", "标题"]


def test_formulas_are_compiled_once(tmp_path: Path) -> None:
    """Asking again costs nothing."""
    spec = load_spec("样/表", family(tmp_path, 表=SMALL))
    assert spec_formulas(spec) is spec_formulas(spec)


def test_a_repeated_table_becomes_several_with_numbered_labels(tmp_path: Path) -> None:
    """年度绩效目标1, 2 … have names of their own, so that rows and formulas are told apart."""
    text = SMALL.replace(
        'name = "资金"', 'name = "资金"\nrepeat = 3\nsection = "目标{序号}"'
    ).replace('label = "合计" }', 'label = "合计{序号}" }')
    spec = load_spec("样/表", family(tmp_path, 表=text))
    tables = list(spec.tables)
    assert [table.name for table in tables] == ["资金", "资金2", "资金3"]
    assert [table.number for table in tables] == [1, 2, 3]
    assert [table.section for table in tables] == ["目标1", "目标2", "目标3"]
    assert [table.rows[0].label for table in tables] == ["合计1", "合计2", "合计3"]


def test_a_cycle_by_way_of_another_sheet_is_named(tmp_path: Path) -> None:
    """Two sheets that wait for each other would never be computed."""
    part = SMALL.replace('"万元", at', '"万元", calc = "求和(department.合计)", at')
    sources = family(tmp_path, 表=part, 总=WHOLE)
    with pytest.raises(SpecError, match=r"合计 → project\.预算数 → 合计"):
        load_spec("样/总", sources)
    with pytest.raises(SpecError, match=r"资金\.预算数 → department\.合计 → 资金\.预算数"):
        load_spec("样/表", sources)


def test_a_sheet_that_sums_its_own_field_over_its_kind_is_a_cycle(tmp_path: Path) -> None:
    """Its own value would be part of the sum."""
    text = SMALL.replace('kind = "number"\n', 'kind = "number"\ncalc = "求和(project.年度)"\n')
    with pytest.raises(SpecError, match="年度 → 年度"):
        load_spec("样/表", family(tmp_path, 表=text))
