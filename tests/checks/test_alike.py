"""Names that were probably meant to be the same."""

import pytest

from selfeval_tui.checks.alike import meant, other_spelling

STANDARD = ("信息化建设情况", "政府采购执行率", "公用经费控制率", "绩效目标合理性", "满意度")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("某某区行政审批局", "某某区行政审批局本级"),
        ("葛店经济技术开发区行政审批局", "鄂州葛店经济技术开发区行政审批局"),
        ("某某区文化旅游局", "某某区文化和旅游局"),
    ],
)
def test_two_spellings_of_one_body(one: str, other: str) -> None:
    """Whichever comes first."""
    assert other_spelling(one, other)
    assert other_spelling(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("某某区教育局", "某某区教育局"),
        ("某某区教育局", "某某区财政局"),
        ("某某区第一小学", "某某区第二小学"),
        ("某某区城东小学", "某某区城西小学"),
        ("某某区人民法院", "某某区人民检察院"),
        ("某某区行政审批局", "某某区行政审批局信息中心"),
        ("甲局", "乙局"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    """Numbers, directions and other bodies tell them apart."""
    assert not other_spelling(one, other)
    assert not other_spelling(other, one)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("信息化建设情发生率况", "信息化建设情况"),
        ("政府采购行执率", "政府采购执行率"),
        ("政府采执行率", "政府采购执行率"),
        ("公用经费控控制率", "公用经费控制率"),
        ("信息化建设情况", ""),
        ("三公经费控制率", ""),
        ("绩效目标设置合理性", ""),
        ("绩效目标的合理性", ""),
        ("信息化建设完成情况", ""),
        ("政府采购执行率较高", ""),
        ("群众满意度", ""),
    ],
)
def test_a_slip_of_the_hand(text: str, name: str) -> None:
    """Characters exchanged, lost or thrown in; a name with another word is another name."""
    assert meant(text, STANDARD) == name
