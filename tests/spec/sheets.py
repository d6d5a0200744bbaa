"""Tiny families written in a test's body."""

from pathlib import Path
from textwrap import dedent

from selfeval_tui.spec import Sources, load_spec
from selfeval_tui.spec.model import Spec
from selfeval_tui.spec.sources import shipped

TOP = """
kind = "project"
name = "小表"
year = 2023
revision = 1
source = "本测试"
attachment = "附件{n}"
grid = { columns_mm = [20, 30.5, 40] }
head = [{ field = "标题", font = "title" }]
"""

SMALL = (
    TOP
    + """
[field."标题"]
calc = "连接(年度, '表')"

[field."年度"]
kind = "number"

[[block]]
kind = "row"
id = "年度行"
cells = [{ label = "年度" }, { field = "年度", span = 2 }]

[[block]]
kind = "table"
name = "资金"
row_label = { at = 0 }
row = [{ id = "合计", label = "合计" }]
columns = [
  { name = "预算数", kind = "money", unit = "万元", at = 1 },
  { name = "得分", kind = "number", at = 2 },
]
"""
)


def family(folder: Path, **sheets: str) -> Sources:
    """A folder with the family `样` that holds these sheets."""
    for name, text in sheets.items():
        file = folder / "样" / f"{name}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    return Sources((folder,))


_SIGNED = """
extends = "ezhou-gedian/project"
[field."填报人"]
[field."审核人"]
[field."联系电话"]
[[sign]]
cells = [
  { field = "填报人", note = "填报人：", span = 3 },
  { field = "审核人", note = "审核人：", span = 2 },
  { field = "联系电话", note = "联系电话：", span = 2 },
]
[[sign]]
cells = [{ span = 5 }, { label = "（盖章）", span = 2 }]
"""


def signed_project(folder: Path) -> Spec:
    """The project sheet of the seed's family with lines to sign on."""
    own = family(folder, 签=_SIGNED)
    return load_spec("样/签", Sources((*own.roots, *shipped().roots)))
