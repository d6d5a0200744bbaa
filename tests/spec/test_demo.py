"""The nine published sheets that come as 示例."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from selfeval_tui.spec import load_spec

FOLDER = files("form_specs").joinpath("ezhou-gedian", "demo")
PROJECTS = [f"1-{number}" for number in range(1, 9)]


def sheet(name: str) -> Mapping[str, Any]:
    """A sheet as it was transcribed."""
    return tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def test_there_are_nine_sheets() -> None:
    """Eight projects and the whole unit."""
    names = sorted(each.name for each in FOLDER.iterdir() if each.name.endswith(".toml"))
    assert names == [*(f"{name}.toml" for name in PROJECTS), "2.toml"]


def test_there_are_64_project_rows_and_47_department_rows() -> None:
    """Not one indicator is missing."""
    assert sum(len(sheet(name)["指标"]) for name in PROJECTS) == 64
    assert len(sheet("2")["指标"]) == 47


def test_the_printed_rate_of_sheet_7_is_kept() -> None:
    """4.76 of 5 is 95.2 %, yet 94 % was published, and that is what was typed."""
    assert sheet("1-7")["年度财政资金总额"] == {"预算数": "5", "执行数": "4.76", "执行率": "94%"}


def test_mistakes_of_the_published_sheets_are_kept() -> None:
    """The examples are no better than what they are examples of."""
    assert sheet("1-4")["title"] == "2023年年度招商引资保障经费自评表"
    assert sheet("1-2")["指标"][5]["年初目标值"] == "4524000元"
    indicators = [row["三级指标"] for row in sheet("2")["指标"]]
    assert "信息化建设情发生率况" in indicators


def test_every_key_of_a_sheet_has_its_home_in_the_form() -> None:
    """Nothing of the examples would be lost."""
    for name in [*PROJECTS, "2"]:
        spec = load_spec(f"ezhou-gedian/{'department' if name == '2' else 'project'}")
        rows = {row.label for table in spec.tables for row in table.rows}
        tables = {table.name for table in spec.tables}
        known = {"attachment", "title", *spec.fields, *rows, *tables}
        assert [key for key in sheet(name) if key not in known] == []
        columns = {column.name for column in spec.table("指标").columns}
        assert all(set(row) <= columns for row in sheet(name)["指标"])


def test_the_notes_of_the_examples_are_those_of_the_form() -> None:
    """The form brings them; numbered lines stand for the list."""
    for name in [*PROJECTS, "2"]:
        spec = load_spec(f"ezhou-gedian/{'department' if name == '2' else 'project'}")
        lines = [f"{number}.{note}" for number, note in enumerate(sheet(name)["备注"], 1)]
        assert "\n".join(lines) == spec.fields["备注"].default
