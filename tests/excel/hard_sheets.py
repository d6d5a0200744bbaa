"""Sheets that are hard to print: long names, many rows, texts over a page, endless words."""

from selfeval_tui.sheet import Sheet
from tests.excel.build import REASON, project, with_money, with_rows

MEASURES = "改进措施及结果应用方案"
UNIT = "某市某区行政审批局（含所属事业单位政务服务中心）"
NAME_OF_60 = (
    "某经济技术开发区政务服务中心新市民中心日常运转及创建全国文明城市工作和信息化"
    "运行维护保障专项经费（二期第一批）项目支出"
)
POINTS = "".join(
    f"第{each}点，因搬迁推迟（含2次消杀），全年支出{each}.44万元，比上年增长{each}.5%；"
    for each in range(1, 100)
)
"""Sentences that no two are alike: what is lost is missed."""

_LEVELS = (
    ("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标"), 9),
    ("效益指标", ("经济效益指标", "社会效益指标", "生态效益指标"), 6),
    ("满意度指标", ("服务对象满意度指标",), 6),
)
_THIRD = (
    "保障政务服务中心日常运转及创建文明城市工作次数",
    "办件量",
    "“一网通办”平台接口改造完成率",
    "采购成本控制率",
)
_VALUES = (
    ("按时完成全部标段验收并移交", "已完成，其中第二标段延后12天"),
    ("≥95%", "96.5%"),
    ("≤3次", "不足3次"),
    ("≥95%", "100%"),
    ("不超过121926.11元", "98765.43元"),
)


def long_name() -> Sheet:
    """A project's name of 60 characters, which the title repeats."""
    fields = {"项目名称": NAME_OF_60, "单位名称": UNIT, "主管部门": UNIT, "项目实施单位": UNIT}
    return with_money(project(**fields), "121926.11", "98765.43", "81%")


def sixty_rows() -> Sheet:
    """60 indicators; the groups of the first two levels are cut by page ends."""
    levels = [
        (first, second)
        for first, seconds, count in _LEVELS
        for second in seconds
        for _ in range(count)
    ]
    rows = [
        (first, second, f"{_THIRD[index % 4]}（第{index + 1}项）", *_VALUES[index % 5])
        for index, (first, second) in enumerate(levels)
    ]
    return with_money(with_rows(project(附件号="附件1-2"), *rows), "20", "5.44")


def long_reasons() -> Sheet:
    """A reason over a page, and measures that fill a row as high as rows may be."""
    fields = {"附件号": "附件1-3", REASON: POINTS[:2600], MEASURES: POINTS[:900]}
    return with_rows(project(**fields), ("产出指标", "数量指标", "甲", "1", "1"))


def wide_words() -> Sheet:
    """Words and addresses that no column holds, and line breaks of the clerk's own."""
    return with_rows(
        project(附件号="附件1-4"),
        ("产出指标", "数量指标", "LibreOffice-WPS兼容测试完成率（Pass/Total）",
         "≥1000000000000次", "1234567890123.45万元"),
        ("产出指标", "质量指标", "www.example.com/portal/index访问成功率",
         "https://example.com/a/very/long/path/that/never/ends", "HTTP200"),
        ("效益指标", "社会效益指标", "服务Supercalifragilisticexpialidocious满意度",
         "达到≥95%", "96%"),
        ("满意度指标", "服务对象满意度指标", "满意度\n（问卷）\n（电话）\n（现场）", "≥90%", "91%"),
    )  # fmt: skip


def long_cells() -> Sheet:
    """A target over three pages beside an actual over two."""
    long = ("产出指标", "数量指标", "内容" * 60, "目标" * 350, "实际" * 150)
    return with_rows(project(附件号="附件1-5"), long, ("产出指标", "质量指标", "甲", "1", "1"))


def hard_sheets() -> tuple[Sheet, ...]:
    """All of them."""
    return long_name(), sixty_rows(), long_reasons(), wide_words(), long_cells()
