"""The units clerks write, by kind: one table, and conversion inside a kind only."""

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from selfeval_tui.text.numerals import MULTIPLIERS


class Kind(StrEnum):
    """What a unit measures; amounts of two kinds are never compared."""

    money = "money"
    ratio = "ratio"
    days = "days"
    workdays = "workdays"
    months = "months"
    length = "length"
    area = "area"
    volume = "volume"
    mass = "mass"
    energy = "energy"
    power = "power"
    data = "data"
    score = "score"
    times = "times"
    grade = "grade"
    physical = "physical"
    person = "person"
    visit = "visit"
    event = "event"
    firm = "firm"
    device = "device"
    paper = "paper"
    place = "place"
    line = "line"
    case = "case"
    plant = "plant"
    animal = "animal"
    sheet = "sheet"
    item = "item"
    scale = "scale"


@frozen
class Unit:
    """A unit: its name as written, what it measures, and its size in the kind's base unit."""

    name: str
    kind: Kind
    factor: Decimal


# Each word, then `=` and its size in the base unit of the kind where that is not 1.
# Months and days are two kinds: a month has no fixed number of days.
_TABLE: dict[Kind, str] = {
    Kind.money: """
        元 块 块钱 人民币 圆 角=0.1 百元=100 千元=1000 万元=10000 十万元=100000 百万元=1000000
        千万元=10000000 亿元=100000000 万块=10000 元人民币 万元人民币=10000
    """,
    Kind.ratio: "%=1 ‰=0.1 个百分点=1 百分点=1 百分比=1 成=10 个千分点=0.1 千分点=0.1",
    Kind.days: """
        天=86400000 日=86400000 个日历日=86400000 日历日=86400000 自然日=86400000 个自然日=86400000
        周=604800000 个星期=604800000 星期=604800000 小时=3600000 个小时=3600000 h=3600000 H=3600000
        分钟=60000 min=60000 秒=1000 秒钟=1000 s=1000 ms=1 毫秒=1
    """,
    Kind.workdays: "工作日 个工作日 个工作天 工作天",
    Kind.months: """
        个月 月 月份 季度=3 个季度=3 季=3 年=12 周年=12 个年度=12 年度=12 学期=6 个学期=6 个整月
    """,
    Kind.length: """
        米 m 公尺 延米 延长米 公里=1000 千米=1000 km=1000 KM=1000 Km=1000 里=500 华里=500 厘米=0.01
        cm=0.01 毫米=0.001 mm=0.001 海里=1852
    """,
    Kind.area: """
        亩 市亩 公顷=15 平方公里=1500 平方千米=1500 km2=1500 平方米=0.0015 平米=0.0015 m2=0.0015
        M2=0.0015 平方=0.0015 平=0.0015 公亩=0.15
    """,
    Kind.volume: """
        立方米 m3 M3 立方 方 土方 升=0.001 L=0.001 毫升=0.000001 ml=0.000001 mL=0.000001
    """,
    Kind.mass: """
        千克 公斤 kg KG Kg 吨=1000 t=1000 T=1000 克=0.001 g=0.001 斤=0.5 毫克=0.000001 mg=0.000001
        微克=0.000000001 μg=0.000000001 吨标准煤=1000 吨标煤=1000
    """,
    Kind.energy: "度 千瓦时 kWh KWh kwh KWH 度电",
    Kind.power: "千瓦 kW KW kw 瓦=0.001 W=0.001 兆瓦=1000 MW=1000 千伏安 kVA KVA",
    Kind.data: """
        兆 M M兆 Mb MB Mbps mbps Mbit/s 兆/秒 G=1000 GB=1000 Gb=1000 Gbps=1000 T字节=1000000
        TB=1000000
    """,
    Kind.score: "分",
    Kind.times: "倍",
    Kind.grade: "级 类 等 星 星级 等级 A级",
    Kind.physical: "℃ °C 分贝 dB db 摄氏度 伏 kV KV 千伏 Hz 转 帕 兆帕 MPa",
    Kind.person: "人 名 位 个人 人员 人数 员 口 人口 名学生",
    Kind.visit: "人次 人次数 人·次 人日 人天",
    Kind.event: """
        次 场 期 场次 回 届 轮 趟 批 批次 班次 次数 遍 节 节次 课时 学时 课 堂 站次 班 期次 车次
        架次 航次 台次 件次 户次 家次 项次 例次 头次 人期 艘次 条次 点次 轮次 季次 天次
    """,
    Kind.firm: "家 户 户数 家企业 户企业 户家庭 所",
    Kind.device: "台 套 辆 部 架 艘 台套 台件 台/套 台(套) 台辆 把 组 门 具 盏 副 台架",
    Kind.paper: "份 本 册 篇 期刊 部份 封 则 稿 卷 万字 字",
    Kind.place: """
        处 座 栋 幢 间 村 镇 乡 社区 站 点 口井 眼 孔 片 区 县 市 街道 小区 平台 个点 地块
    """,
    Kind.line: "条 段 根 路 线",
    Kind.case: "件 起 宗 例 案 单 笔 桩 例数 起数",
    Kind.plant: "株 棵",
    Kind.animal: "头 只 羽 匹 条鱼 尾 头只 头份",
    Kind.sheet: "张 块板 幅 面 块 枚 顶 双 瓶 盒 箱 桶 袋 包 支 颗 盆 床",
    Kind.item: """
        个 项 种 款 个/项 样 类别 个数 项目 个项目 项数 号 席 格 步 岗 包次 份额 支队伍 支队
    """,
}


