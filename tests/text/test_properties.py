"""What must hold for any number and any text."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.text import (
    VerdictCode,
    convert,
    fold,
    format_number,
    judge,
    parse_number,
    read_actual,
    read_target,
    strip_controls,
)

NUMBERS = st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=4)
SIGNED = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=6
)
GLYPHS = {"≥": ["≥", "≧", "⩾", ">=", "＞＝", "＞="], "≤": ["≤", "≦", "⩽", "<=", "＜＝"]}
UNITS = st.sampled_from(["次", "人", "%", "万元", "元", "‰", "平方米", "公里", "小时", ""])
PIECES = st.sampled_from(
    [
        *"≥≤><=约近每/%‰（）()，；。-~至: \n\t",
        *("不低于", "不超过", "以上", "以内", "万元", "次", "人", "百分之", "九十", "余"),
        *("12", "3.5", "1,234", "１２", "2023年", "12月底", "前", "完成12次", "\ud800"),
        *("无", "未", "完成", "达成", "不涉及", "下降", "实际", "由", "其中"),
        *("1万2千", "9成6", "三分之", "1/3", "1小时", "30分", "半", "0", "零"),
    ]
)
CELLS = st.text(max_size=40) | st.lists(PIECES, max_size=12).map("".join)


@given(SIGNED)
def test_a_formatted_number_reads_back(number: Decimal) -> None:
    """What is shown can be typed again."""
    assert parse_number(format_number(number)) == number


@given(NUMBERS, UNITS, st.sampled_from(["≥", "≤", ">", "<", ""]))
def test_a_described_reading_reads_back(number: Decimal, unit: str, sign: str) -> None:
    """`≥ 95%` as shown reads as what it was read from."""
    reading = read_target(f"{sign}{format_number(number)}{unit}", indicator="数量")
    again = read_target(reading.describe().partition(" · ")[0], indicator="数量")
    assert again.quantities == reading.quantities
    assert again.direction is reading.direction


@given(st.integers(0, 10**9), UNITS, st.sampled_from("≥≤"), st.data())
def test_the_way_of_typing_makes_no_difference(
    number: int, unit: str, sign: str, data: st.DataObject
) -> None:
    """Full-width digits, thousands commas, blanks and other glyphs read the same."""
    glyph = data.draw(st.sampled_from(GLYPHS[sign]))
    blank = data.draw(st.sampled_from(["", " ", "\u3000", "\u00a0"]))
    digits = data.draw(
        st.sampled_from([str(number), f"{number:,}", f"{number:,}".replace(",", "，")])
    )
    if data.draw(st.booleans()):
        digits = digits.translate({ord(plain): chr(ord(plain) + 0xFEE0) for plain in "0123456789"})
    plain = read_target(f"{sign}{number}{unit}")
    typed = read_target(f"{glyph}{blank}{digits}{blank}{unit}")
    assert typed.quantities == plain.quantities
    assert typed.text == plain.text


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text is a fixed point."""
    assert fold(fold(text)) == fold(text)


@given(CELLS, CELLS, CELLS, CELLS)
def test_nothing_raises_and_every_verdict_has_a_sentence(
    target: str, actual: str, indicator: str, level2: str
) -> None:
    """Whatever is typed, there is a verdict, a sentence and a reading."""
    verdict = judge(target, actual, indicator=indicator, level2=level2)
    assert verdict.why
    assert verdict.target.raw == target
    assert verdict.actual.raw == actual
    assert verdict.target.describe()
    assert verdict.actual.as_json()["text"]


@given(CELLS)
def test_the_same_cell_twice_is_never_missed_or_exceeded(text: str) -> None:
    """A copied target is met or restated or for a person."""
    code = judge(text, text).code
    strict = any(sign in fold(text) for sign in "<>") or any(
        word in text for word in ("大于", "小于", "超过", "低于", "高于", "不足")
    )
    assert strict or code is not VerdictCode.missed
    assert code is not VerdictCode.exceeded


@given(NUMBERS, NUMBERS, st.sampled_from(["≥", "≤", "", "="]), st.sampled_from(["成本", "收入"]))
def test_a_change_of_scale_on_both_sides_changes_no_verdict(
    target: Decimal, actual: Decimal, sign: str, indicator: str
) -> None:
    """元 or 万元 on both sides: the same verdict."""
    wan = judge(f"{sign}{target}万元", f"{actual}万元", indicator=indicator)
    yuan = judge(
        f"{sign}{format_number(target * 10_000)}元",
        f"{format_number(actual * 10_000)}元",
        indicator=indicator,
    )
    mixed = judge(f"{sign}{target}万元", f"{format_number(actual * 10_000)}元", indicator=indicator)
    assert wan.code is yuan.code is mixed.code


@given(NUMBERS, NUMBERS, st.sampled_from("≥≤"))
def test_percent_and_permille_agree(target: Decimal, actual: Decimal, sign: str) -> None:
    """% or ‰ on both sides: the same verdict."""
    percent = judge(f"{sign}{target}%", f"{actual}%")
    permille = judge(f"{sign}{target * 10}‰", f"{actual * 10}‰")
    assert percent.code is permille.code


@given(NUMBERS, NUMBERS)
def test_a_lower_bound_is_judged_by_arithmetic(target: Decimal, actual: Decimal) -> None:
    """At least: met exactly when the figure is not below."""
    code = judge(f"≥{target}次", f"{actual}次").code
    assert (code is VerdictCode.missed) is (actual < target)


@given(NUMBERS, st.sampled_from([("元", "万元"), ("米", "公里"), ("%", "‰"), ("天", "小时")]))
def test_units_convert_back(number: Decimal, units: tuple[str, str]) -> None:
    """There and back again is the same amount."""
    there = convert(number, *units)
    assert there is not None
    back = convert(there, units[1], units[0])
    assert back is not None
    assert abs(back - number) < Decimal("1e-9")


@given(st.text(max_size=80))
def test_stripping_controls_leaves_plain_lines(text: str) -> None:
    """No carriage return, no control, no surrogate is left."""
    clean = strip_controls(text)
    assert "\r" not in clean
    assert clean == strip_controls(clean)
    clean.encode("utf-8")


@given(CELLS)
def test_a_reading_keeps_the_text_to_the_letter(text: str) -> None:
    """Reading never changes what was typed."""
    assert read_actual(text).raw == text
