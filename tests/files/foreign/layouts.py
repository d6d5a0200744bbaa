"""Workbooks of the known families whose rows, columns or labels stand otherwise."""

import re
from collections.abc import Iterator

from attrs import evolve

from tests.files.foreign.case import Case, book
from tests.files.foreign.families import (
    Block,
    hubei,
    hubei_wanted,
    ministry,
    ministry_wanted,
    table,
    unscored,
    unscored_wanted,
)
from tests.files.foreign.language import hidden, lines, page
from tests.files.foreign.wanted import Wanted, goals
from tests.files.foreign.works import ARCHIVE, CANTEEN, ROAD, WATER, Work, many, without

_PLAIN = ("weight", "score", "reason")
ROAD_E, CANTEEN_E, WATER_E, ARCHIVE_E = (
    without(work, *_PLAIN) for work in (ROAD, CANTEEN, WATER, ARCHIVE)
)
COLUMNS = ("level1", "level2", "name", "<", "target", "actual")


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _ministry()
    yield from _scored()
    yield from _plain()
    yield from _cut()


def _ministry() -> Iterator[Case]:
    yield book("部颁表，合并单元格，标题占两行", page(ministry(ROAD)), wanted=ministry_wanted(ROAD))
    bare = re.sub(r"(?m)^(附件1|项目支出绩效自评表|（2023年度）) .*\n", "", ministry(CANTEEN))
    wanted = ministry_wanted(CANTEEN)
    no_year = evolve(wanted, fields={k: v for k, v in wanted.fields.items() if k != "年度"})
    yield book("部颁表，没有标题，下移三行右移两列", page(bare, down=3, right=2), wanted=no_year)
    yield book(
        "部颁表，栏目名里有空格、换行和冒号", page(_spaced(WATER)), wanted=ministry_wanted(WATER)
    )
    extra = ministry(ARCHIVE).replace("实际完成值 | 分值", "实际完成值 | 分值 | 评分标准", 1)
    told = tuple(f"按第{number}档计分" for number in range(len(ARCHIVE.goals)))
    drawn = _insert(extra, ARCHIVE, told).replace("| 100 | #93.5 |", "| 100 |  | #93.5 |")
    yield book(
        "部颁表，多一栏评分标准",
        page(drawn),
        wanted=evolve(ministry_wanted(ARCHIVE), told=(*told, "评分标准")),
    )
    english = ministry(ROAD).translate(str.maketrans("（）：", "():"))
    yield book("部颁表，全用英文括号", page(english), wanted=ministry_wanted(ROAD))
    yield book(
        "部颁表，有一行指标被隐藏",
        hidden(page(ministry(WATER)), 15),
        wanted=ministry_wanted(WATER),
    )


def _insert(drawing: str, work: Work, texts: tuple[str, ...]) -> str:
    """Put a text after the weight of each indicator."""
    for goal, text in zip(work.goals, texts, strict=True):
        old = f"{goal.target} | {goal.actual} | #{goal.weight} |"
        assert old in drawing
        drawing = drawing.replace(old, f"{old} {text} |")
    return drawing


_SPACED = (
    ("项目名称 |", "项 目 名 称： |"),
    ("主管部门 |", "主管⏎部门： |"),
    ("实施单位 |", "实施⏎单位： |"),
    ("年初预算数", "年初⏎预算数"),
    ("全年预算数", "全年⏎预算数"),
    ("全年执行数", "全年⏎执行数"),
    ("年度资金总额", "　年度资金总额："),
    ("年度总体目标", "年度⏎总体⏎目标"),
    ("绩效指标 |", "绩⏎效⏎指⏎标 |"),
    ("一级指标 |", "一级⏎指标 |"),
    ("二级指标 |", "二级⏎指标 |"),
    ("三级指标 |", "三 级 指 标 |"),
    ("年度指标值", "年度⏎指标值"),
    ("实际完成值", "实际⏎完成值"),
    ("分值 |", "分 值 |"),
    ("得分", "得　分"),
    ("总分 |", "总　　分 |"),
)


def _spaced(work: Work) -> str:
    drawing = ministry(work)
    for old, new in _SPACED:
        assert old in drawing, old
        drawing = drawing.replace(old, new)
    return drawing


