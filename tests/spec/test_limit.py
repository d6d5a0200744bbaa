"""How many characters a field may hold is data of the form."""

from pathlib import Path

from selfeval_tui.spec import load_spec, resolved_toml
from tests.spec.sheets import SMALL, family

CHILD = """
extends = "样/表"
[field."标题"]
limit = 30
[[block]]
kind = "table"
name = "资金"
columns = [{ name = "得分", kind = "long", limit = 100 }]
"""


def test_a_form_limits_fields_and_columns(tmp_path: Path) -> None:
    """The limit counts in the hash, and survives being shown and read again."""
    spec = load_spec("样/子", family(tmp_path, 表=SMALL, 子=CHILD))
    table = spec.table("资金")
    assert (spec.fields["标题"].limit, spec.fields["年度"].limit) == (30, None)
    assert (table.column("得分").limit, table.column("预算数").limit) == (100, None)
    assert spec.hash != load_spec("样/表", family(tmp_path, 表=SMALL)).hash
    shown = resolved_toml("样/子", family(tmp_path, 表=SMALL, 子=CHILD))
    again = load_spec("样/再", family(tmp_path, 再=shown))
    assert (again.fields, again.blocks) == (spec.fields, spec.blocks)
