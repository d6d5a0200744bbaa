"""The years that a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.checks.years import earlier_years, first_year, foreign_years, subject_of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年4月23日", "2024"), ("2024.4.23", "2024"), ("2024-04-23", "2024"),
        ("２０２４年", "2024"), ("20240423", "2024"), ("2024/4", "2024"), ("四月", ""),
        ("12024年", ""), ("2024", ""), ("财预〔2020〕10号", ""),
    ],
)  # fmt: skip
def test_the_first_year(text: str, year: str) -> None:
    """Four digits alone may be anything."""
    assert first_year(text) == year


@given(st.integers(1900, 2099))
def test_every_year_is_read(year: int) -> None:
    """With whatever stands around it."""
    assert first_year(f"于{year}年底") == str(year)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022年未搬迁", "2022"),
        ("2021年和2022年均未搬迁", "2021、2022"),
        ("2022年至2023年", ""),
        ("2021-2023年三年行动", ""),
        ("2021-2025年规划", ""),
        ("将于2024年支付", ""),
        ("2022年签订合同，尾款未付", ""),
        ("自2020年以来", ""),
        ("使用2022年结转资金", ""),
        ("按照《2021年工作要点》", ""),
        ("依据（2021年第3号）文件", ""),
        ("没有写年份", ""),
    ],
)
def test_earlier_years_only(text: str, years: str) -> None:
    """What was begun, signed or left over earlier is spoken of with good reason."""
    assert earlier_years(text, "2023") == years


@pytest.mark.parametrize(
    ("title", "name", "years"),
    [
        ("2022年度物业费自评表", "物业费", "2022"),
        ("2023年度物业费自评表", "物业费", ""),
        ("2021-2023年三年行动自评表", "2021-2023年三年行动", ""),
        ("2022年改造项目自评表", "2022年改造项目", ""),
        ("2022年度改造项目自评表", "2022年改造项目", ""),
        ("2022-2024年度自评表", "", ""),
        ("2024年填报（2023年度）", "", ""),
        ("自评表", "", ""),
    ],
)
def test_foreign_years_of_a_title(title: str, name: str, years: str) -> None:
    """Those of the project's own name do not count."""
    assert foreign_years(title, [name], "2023") == years


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("2023年度物业费自评表", "物业费"),
        ("项目支出绩效自评表（2023年度）", ""),
        ("附件1 2023年部门预算项目绩效目标自评表", ""),
        ("2023年年度招商引资保障经费自评表", "招商引资保障经费"),
    ],
)
def test_the_subject_of_a_title(title: str, subject: str) -> None:
    """What is left when the words of every form are gone."""
    assert subject_of(title) == subject
