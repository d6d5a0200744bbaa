"""What a text gives away: no reason, a template's prompt, half a pair of quotes, another year."""

import re
from collections.abc import Iterable

from selfeval_tui.text import fold

LEAST_REASON = 4
"""Characters below which a text explains nothing."""

_NO_REASON = re.compile(
    r"(无|略|同上|见上|没有|不涉及|暂无|无偏差|无原因|未说明|已说明|见说明|见附件|/|-)+[。.]?"
)
_LEFTOVERS = (
    re.compile(r"\d+字(以内|左右)"),
    re.compile(r"(?<![A-Za-z])[Xx×]{2,}(?![A-Za-z])"),
    re.compile(r"^指标\s*\d{1,2}[：:]?$"),
    re.compile(r"^(…{1,}|\.{3,}|。{3,})$"),
    re.compile(r"增加（减少）|减少（增加）|增长（下降）|（填写[^）]*）|请填写|此处填写|在此填写"),
    re.compile(r"_{3,}"),
)
_PAIRS = ("“”", "（）", "《》", "‘’", "【】", "〔〕")
_DOUBLED = re.compile(r"年年(?=度)|的的|了了|和和|在在|为为(?!了)|元元|[，。；：、]{2,}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s*(?:年|[-./]\d))")
_NEAR = 0.72


def is_reason(text: str) -> bool:
    """Whether a text says why, as far as can be told without understanding it."""
    said = fold(text)
    return len(said) >= LEAST_REASON and not _NO_REASON.fullmatch(said)


def leftover(text: str) -> str:
    """The prompt of a template that was left in; empty where there is none."""
    found = (pattern.search(text.strip()) for pattern in _LEFTOVERS)
    return next((match[0] for match in found if match), "")


def unpaired(text: str) -> str:
    """The kinds of quotes and brackets of which one half is missing."""
    return "、".join(pair for pair in _PAIRS if not _is_paired(text, *pair))


def _is_paired(text: str, left: str, right: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == left) - (char == right)
        if depth < 0:
            return False
    return depth == 0


def doubled(text: str) -> str:
    """A word or a mark that stands there twice; empty where there is none."""
    found = _DOUBLED.search(text)
    return found[0] if found else ""


def other_years(text: str, own: str) -> str:
    """The years named by a text that never names its own one."""
    years = list(dict.fromkeys(_YEAR.findall(text)))
    return "" if own in years else "、".join(years)


def first_year(text: str) -> str:
    """The first year that a text names; empty where it names none."""
    found = _YEAR.search(fold(text))
    return found[1] if found else ""


def nearly(text: str, known: Iterable[str]) -> str:
    """The known name that a text was probably meant to be: it begins and ends alike."""
    from difflib import get_close_matches

    names = {fold(name): name for name in known}
    said = fold(text)
    if said in names:
        return ""
    close = get_close_matches(said, list(names), n=1, cutoff=_NEAR)
    return names[close[0]] if close else ""