def _units() -> dict[str, Unit]:
    units = {}
    for kind, words in _TABLE.items():
        for word in words.split():
            name, _, size = word.partition("=")
            units[name] = Unit(name, kind, Decimal(size or 1))
    return units


UNITS = _units()
# One name for each divisor: 元/m2 is 元/平方米.
PER_NAMES = {
    "m2": "平方米", "平米": "平方米", "平方": "平方米", "m3": "立方米", "立方": "立方米",
    "方": "立方米",
    "km2": "平方公里", "平方千米": "平方公里", "千米": "公里", "km": "公里", "日": "天",
    "年度": "年", "名": "人", "学生": "生", "个月": "月", "t": "吨", "H": "小时", "h": "小时",
}  # fmt: skip
_LONGEST = max(map(len, UNITS))
_PREFIX_LENGTHS = (2, 1)

# A general word (Kind.item) counts anything but people: 12个 may be 12场 or 12家.
COUNTS = frozenset(
    {
        Kind.person, Kind.event, Kind.firm, Kind.device, Kind.paper, Kind.place, Kind.line,
        Kind.case, Kind.plant, Kind.animal, Kind.sheet, Kind.item,
    }
)  # fmt: skip


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that starts at a position of folded text, and where it ends.

    A multiplier may stand before it (万人, 亿斤) or alone (3万).
    """
    found = _plain_unit(text, position)
    if found:
        return found
    for length in _PREFIX_LENGTHS:
        prefix = text[position : position + length]
        if prefix in MULTIPLIERS and len(prefix) == length:
            return _prefixed(text, position, prefix)
    return None


def unit_named(name: str) -> Unit | None:
    """The unit a whole name stands for, or None."""
    found = unit_at(name, 0)
    return found[0] if found and found[1] == len(name) else None


def comparable(one: Kind, other: Kind) -> bool:
    """Whether amounts of two kinds may be compared: one kind, or 个 and another count word."""
    if one is other:
        return True
    if Kind.person in (one, other):
        return False
    return one in COUNTS and other in COUNTS and Kind.item in (one, other)


def convert(number: Decimal, from_unit: str, to_unit: str) -> Decimal | None:
    """Express an amount in another unit of the same kind.

    Args:
        number: The amount in `from_unit`.
        from_unit: A unit as written, such as 元.
        to_unit: A unit as written, such as 万元.

    Returns:
        The amount in `to_unit`, or None when a unit is unknown or the kinds differ.
    """
    if from_unit == to_unit:
        return number
    source, wanted = unit_named(from_unit), unit_named(to_unit)
    if source is None or wanted is None or not comparable(source.kind, wanted.kind):
        return None
    return number * source.factor / wanted.factor


def _plain_unit(text: str, position: int) -> tuple[Unit, int] | None:
    for end in range(min(len(text), position + _LONGEST), position, -1):
        unit = UNITS.get(text[position:end])
        if unit:
            return unit, end
    return None


def _prefixed(text: str, position: int, prefix: str) -> tuple[Unit, int]:
    start = position + len(prefix)
    base = _plain_unit(text, start)
    if base is None:
        return Unit(prefix, Kind.scale, MULTIPLIERS[prefix]), start
    unit, end = base
    return Unit(text[position:end], unit.kind, MULTIPLIERS[prefix] * unit.factor), end