_HUBEI_TICKS = (
    "1、部门预算项目  □   2、省直专项  ■   3、省对下转移支付项目  □",
    "1、持续性项目  ■    2、新增性项目  □",
    "1、常年性项目  □   2、延续性项目 ■   3、一次性项目  □",
)
_HUBEI_TICKED = {"项目类别": "省直专项", "项目属性": "持续性项目", "项目类型": "延续性项目"}
WEIGHTED = tuple(
    evolve(goal, level1=f"{goal.level1}（{weight}分）", weight="", reason="")
    for goal, weight in zip(CANTEEN.goals, (40, 40, 40, 40, 30, 10), strict=True)
)


def _ticked(wanted: Wanted, ticked: dict[str, str]) -> Wanted:
    return evolve(wanted, fields={**wanted.fields, **ticked})


def _scored() -> Iterator[Case]:
    one = (Block("年度绩效目标1（80分）", WEIGHTED),)
    two = (
        Block("年度绩效目标1（40分）", WEIGHTED[:4]),
        Block("年度绩效目标2（40分）", WEIGHTED[4:]),
    )
    three = (
        Block("年度绩效目标1（30分）", WEIGHTED[:3]),
        Block("年度绩效目标2（30分）", WEIGHTED[3:5]),
        Block("年度绩效目标3（20分）", WEIGHTED[5:]),
    )
    for name, blocks in (("一", one), ("两", two), ("三", three)):
        yield book(
            f"评分表，{name}个绩效目标，■打在选项后面",
            page(hubei(CANTEEN, blocks, ticks=_HUBEI_TICKS)),
            wanted=_ticked(hubei_wanted(CANTEEN, blocks), _HUBEI_TICKED),
        )


def _plain() -> Iterator[Case]:
    road = unscored_wanted(ROAD_E)
    yield book("无分值表，合并单元格", page(unscored(ROAD_E)), wanted=road)
    swapped = unscored(
        without(ROAD, "weight", "score"),
        header="一级指标 | 二级指标 | 三级指标 | 备注 | 实际完成值（B） | 年初目标值（A）",
        columns=("level1", "level2", "name", "reason", "actual", "target"),
    )
    remarks = tuple(goal.reason for goal in ROAD.goals if goal.reason)
    yield book(
        "无分值表，实际完成值在目标值前面，多一栏备注",
        page(swapped),
        wanted=evolve(road, told=remarks),
    )
    yield book(
        "无分值表，级别只写在第一行，不合并",
        page(unscored(WATER_E, again="")),
        wanted=unscored_wanted(WATER_E),
    )
    yield book(
        "无分值表，级别每行都写",
        page(unscored(ARCHIVE_E, again="level"), right=1),
        wanted=unscored_wanted(ARCHIVE_E),
    )
    yield _with_gaps()


_GAPS = goals("""
  产出指标 | 数量指标 | 购置课桌 | 200套 | 200套
  产出指标 | 数量指标 |  |  |
  产出指标 | 质量指标 | 验收合格率 | 100% | 100%
  产出指标 | 时效指标 |  |  |
  产出指标 | 成本指标 | 单价 | ≤300元 | 285元
  效益指标 | 经济效益指标 |  |  |
  效益指标 | 社会效益指标 | 改善办学条件 | 明显改善 |
  效益指标 | 生态效益指标 |  |  |
  满意度指标 | 服务对象满意度指标 | 学生满意度 | ≥90% | 94%
""")


def _with_gaps() -> Case:
    """A row with levels and nothing else is no indicator: it may come or be left out."""
    drawn = page(unscored(evolve(CANTEEN, goals=_GAPS)))
    wanted = unscored_wanted(evolve(CANTEEN, goals=_GAPS))
    return book("无分值表，中间有空的指标行", drawn, wanted=wanted)


def _cut() -> Iterator[Case]:
    rows, parts = many(60), []
    header = "年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | < | 年初目标值（A） | 实际完成值（B）"
    for start in range(0, 60, 15):
        parts += [header] if start else []
        parts.append(table(rows[start : start + 15], COLUMNS, before="^"))
    work = evolve(WATER_E, goals=rows)
    yield book(
        "六十行指标，每页重印表头，合并在分页处断开",
        page(unscored(work, rows=lines(*parts))),
        wanted=unscored_wanted(work),
    )
