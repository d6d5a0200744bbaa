"""Tiny families written in a test's body."""

from pathlib import Path
from textwrap import dedent

from selfeval_tui.spec import Sources

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
