"""The forms of several provinces, drawn as their units fill them."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from tests.files.foreign.language import lines
from tests.files.foreign.wanted import Goal, Money, Wanted
from tests.files.foreign.works import Work

E_FORM, H_FORM, M_FORM = "ezhou-gedian/project", "hubei/project", "mof-2020/project"
NONE = Money()


def table(
    goals: Sequence[Goal], columns: Sequence[str], *, before: str = "", again: str = "^"
) -> str:
    """Rows of indicators in the columns' order.

    `before` is what stands left of the first row; `again` what a level's cell holds where the
    level above goes on: `^` where it is merged, nothing where only the first row is filled, and
    `level` where each row repeats it.
    """
    drawn = []
    for number, goal in enumerate(goals):
        above = goals[number - 1] if number and again != "level" else Goal()
        cells = [_cell(goal, above, column, again) for column in columns]
        side = [before if not number else "^"] if before else []
        drawn.append(" | ".join(side + cells))
    return lines(*drawn)


def _cell(goal: Goal, above: Goal, column: str, again: str) -> str:
    if column in {"<", ""}:
        return column
    same = goal.level1 == above.level1 and bool(goal.level1)
    if same and (column == "level1" or (column == "level2" and goal.level2 == above.level2)):
        return again
    text: str = getattr(goal, column)
    figure = column in {"weight", "score"} and text.replace(".", "").isdigit()
    return f"#{text}" if figure else text.replace("\n", "⏎")


def money(work: Work, name: str) -> Money:
    """A row of the money table; empty where the project has none."""
    return work.money.get(name, NONE)


def amounts(row: Money, *names: str) -> str:
    """Cells of a row of money; figures are stored as numbers, rates as percent."""
    return " | ".join(_amount(getattr(row, name)) for name in names)


def _amount(text: str) -> str:
    if text.endswith("%"):
        digits = len(text[:-1].partition(".")[2])
        ratio = f"{float(text[:-1]) / 100:.{digits + 2}f}"
        return f"#{ratio}:0{'.' + '0' * digits if digits else ''}%"
    places = len(text.partition(".")[2])
    return f"#{text}:{'0.' + '0' * places if places else 'General'}" if text else ""


def ministry(work: Work, *, title: str = "项目支出绩效自评表", year: str = "（2023年度）") -> str:
    """The sheet of 财预〔2020〕10号: nine columns, weights after the values."""
    whole = amounts(money(work, "合计"), "initial", "budget", "spent", "weight", "rate", "score")
    parts = [
        amounts(money(work, key), "initial", "budget", "spent")
        for key in ("财政拨款", "结转", "其他")
    ]
    return lines(
        f"附件1 {'| < ' * 8}",
        f"{title} {'| < ' * 8}",
        f"{year} {'| < ' * 8}",
        f"项目名称 | < | {work.name} {'| < ' * 6}",
        f"主管部门 | < | {work.department} | < | < | 实施单位 | < | {work.unit} | <",
        "项目资金⏎（万元） | < |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
        f"^ | ^ | 年度资金总额 | {whole}",
        f"^ | ^ | 其中：当年财政拨款 | {parts[0]} | — |  | —",
        f"^ | ^ | 上年结转资金 | {parts[1]} | — |  | —",
        f"^ | ^ | 其他资金 | {parts[2]} | — |  | —",
        "年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <",
        f"^ | {work.goal} | < | < | < | {work.done} | < | < | <",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
        " | 偏差原因分析及改进措施",
        table(work.goals, MINISTRY, before="^"),
        "总分 | < | < | < | < | < | 100 | #93.5 | ",
    )


MINISTRY = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason")


def ministry_wanted(work: Work) -> Wanted:
    """What must arrive from the sheet of the ministry."""
    return Wanted(
        work.goals,
        form=M_FORM,
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "单位": work.unit,
            "预期目标": work.goal,
            "实际完成情况": work.done,
            "总分": "93.5",
            "年度": "2023",
        },
        money=work.money,
    )


def plain_head(work: Work, width: int, ticks: Iterable[str], split: int = 4) -> str:
    """项目名称, 主管部门 and the three lines of ticks, over a width of columns."""
    rest = "| < " * (width - 3)
    names = ("项目类别", "项目属性", "项目类型")
    return lines(
        f"项目名称 | < | {work.name} {rest}",
        f"主管部门 | < | {work.department} {'| < ' * (split - 3)} | 项目实施单位 | {work.unit}"
        f" {'| < ' * (width - split - 2)}",
        *(f"{name} | < | {tick} {rest}" for name, tick in zip(names, ticks, strict=True)),
    )


TICKS = (
    "1、部门预算项目 ☑ 2、市直专项 □ 3、市对下转移支付项目 □",
    "1、持续性项目 □ 2、新增性项目 ☑",
    "1、常年性项目 ☑ 2、延续性项目 □ 3、一次性项目 □",
)
TICKED = {"项目类别": "部门预算项目", "项目属性": "新增性项目", "项目类型": "常年性项目"}


def unscored(
    work: Work,
    *,
    ticks: Sequence[str] = TICKS,
    columns: Sequence[str] = ("level1", "level2", "name", "<", "target", "actual"),
    header: str = "一级指标 | 二级指标 | 三级指标 | < | 年初目标值（A） | 实际完成值（B）",
    again: str = "^",
    rows: str = "",
) -> str:
    """The sheet without scores, seven columns, as a unit of another district draws it."""
    whole = money(work, "合计")
    return lines(
        f"附件1-6 {'| < ' * 6}",
        f"2023年度{work.name}自评表 {'| < ' * 6}",
        f"单位名称：{work.unit} {'| < ' * 6}",
        f"填报日期：2024年4月23日 {'| < ' * 6}",
        plain_head(work, 7, ticks),
        "预算执行情况（万元） | < |  | 预算数（A） | < | 执行数（B） | 执行率（B/A）",
        f"^ | ^ | 年度财政资金总额 | {amounts(whole, 'budget')} | <"
        f" | {amounts(whole, 'spent', 'rate')}",
        f"年度绩效目标 | {header}",
        rows or table(work.goals, columns, before="^", again=again),
        f"偏差大或目标未完成原因分析 | < | {work.reason} {'| < ' * 4}",
        f"改进措施及结果应用方案 | < | {work.improvement} {'| < ' * 4}",
        f"备注：⏎1.预算数为调整后财政资金总额。⏎2.满意度指标暂可不作为必评指标。 {'| < ' * 6}",
    )


def unscored_wanted(work: Work) -> Wanted:
    """What must arrive from the sheet without scores."""
    return Wanted(
        work.goals,
        form=E_FORM,
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "项目实施单位": work.unit,
            "单位名称": work.unit,
            "日期": "2024年4月23日",
            "原因": work.reason,
            "改进": work.improvement,
            "附件号": "附件1-6",
            # It may stay blank: it is made of the year and the name.
            "标题": f"2023年度{work.name}自评表¦",
            "年度": "2023",
            **TICKED,
        },
        money={"合计": _without_weight(work)},
    )


def _without_weight(work: Work) -> Money:
    whole = money(work, "合计")
    return Money("", whole.budget, whole.spent, whole.rate)


@frozen
class Block:
    """One numbered goal of the scored sheet."""

    label: str
    goals: tuple[Goal, ...]


def hubei(work: Work, blocks: Sequence[Block], *, ticks: Sequence[str]) -> str:
    """The scored sheet of 湖北: the weights stand in the labels."""
    whole = money(work, "合计")
    head = "一级指标 | 二级指标 | 三级指标 | < | 年初目标值（A） | 实际完成值（B） | 得分"
    columns = ("level1", "level2", "name", "<", "target", "actual", "score")
    return lines(
        f"2023年度{work.name}自评表 {'| < ' * 7}",
        f"单位名称：{work.unit} | < | < | < | < | 填报日期：2024-03-15 | < | <",
        plain_head(work, 8, ticks),
        "预算执行情况（万元）（20分） | < |  | 预算数（A） | < | 执行数（B） | 执行率（B/A）"
        " | 得分（20分*执行率）",
        f"^ | ^ | 年度财政资金总额 | {amounts(whole, 'budget')} | <"
        f" | {amounts(whole, 'spent', 'rate', 'score')}",
        *(
            lines(f"{block.label} | {head}", table(block.goals, columns, before="^"))
            for block in blocks
        ),
        f"总分 {'| < ' * 6} | #95.4",
        f"偏差大或目标未完成原因分析 | < | {work.reason} {'| < ' * 5}",
        f"改进措施及结果应用方案 | < | {work.improvement} {'| < ' * 5}",
        f"备注：⏎1.预算执行情况口径：预算数为调整后财政资金总额。 {'| < ' * 7}",
    )


def hubei_wanted(work: Work, blocks: Sequence[Block]) -> Wanted:
    """What must arrive from the scored sheet of 湖北."""
    whole = money(work, "合计")
    return Wanted(
        tuple(goal for block in blocks for goal in block.goals),
        form=H_FORM,
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "项目实施单位": work.unit,
            "单位名称": work.unit,
            "日期": "2024-3-15",
            "总分": "95.4",
            "原因": work.reason,
            "改进": work.improvement,
        },
        money={"合计": Money("", whole.budget, whole.spent, whole.rate, "", whole.score)},
    )
