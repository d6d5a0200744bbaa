"""What the screen shows beside a cell: reading, direction, sentence."""

import json
from decimal import Decimal

import pytest

from selfeval_tui.text import (
    Confidence,
    Direction,
    DirectionSource,
    Operator,
    VerdictCode,
    judge,
    read_actual,
    read_target,
)


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("≦3次", "≤ 3 次 · 越低越好"),
        ("不低于９５％", "≥ 95% · 越高越好"),
        ("控制在20万元以内", "≤ 20 万元 · 越低越好"),
        ("=100%", "= 100% · 等于"),
        ("10-20人", "10–20 人 · 越高越好"),
        ("5人/每次", "5 人/次 · 越高越好"),
        ("每亩300", "300/亩 · 越高越好"),
        ("约30人", "约 30 人 · 越高越好"),
        ("1台电脑4台打印机", "1 台、4 台 · 越高越好"),
        ("2023年12月底前", "截止 2023-12-31"),
        ("12月底前", "截止 12-31"),
        ("2023年12月", "2023-12"),
        ("第四季度", "10-01–12-31"),
        ("效果显著", "定性"),
        ("不涉及", "不涉及"),
        ("", "未填"),
    ],
)
def test_a_target_is_shown_as_it_was_understood(target: str, shown: str) -> None:
    """读作 … stands under the cell."""
    assert read_target(target, indicator="数量").describe() == shown


@pytest.mark.parametrize(
    ("target", "indicator", "direction", "source"),
    [
        ("≥95%", "投诉率", Direction.higher, DirectionSource.comparator),
        ("3次", "投诉次数", Direction.lower, DirectionSource.indicator),
        ("100%", "故障修复率", Direction.higher, DirectionSource.indicator),
        ("12次", "甲", Direction.higher, DirectionSource.default),
        ("300元/人", "补助标准", Direction.equal, DirectionSource.indicator),
        ("显著", "效果", Direction.none, DirectionSource.default),
    ],
)
def test_a_direction_says_where_it_comes_from(
    target: str, indicator: str, direction: Direction, source: DirectionSource
) -> None:
    """Comparator first, then the indicator's meaning, then the default."""
    reading = read_target(target, indicator=indicator)
    assert (reading.direction, reading.direction_source) == (direction, source)


def test_the_clerk_overrules_the_direction() -> None:
    """F7 on a row: 越低越好 for what the program took for higher."""
    assert judge("12次", "10次", indicator="甲").code is VerdictCode.missed
    verdict = judge("12次", "10次", indicator="甲", direction=Direction.lower)
    assert verdict.code is VerdictCode.met
    assert verdict.target.direction_source is DirectionSource.clerk


def test_an_unclear_direction_is_unsure() -> None:
    """Money without a word on cost or income."""
    assert read_target("50万元", indicator="甲").confidence is Confidence.unsure
    assert read_target("≤50万元", indicator="甲").confidence is Confidence.sure


def test_a_reading_is_plain_data_for_json() -> None:
    """Decimals become strings, nothing else is lost."""
    data = read_actual("18.50万元", target=read_target("≤20万元")).as_json()
    assert json.loads(json.dumps(data)) == data
    assert data["quantities"] == [
        {
            "operator": "bare",
            "value": "18.5",
            "high": None,
            "unit": "万元",
            "kind": "money",
            "per": "",
        }
    ]


def test_over_500_characters_is_prose() -> None:
    """A long text holds figures by chance."""
    assert read_actual("完成12次。" * 100).operator is Operator.qualitative


@pytest.mark.parametrize(
    ("indicator", "target", "actual", "sentence"),
    [
        (
            "预算控制数",
            "121926.11元",
            "182755.15元",
            "实际 18.275515万元 > 目标 12.192611万元，超出 49.9%，未达到年初目标",
        ),
        ("公用经费控制率", "≦100%", "69%", "实际 69% ≤ 目标 100%，达到年初目标"),
        ("完成率", "100%", "17%", "实际 17% < 目标 100%，相差 83 个百分点，未达到年初目标"),
        ("次数", "12次", "9次", "实际 9次 < 目标 12次，完成目标的 75%，未达到年初目标"),
        ("次数", "≥10次", "15次", "实际 15次 ≥ 目标 10次，超出 50%，达到年初目标（超出较多）"),
        ("预算调整率", "0%", "33%", "实际 33% > 目标 0%，相差 33 个百分点，未达到年初目标"),
        ("次数", "12次", "不足12次", "实际 <12次，目标 12次，未达到年初目标"),
        ("人数", "10-20人", "25人", "实际 25人 不在目标 10–20人 之间，请自行判断"),
        ("人数", "10-20人", "8人", "实际 8人 不在目标 10–20人 之间，未达到年初目标"),
        ("人数", "10-20人", "15人", "实际 15人 在目标 10–20人 之间，达到年初目标"),
        ("收入", "1-2万元", "15000元", "实际 1.5万元 在目标 1–2万元 之间，达到年初目标"),
        ("满意度", "90%-95%", "97%", "实际 97% 高于目标 90–95%，达到年初目标"),
        ("投诉次数", "0-5次", "6次", "实际 6次 不在目标 0–5次 之间，未达到年初目标"),
        ("受益人数", "约1200人", "1105人", "实际 1105人 与目标 约1200人 不同，请自行判断"),
        ("次数", "≥12次", "已完成", "目标是数值，实际只写“已完成”，未见实际数，请自行判断"),
        (
            "时间",
            "2023年6月底前",
            "2023年8月",
            "实际“2023年8月”晚于目标“2023年6月底前”，未达到年初目标",
        ),
    ],
)
def test_the_sentence_shows_the_arithmetic(
    indicator: str, target: str, actual: str, sentence: str
) -> None:
    """A clerk sees at a glance why."""
    assert judge(target, actual, indicator=indicator).why == sentence


@pytest.mark.parametrize(
    ("target", "actual", "ratio"),
    [
        ("20万元", "50000元", "0.25"),
        ("0%", "33%", None),
        ("10-20人", "15人", None),
        ("12次", "18次", "1.5"),
    ],
)
def test_the_ratio_is_actual_over_target(target: str, actual: str, ratio: str | None) -> None:
    """In the target's unit; none where the target is 0 or a range."""
    assert judge(target, actual).ratio == (None if ratio is None else Decimal(ratio))


def test_the_limit_for_far_exceeded_is_a_parameter() -> None:
    """Provinces ask for a reason from 120 or 130 percent on."""
    assert judge("10次", "12次").code is VerdictCode.met
    assert judge("10次", "12次", exceed_ratio=Decimal("1.2")).code is VerdictCode.exceeded


def test_every_code_has_its_chinese_word() -> None:
    """The words of the form."""
    assert [code.label for code in VerdictCode] == [
        "达到",
        "达到（超出较多）",
        "部分达到",
        "未达到",
        "与目标值相同，未见实际数",
        "请自行判断",
        "不涉及",
        "未填",
    ]
