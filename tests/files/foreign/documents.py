"""Documents (.docx): tables with paragraphs around them, cut, nested, edited, ticked."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from tests.files.foreign.case import Case, paper
from tests.files.foreign.document import Raw, runs
from tests.files.foreign.document import table as table_xml
from tests.files.foreign.families import (
    Block,
    hubei,
    hubei_wanted,
    ministry,
    ministry_wanted,
    plain_head,
    table,
    unscored,
    unscored_wanted,
)
from tests.files.foreign.language import Page, lines, page, shown
from tests.files.foreign.layouts import ARCHIVE_E, CANTEEN_E, COLUMNS, ROAD_E, WATER_E, WEIGHTED
from tests.files.foreign.wanted import Wanted
from tests.files.foreign.works import ARCHIVE, CANTEEN, ROAD, WATER, Work, many


def cases() -> Iterator[Case]:
    """All of them."""
    yield _ministry()
    yield _several()
    yield from _ticks()
    yield _cut_by_paragraph()
    yield _repeated()
    yield _no_merges()
    yield _three_tables()
    yield _edited()
    yield _nested()
    yield _wrapped()
    yield _scored()
    yield _uneven()
    yield _paragraphs()


def body(drawing: str, head: int) -> Page:
    """The table of a drawing without the lines that a document has above it."""
    return page(lines(*shown(drawing).splitlines()[head:]))


def _ministry() -> Case:
    return paper(
        "部颁表，标题和年度在表格上方",
        "附件1",
        "项目支出绩效自评表",
        "（2023年度）",
        body(ministry(ROAD), 3),
        wanted=ministry_wanted(ROAD),
    )


def _several() -> Case:
    works = (ROAD, WATER, ARCHIVE)
    parts: list[str | Page] = ["2023年度项目支出绩效自评情况", "一、总体情况：3个项目均已自评。"]
    for work in works:
        parts += ["项目支出绩效自评表", "（2023年度）", body(ministry(work), 3), ""]
    return paper("一份文档三张表", *parts, wanted=tuple(ministry_wanted(work) for work in works))


def _above(work: Work) -> tuple[str, ...]:
    return (
        "附件1-6",
        f"2023年度{work.name}自评表",
        f"单位名称：{work.unit}",
        "填报日期：2024年4月23日",
    )


def _plain(name: str, work: Work, wanted: Wanted | None = None, ticks: Sequence[str] = ()) -> Case:
    drawn = unscored(work, ticks=ticks) if ticks else unscored(work)
    return paper(name, *_above(work), body(drawn, 4), wanted=wanted or unscored_wanted(work))


_ON_OFF = {
    "内容控件的复选框": ("{sdt:1}", "{sdt:0}"),
    "旧式窗体域的复选框": ("{field:1}", "{field:0}"),
    "插入的Wingdings符号": ("{sym:Wingdings/F0FE}", "{sym:Wingdings/F0A8}"),
    "插入的Wingdings 2符号": ("{sym:Wingdings 2/F052}", "{sym:Wingdings 2/F0A3}"),
}


def _ticks() -> Iterator[Case]:
    for name, (on, off) in _ON_OFF.items():
        ticks = (
            f"1、部门预算项目{on} 2、市直专项{off} 3、市对下转移支付项目{off}",
            f"{off}持续性项目  {on}新增性项目",
            f"1、常年性项目 {on} 2、延续性项目 {off} 3、一次性项目 {off}",
        )
        yield _plain(f"文档的选项：{name}", CANTEEN_E, ticks=ticks)


def _cut_by_paragraph() -> Case:
    rows = shown(unscored(ROAD_E)).splitlines()
    header = next(n for n, line in enumerate(rows) if line.startswith("年度绩效目标"))
    cut = header + 5
    upper, lower = rows[4:cut], rows[cut:]
    # Word leaves the label and the levels behind when a table is cut in two.
    first = lower[0].split(" | ")
    first[:3] = ["年度绩效目标", ROAD_E.goals[4].level1, ROAD_E.goals[4].level2]
    return paper(
        "一张表被一段话切成两截",
        *_above(ROAD_E),
        page(lines(*upper)),
        "（续表）",
        page(lines(" | ".join(first), *lower[1:])),
        wanted=unscored_wanted(ROAD_E),
    )


def _repeated() -> Case:
    """A table for each printed page, each with the header again."""
    rows = many(36)
    header = "年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | < | 年初目标值（A） | 实际完成值（B）"
    parts = [
        lines(header, table(rows[start : start + 12], COLUMNS, before="^"))
        for start in range(0, 36, 12)
    ]
    work = evolve(WATER_E, goals=rows)
    whole = shown(unscored(work, rows=lines(parts[0].split("\n", 1)[1], *parts[1:])))
    drawn = page(lines(*whole.splitlines()[4:]))
    return paper(
        "表头在每页重复，竖向合并在分页处断开",
        *_above(work),
        evolve(drawn, repeated=0),
        wanted=unscored_wanted(work),
    )


def _no_merges() -> Case:
    drawn = unscored(ARCHIVE_E, again="")
    return paper(
        "文档，级别只写在第一行，不合并",
        *_above(ARCHIVE_E),
        body(drawn, 4),
        wanted=unscored_wanted(ARCHIVE_E),
    )


def _three_tables() -> Case:
    """Head, money and indicators are tables of their own under numbered paragraphs."""
    whole = shown(unscored(ROAD_E)).splitlines()
    money = next(n for n, line in enumerate(whole) if line.startswith("预算执行情况"))
    first = next(n for n, line in enumerate(whole) if line.startswith("年度绩效目标"))
    return paper(
        "基本信息、资金、指标各是一张表格",
        *_above(ROAD_E),
        "一、项目基本信息",
        page(lines(*whole[4:money])),
        "二、预算执行情况",
        page(lines(*whole[money:first])),
        "三、绩效目标完成情况",
        page(lines(*whole[first:])),
        wanted=unscored_wanted(ROAD_E),
    )


def _edited() -> Case:
    """What was deleted under 修订 is gone; what was inserted counts; so do controls with text."""
    drawn = shown(unscored(WATER_E))
    changes = (
        (" | 5.2千米", " | {del:6.9千米}{ins:5.2千米}"),
        (f"| < | {WATER_E.name} ", f"| < | {{entered:{WATER_E.name}}} "),
        ("| 96% |", "| {ins:96}% |"),
        ("| 96%", "| {ins:96}%"),
        ("提前备料", "提前{del:采购}备料"),
    )
    for old, new in changes:
        drawn = drawn.replace(old, new)
    return paper(
        "文档里有修订痕迹和文字控件",
        *_above(WATER_E),
        page(lines(*drawn.splitlines()[4:])),
        wanted=unscored_wanted(WATER_E),
    )


def _nested() -> Case:
    """The whole sheet stands in one cell of a frame."""
    inner = table_xml(body(ministry(CANTEEN), 3))
    titles = "".join(f"<w:p>{runs(each)}</w:p>" for each in ("项目支出绩效自评表", "（2023年度）"))
    outer = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
        f"{titles}{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    return paper("整张表套在一个外框表格里", Raw(outer), wanted=ministry_wanted(CANTEEN))


def _wrapped() -> Case:
    """Rows and the whole table stand inside content controls."""
    inner = table_xml(body(ministry(WATER), 3))
    rows = inner.split("<w:tr>")
    rows[3] = "<w:sdt><w:sdtPr/><w:sdtContent><w:tr>" + rows[3].replace(
        "</w:tr>", "</w:tr></w:sdtContent></w:sdt>", 1
    )
    joined = rows[0] + "".join(
        row if row.startswith("<w:sdt>") else f"<w:tr>{row}" for row in rows[1:]
    )
    whole = f"<w:sdt><w:sdtPr/><w:sdtContent>{joined}</w:sdtContent></w:sdt>"
    return paper(
        "表格和行放在内容控件里",
        "项目支出绩效自评表",
        "（2023年度）",
        Raw(whole),
        wanted=ministry_wanted(WATER),
    )


def _scored() -> Case:
    blocks = (Block("年度绩效目标1（80分）", WEIGHTED),)
    ticks = (
        "1、部门预算项目  R  2、省直专项  □  3、省对下转移支付项目  □",
        "1、持续性项目  R  2、新增性项目  □",
        "1、常年性项目  R  2、延续性项目  □  3、一次性项目  □",
    )
    drawn = hubei(CANTEEN, blocks, ticks=ticks)
    wanted = hubei_wanted(CANTEEN, blocks)
    ticked = {"项目类别": "部门预算项目", "项目属性": "持续性项目", "项目类型": "常年性项目"}
    return paper(
        "评分表，文档，标题和单位在上方，R作勾",
        f"2023年度{CANTEEN.name}自评表",
        f"单位名称：{CANTEEN.unit}          填报日期：2024-03-15",
        body(drawn, 2),
        wanted=evolve(wanted, fields={**wanted.fields, **ticked}),
    )


def _uneven() -> Case:
    """Two tables' worth of widths: each row of the document has its own spans."""
    work = ARCHIVE_E
    drawn = lines(
        plain_head(work, 7, ("部门预算项目 √", "新增性项目 √", "常年性项目 √")),
        "预算执行情况（万元） | < |  | 预算数（A） | < | 执行数（B） | 执行率（B/A）",
        "^ | ^ | 年度财政资金总额 | 24.8 | < | 24.8 | 100%",
        "年度绩效目标 | 一级指标 | < | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B）",
        table(work.goals, ("level1", "<", "level2", "name", "target", "actual"), before="^"),
        f"偏差大或目标未完成原因分析 | < | {work.reason} | < | < | < | <",
        f"改进措施及结果应用方案 | < | {work.improvement} | < | < | < | <",
    )
    return paper(
        "文档，一级指标占两格，三级指标占一格",
        *_above(work),
        page(drawn),
        wanted=unscored_wanted(work),
    )


def _paragraphs() -> Case:
    """A cell of several paragraphs, a link, a tab, and rows that begin further right."""
    reason = "一是汛期长；\n二是材料涨价。"
    work = evolve(ROAD, reason="", goals=(evolve(ROAD.goals[0], reason=reason), *ROAD.goals[1:]))
    drawn = shown(ministry(work)).replace(
        "一是汛期长；⏎二是材料涨价。", "一是汛期长；¶二是材料涨价。"
    )
    assert "¶" in drawn
    linked = drawn.replace("| 养护里程 |", "| {link:养护里程} |")
    return paper(
        "单元格里有几段话、超链接，表头设为每页重复",
        "附件1\t\t密级：内部",
        "项目支出绩效自评表",
        "（2023年度）",
        evolve(page(lines(*linked.splitlines()[3:])), repeated=3),
        wanted=ministry_wanted(work),
    )
