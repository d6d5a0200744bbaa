"""What a text gives away: reasons, prompts of a template, brackets, words said twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.checks.prose import doubled, is_reason, leftover, unpaired


@pytest.mark.parametrize(
    "text",
    [
        "2023年未搬迁导致未发生搬迁相关的费用，故存在偏差",
        "合同跨年",
        "无偏差，执行率低是因为合同跨年",
        "因疫情未完成",
        "无法开展线下培训",
        "未按计划完成",
        "项目已完成，资金结余",
        "部分完成，尾款未付",
        "完成招标时间较晚",
    ],
)
def test_a_reason_says_why(text: str) -> None:
    """However short, as long as it says something."""
    assert is_reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "无", "无。", "略", "同上", "见上", "／", "——", "无、无、无", "见附件", "不涉及",
        "不存在偏差", "无偏差情况。", "没有明显偏差", "各项指标均已完成目标", "已完成年度绩效目标",
        "均无较大偏差", "已按期完成任务", "各项目标均达到预期", "完成情况良好", "无偏差，无需改进",
        "本年度绩效目标全部完成", "均已完成，不存在偏差", "项目完成情况较好。", "年度指标全部达成",
    ],
)  # fmt: skip
def test_what_explains_nothing_is_no_reason(text: str) -> None:
    """Nor is a denial, where something was missed."""
    assert not is_reason(text)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("（100字以内）", "（100字以内）"),
        ("简述完成情况(不超过500字)", "(不超过500字)"),
        ("200字左右", "200字左右"),
        ("指标2", "指标2"),
        ("指标1：", "指标1："),
        ("三级指标1", "三级指标1"),
        ("例：培训人次", "例："),
        ("待补充", "待补充"),
        ("改进措施（选填）", "（选填）"),
        ("……", "……"),
        ("XX项目", "XX"),
        ("由××公司承办", "××"),
        ("支出增加（减少）5万元", "增加（减少）"),
        ("（填写完成情况）", "（填写完成情况）"),
        ("目标1：\n目标2：\n……", "目标1："),
        ("年   月   日", "年   月   日"),
        ("实施单位：____", "____"),
    ],
)
def test_a_prompt_is_found(text: str, prompt: str) -> None:
    """As it stands in the forms that are handed out."""
    assert leftover(text) == prompt


@pytest.mark.parametrize(
    "text",
    [
        "指标完成情况良好", "撰写100字以内简讯", "采购XXL号10件", "MAXX系统", "3×4米展板",
        "目标1：完成改造", "2024年4月23日", "增加5万元", "二〇二三年", "等等……已全部完成",
        "微信公众号推文800字左右12篇",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_prompt_is_left_alone(text: str) -> None:
    """Real words of real sheets."""
    assert leftover(text) == ""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("自助办”提升灵活度", "“”"),
        ("“一网通办", "“”"),
        ("“一网通办“", "“”"),
        ("（合同跨年", "（）"),
        ("依据《办法第三条", "《》"),
        ("【重点工作", "【】"),
        ("“甲（乙", "“”、（）"),
    ],
)
def test_the_missing_half_is_named(text: str, kinds: str) -> None:
    """By the pair that it belongs to."""
    assert unpaired(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "“一网通办”（试点）《办法》", "1）甲；2）乙", "1)甲 a)乙", "一）甲", "主要有1）甲2）乙",
        "（1）甲", "（半角收尾)", "关于印发《〈方案〉》的通知", "鄂财绩发〔2020〕3号",
        "“双千‘包保’”", "Int’l", "【重点】", "",
    ],
)  # fmt: skip
def test_pairs_and_numbered_items_are_left_alone(text: str) -> None:
    """Whatever their width, nested or not."""
    assert unpaired(text) == ""


@given(st.text("甲乙1 ，"), st.sampled_from(["“”", "（）", "《》", "【】", "‘’"]))
def test_a_paired_text_stays_paired_inside_a_pair(inner: str, pair: str) -> None:
    """And lacks exactly that half when one is taken away."""
    assert unpaired(f"{pair[0]}{inner}{pair[1]}") == ""
    assert unpaired(f"{pair[0]}{inner}") == pair


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("2023年年度招商", "年年度"),
        ("年度年度计划", "年度年度"),
        ("我们的的工作", "的的"),
        ("完成了了工作", "了了"),
        ("5万元元", "元元"),
        ("95%%", "%%"),
        ("跨年，，尾款", "，，"),
        ("完成。，其他", "。，"),
    ],
)
def test_a_word_said_twice_is_found(text: str, twice: str) -> None:
    """With what goes before it, where that tells."""
    assert twice in doubled(text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年年底", "2023年年初", "历年年报", "达到目的的要求", "的的确确", "为了了解情况",
        "祥和和谐", "存在在建项目", "人人参与", "等……。", "平和和气", "天天向上", "，", "等等。",
    ],
)  # fmt: skip
def test_words_that_are_rightly_doubled_are_left_alone(text: str) -> None:
    """They are Chinese."""
    assert doubled(text) == ""


@pytest.mark.parametrize(
    "prompt",
    [
        "（100字以内）", "(不超过200字)", "100字左右", "XX", "xxx", "××", "＊＊", "**", "○○",
        "指标2：", "目标1：", "……", "...", "。。。", "增加（减少）", "减少（增加）",
        "增长（下降）", "下降（增长）", "增加/减少", "（填写名称）", "（请填写名称）",
        "请填写", "此处填写", "在此填写", "请在此",
        "（请说明原因）", "年 月 日", " 年月日", "___", "＿＿＿",
    ],
)  # fmt: skip
def test_every_sort_of_prompt_is_found(prompt: str) -> None:
    """Alone in its cell, and most of them among other words, too."""
    assert leftover(prompt) == prompt.strip()


@pytest.mark.parametrize(
    "slip",
    [
        "2023年年度", "年度年度", "的的", "了了", "和和", "在在", "5元元", "元万元",
        "万万元", "万元元", "%%", "％％", "，，", "。。", "；；", "：：", "、、", "，。", "。，",
        "；。", "，；", "、。", "、，",
    ],
)  # fmt: skip
def test_every_sort_of_doubling_is_found(slip: str) -> None:
    """Words, units and marks."""
    assert doubled(f"甲{slip}乙") != ""
