"""The published sheets as they must stand in a workbook.

Derived from the neutral form and the printed layout, knowing nothing of the program's own layout.
"""

import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from attrs import Factory, define

COLUMNS = "ABCDEFG"
PROJECT_HEADER = ("一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）")
DEPARTMENT_HEADER = (*PROJECT_HEADER[:3], "指标分类", *PROJECT_HEADER[3:])
CHOICES = {
    "项目类别": ("部门预算项目", "市直专项", "市对下转移支付项目"),
    "项目属性": ("持续性项目", "新增性项目"),
    "项目类型": ("常年性项目", "延续性项目", "一次性项目"),
}
NAMES = (*(f"1-{number}" for number in range(1, 9)), "2")


@define
class Grid:
    """Texts by cell name, and merged ranges."""

    texts: dict[str, str] = Factory(dict)
    merges: set[str] = Factory(set)

    def put(self, area: str, text: str) -> None:
        """State what stands in a cell or a range."""
        first, _, last = area.partition(":")
        self.texts[first] = text
        if last and first != last:
            self.merges.add(area)


def neutral(name: str) -> dict[str, object]:
    """A published sheet as it was transcribed."""
    path = files("form_specs") / "ezhou-gedian" / "demo" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def expected(name: str, breaks: Sequence[int]) -> Grid:
    """The grid of a published sheet.

    Args:
        name: Its file.
        breaks: The rows (counted from 1) after which its pages end; labels are repeated there.
    """
    sheet = neutral(name)
    grid = Grid()
    grid.put("A1:G1", str(sheet["attachment"]))
    grid.put("A2:G2", str(sheet["title"]))
    grid.put("A3:G3", f"单位名称：{sheet['单位名称']}")
    grid.put("A4:G4", f"填报日期：{sheet['填报日期']}")
    row = _department_top(grid, sheet) if name == "2" else _project_top(grid, sheet)
    row = _indicators(grid, sheet, row, breaks, department=name == "2")
    for label in ("偏差大或目标未完成原因分析", "改进措施及结果应用方案"):
        grid.put(f"A{row}:B{row}", label)
        grid.put(f"C{row}:G{row}", str(sheet[label]))
        row += 1
    notes = sheet["备注"]
    assert isinstance(notes, list)
    lines = [f"{number}.{note}" for number, note in enumerate(notes, start=1)]
    grid.put(f"A{row}:G{row}", "\n".join(["备注：", *lines]))
    return grid


def _project_top(grid: Grid, sheet: dict[str, object]) -> int:
    grid.put("A5:B5", "项目名称")
    grid.put("C5:G5", str(sheet["项目名称"]))
    grid.put("A6:B6", "主管部门")
    grid.put("C6:D6", str(sheet["主管部门"]))
    grid.put("E6", "项目实施单位")
    grid.put("F6:G6", str(sheet["项目实施单位"]))
    for row, (label, options) in enumerate(CHOICES.items(), start=7):
        grid.put(f"A{row}:B{row}", label)
        marks = ("☑" if each == sheet[label] else "□" for each in options)
        numbered = enumerate(zip(options, marks, strict=True), start=1)
        line = " ".join(f"{number}、{option} {mark}" for number, (option, mark) in numbered)
        grid.put(f"C{row}:G{row}", line)
    money = sheet["年度财政资金总额"]
    assert isinstance(money, dict)
    grid.put("A10:B11", "预算执行情况（万元）")
    grid.put("C10", "")
    grid.put("C11", "年度财政资金总额")
    labels = ("预算数（A）", "执行数（B）", "执行率（B/A）")
    for area, label, name in zip(("D{0}:E{0}", "F{0}", "G{0}"), labels, money, strict=True):
        grid.put(area.format(10), label)
        grid.put(area.format(11), str(money[name]))
    return 12


def _department_top(grid: Grid, sheet: dict[str, object]) -> int:
    grid.put("A5:B5", "单位名称")
    grid.put("C5:G5", str(sheet["单位名称"]))
    grid.put("A6:B6", "基本支出总额（万元）")
    grid.put("C6", str(sheet["基本支出总额"]))
    grid.put("D6", "项目支出总额（万元）")
    grid.put("E6:G6", str(sheet["项目支出总额"]))
    grid.put("A7:B7", "年度目标")
    grid.put("C7:G7", str(sheet["年度目标"]))
    return 8


def _indicators(
    grid: Grid, sheet: dict[str, object], first: int, breaks: Sequence[int], *, department: bool
) -> int:
    header = DEPARTMENT_HEADER if department else PROJECT_HEADER
    areas = [f"{each}{{0}}" for each in "BCDEFG"] if department else _PROJECT_AREAS
    for area, label in zip(areas, header, strict=True):
        grid.put(area.format(first), label)
    rows = sheet["指标"]
    assert isinstance(rows, list)
    end = first + 1 + len(rows)
    side = "年度绩效指标" if department else "年度绩效目标"
    for start, last in _cut(first, end - 1, breaks):
        grid.put(f"A{start}:A{last}", side)
    keys = [label.removesuffix("（A）").removesuffix("（B）") for label in header]
    for letter, deep in (("B", 1), ("C", 2)):
        groups = [tuple(row[key] for key in keys[:deep]) for row in rows]
        for start, last in _equal_neighbours(groups):
            for top, bottom in _cut(first + 1 + start, first + 1 + last, breaks):
                grid.put(f"{letter}{top}:{letter}{bottom}", groups[start][-1])
    for index, row in enumerate(rows, start=first + 1):
        for area, key in zip(areas[2:], keys[2:], strict=True):
            grid.put(area.format(index), row[key])
    return end


_PROJECT_AREAS = ["B{0}", "C{0}", "D{0}:E{0}", "F{0}", "G{0}"]


def _equal_neighbours(values: Sequence[object]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(values) + 1):
        if index == len(values) or values[index] != values[start]:
            yield start, index - 1
            start = index


def _cut(first: int, last: int, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A range of rows in the parts that pages make of it."""
    for end in (*(each for each in sorted(breaks) if first <= each < last), last):
        yield first, end
        first = end + 1
