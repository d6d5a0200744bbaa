"""A form may say where people sign; the seed's family does not."""

from pathlib import Path

import pytest

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import load_spec, resolved_toml, spec_ids
from selfeval_tui.spec.model import Spec
from tests.spec.sheets import SMALL, family

SIGNED = """
extends = "样/表"
[field."填报人"]
[field."联系电话"]
[[sign]]
cells = [{ field = "填报人", note = "填报人：" }, { field = "联系电话" }, { label = "（盖章）" }]
"""


def signed(folder: Path, text: str = SIGNED) -> Spec:
    """The small sheet's child that is signed."""
    return load_spec("样/签", family(folder, 表=SMALL, 签=text))


def test_a_form_says_who_signs(tmp_path: Path) -> None:
    """Each field with its label, in the order of the line."""
    spec = signed(tmp_path)
    assert [(label, field.name) for label, field in spec.signed] == [
        ("填报人", "填报人"),
        ("联系电话", "联系电话"),
    ]
    assert spec.sign[0].cells[2].label == "（盖章）"


def test_no_form_of_the_shipped_seed_family_is_signed() -> None:
    """The published sheets of that family have no such line."""
    seed = [each for each in spec_ids() if each.startswith("ezhou-gedian/")]
    assert seed
    assert not any(load_spec(each).sign for each in seed)


def test_the_line_counts_in_the_hash_and_survives_being_shown(tmp_path: Path) -> None:
    """What a form prints is part of what it is."""
    spec = signed(tmp_path)
    assert spec.hash != load_spec("样/表", family(tmp_path)).hash
    shown = resolved_toml("样/签", family(tmp_path))
    again = load_spec("样/又", family(tmp_path, 又=shown))
    assert (again.sign, again.hash) == (spec.sign, spec.hash)


def test_a_child_takes_the_line_away(tmp_path: Path) -> None:
    """A region that wants no signatures says so."""
    family(tmp_path, 表=SMALL, 签=SIGNED)
    assert load_spec("样/无", family(tmp_path, 无='extends = "样/签"\nsign = []\n')).sign == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ('{ field = "填表人", span = 3 }', "没有“填表人”这个字段"),
        ('{ field = "填报人" }', "各格共占 1 列，表格有 3 列"),
        ('{ field = "填报人", wide = 3 }', "不认识这个键"),
    ],
)
def test_a_wrong_line_is_refused_where_it_is_written(tmp_path: Path, cells: str, said: str) -> None:
    """The message names the line of the file."""
    text = f'\nextends = "样/表"\n[field."填报人"]\n[[sign]]\ncells = [{cells}]\n'
    with pytest.raises(SpecError) as fault:
        signed(tmp_path, text)
    assert said in fault.value.message
    assert "第 5 行" in fault.value.message
