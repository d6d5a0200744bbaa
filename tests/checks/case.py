"""A rule with a sheet that breaks it and near misses that do not."""

from typing import NamedTuple

from tests.checks.build import codes


class Case(NamedTuple):
    """What each of several texts does to one rule; see build.py for how they are written."""

    code: str
    breaks: tuple[str, ...]
    keeps: tuple[str, ...]


def case(code: str, breaks: str | tuple[str, ...], *keeps: str) -> Case:
    """A rule, the sheet or sheets that break it, and those that nearly do."""
    assert keeps, code
    return Case(code, (breaks,) if isinstance(breaks, str) else breaks, keeps)


def misjudged(cases: Case) -> list[str]:
    """The texts of a case that do not do what they should."""
    silent = [text for text in cases.breaks if cases.code not in codes(text)]
    alarmed = [text for text in cases.keeps if cases.code in codes(text)]
    return [f"未发现：{text}" for text in silent] + [f"误报：{text}" for text in alarmed]


def ids(cases: list[Case]) -> list[str]:
    """What the tests of a table are called."""
    return [each.code for each in cases]
