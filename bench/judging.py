"""How many distinct pairs of target and actual are judged in a second, sentence included."""

import time

from bench.figures import Figure, at_least, in_turns
from selfeval_tui.text import judge

ROUNDS = 9
GOAL = 8000
SHAPES = (
    ("窗口受理人员数", "{n}人", "{m}人"),
    ("人员被投诉次数", "≤{n}次", "{m}次"),
    ("验收合格率", "≥{p}%", "{q}%"),
    ("预算控制数", "{n}.5万元", "{m}2755.15元"),
    ("系统故障率", "故障率≤{p}%", "故障率≤{p}%"),
    ("中央空调清洗数量", "{n}次", "不足{n}次"),
    ("设备购置", "≧{n}台", "{m}台电脑{n}台打印机"),
    ("完成时间", "{month}月底前", "{month}月{n}日"),
    ("资金结算及时性", "按第{n}号合同约定方式及时间结算", "按第{n}号合同约定方式及时间结算"),
    ("专家评审参与时间", "{n}小时/次", "{m}小时/次"),
)


def run() -> list[Figure]:
    """Judge pairs that never repeat within a round, so that no cache can answer."""
    pairs = _pairs(4000)
    (sample,) = in_turns([lambda: _rate(pairs)], ROUNDS)
    return [at_least("distinct pairs judged, with their sentence", sample, "/s", GOAL)]


def _pairs(count: int) -> list[tuple[str, str, str]]:
    pairs = []
    for number in range(1, count + 1):
        shape = SHAPES[number % len(SHAPES)]
        slots = {
            "n": number, "m": number + 3, "p": number / 100, "q": number / 90,
            "month": number % 12 + 1,
        }  # fmt: skip
        pairs.append((shape[0], shape[1].format(**slots), shape[2].format(**slots)))
    return pairs


def _rate(pairs: list[tuple[str, str, str]]) -> float:
    begin = time.process_time()
    sentences = [judge(target, actual, indicator=name).why for name, target, actual in pairs]
    spent = time.process_time() - begin
    return len(sentences) / spent
