"""The 一级指标 and 二级指标 of a form, by what they say."""

import re
from collections.abc import Mapping

from selfeval_tui.spec.model import Spec
from selfeval_tui.text import fold

_WEIGHT = re.compile(r"\([^()]*\)")


def level(text: str) -> str:
    """A level without its weight, line ends and the word 指标: 产出指标（40分） is 产出."""
    said = fold("".join(text.split()))
    return (_WEIGHT.sub("", said) if "(" in said else said).removesuffix("指标")


def homes(spec: Spec) -> Mapping[str, frozenset[str]]:
    """The 二级指标 of each 一级指标 of a form."""
    return {
        level(first): frozenset(map(level, seconds))
        for table in spec.tables
        for first, seconds in table.skeleton.items()
    }
