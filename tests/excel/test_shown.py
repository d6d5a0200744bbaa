"""A cell's text is what a person sees in it; what the sight hides is noted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.excel.grid.dates import FIRST_1904
from selfeval_tui.excel.grid.shown import Shown, shown
from selfeval_tui.layout.numbers import number_of, percent_of

ACCOUNTS = r'_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ '
DAY = 'yyyy"年"m"月"d"日"'
SEEN = (
    # General: fifteen digits, no noise, no exponent.
    (20, "General", "20"),
    (5.44, "General", "5.44"),
    (1.1 + 2.2, "General", "3.3"),
    (121926.11, "General", "121926.11"),
    (12345678901234567890, "General", "12345678901234600000"),
    (0.00001, "General", "0.00001"),
    (-0.5, "General", "-0.5"),
    (0, "General", "0"),
    (1e300, "General", "1E+300"),
    (20, 'G/通用格式"元"', "20元"),
    # Figures.
    (20, "0", "20"),
    (5.5, "0.00", "5.50"),
    (2.675, "0.000", "2.675"),
    (1234.5, "#,##0.00", "1,234.50"),
    (1234567, "#,##0", "1,234,567"),
    (123, "#,##0", "123"),
    (5.5, ".00", "5.50"),
    (5, "0.##", "5"),
    (12, "000-000", "000-012"),
    (0.61, "0%", "61%"),
    (0.952, "0.0%", "95.2%"),
    (1, "0%", "100%"),
    (0.272, "0.00%", "27.20%"),
    (5.1, ACCOUNTS, "5.10"),
    (-1234.5, ACCOUNTS, "-1,234.50"),
    (12.34, '0.00"万元"', "12.34万元"),
    (1234.5, "¥#,##0.00", "¥1,234.50"),
    (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
    (5, "@", "5"),
    (7, '[红色][<5]0"少";[>=5]0"多"', "7多"),
    # What shows a figure otherwise: all its digits.
    (0.5, "# ?/?", "0.5"),
    (1234, "0.00E+00", "1234"),
    (1234, "[DBNum2][$-804]General", "1234"),
    (5, "0" * 300, "5"),
    # Dates.
    (45405, DAY, "2024年4月23日"),
    (45405, "yyyy/m/d", "2024/4/23"),
    (45405, "yyyy-mm-dd", "2024-04-23"),
    (45383, 'yyyy"年"m"月"', "2024年4月"),
    (45405, "[$-F800]dddd, mmmm dd, yyyy", "2024年4月23日"),
    (45405, '[$-804]yyyy"年"m"月"d"日" aaaa', "2024年4月23日 星期二"),
    (45405.4375, "yyyy/m/d h:mm", "2024/4/23 10:30"),
    (45405.9375, "yyyy/m/d 上午/下午h:mm", "2024/4/23 下午10:30"),
    (0.4375, "h:mm:ss", "10:30:00"),
    (1.5, "[h]:mm", "36:00"),
    (1, "yyyy/m/d", "1900/1/1"),
    (60, "yyyy/m/d", "1900/2/28"),
    (61, "yyyy/m/d", "1900/3/1"),
    # Texts.
    ("≥95%", "General", "≥95%"),
    ("2024", "@", "2024"),
    ("0.61", "0%", "0.61"),
    ("甲", '@"项目"', "甲项目"),
    ("甲", ACCOUNTS, "甲"),
)
NOTED = (
    (0.9523, "0%", "95%", "存的是 0.9523，显示为 95%"),
    (0.945, "0%", "95%", "存的是 0.945，显示为 95%"),
    (12.345, '0.00"万元"', "12.35万元", "存的是 12.345，显示为 12.35万元"),
    (123456, '0!.0,"万元"', "12.3万元", "存的是 123456，显示为 12.3万元"),
    (123456, "0!.0000", "12.3456", "存的是 123456，显示为 12.3456"),
    (12000, "#,##0,", "12", "存的是 12000，显示为 12"),
    (-3.5, "0.00_);(0.00)", "-3.50", "存的是 -3.5，显示为 (3.50)"),
    (-3.5, "0.00;[红色]0.00", "-3.50", "存的是 -3.5，显示为 3.50"),
    (-0.001, "0.00", "-0.00", "存的是 -0.001，显示为 -0.00"),
    (0, ACCOUNTS, "0", "存的是 0，显示为 -"),
    (0, "0;-0;;@", "", "存的是 0，表上设成不显示"),
    (0, "#", "", "存的是 0，表上设成不显示"),
    (5, ";;;", "", "存的是 5，表上设成不显示"),
    (1, '"是";"否"', "是", "存的是 1，显示为 是"),
    (45405, 'm"月"d"日";@', "4月23日", "存的是 2024/4/23，显示为 4月23日"),
    (45405, 'yyyy"年"m"月"', "2024年4月", "存的是 2024/4/23，显示为 2024年4月"),
    (-5, "yyyy/m/d", "-5", "单元格是日期格式，存的却不是日期"),
    (True, "General", "TRUE", "存的是逻辑值 TRUE"),
    (float("inf"), "0", "#NUM!", "存的不是数字"),
)
digits = st.decimals(-999_999_999, 999_999_999, places=3) | st.integers(-(10**14), 10**14)
typed = st.one_of(
    digits.map(str), st.decimals(0, 9999, places=2).map(str), digits.map(lambda each: f"{each:,}")
)


@pytest.mark.parametrize(("value", "code", "text"), SEEN)
def test_a_cell_says_what_is_seen(value: str | float, code: str, text: str) -> None:
    """To the letter, without a note: nothing is hidden."""
    assert shown(value, code) == Shown(text)


@pytest.mark.parametrize(("value", "code", "text", "note"), NOTED)
def test_what_is_not_seen_is_noted(value: float, code: str, text: str, note: str) -> None:
    """With what is stored."""
    assert shown(value, code) == Shown(text, note)


def test_old_macintoshes_counted_days_from_1904() -> None:
    """The workbook says so."""
    assert shown(43943, DAY, FIRST_1904) == Shown("2024年4月23日")


@given(typed)
def test_a_figure_that_was_exported_comes_back_as_it_was_typed(text: str) -> None:
    """Digit by digit: 5.50 and 1,234.50."""
    number = number_of(text)
    if number is not None:
        assert shown(float(number.value), number.format) == Shown(text)


@given(st.decimals(0, 200, places=1) | st.decimals(0, 200, places=4) | st.integers(0, 200))
def test_a_percentage_that_was_exported_comes_back_as_it_was_typed(value: Decimal | int) -> None:
    """95.2% stays 95.2%."""
    number = percent_of(f"{value}%")
    if number is not None:
        assert shown(float(number.value), number.format) == Shown(f"{value}%")


@given(
    st.floats() | st.integers(), st.text('0#?.,%;@"-ymdhsE+[]_*\\!<>=/¥元GeneralAPM万', max_size=20)
)
def test_any_format_shows_any_figure(value: float, code: str) -> None:
    """Whatever is nonsense among them."""
    seen = shown(value, code)
    assert seen.text or seen.note
