"""Which way is better when no comparator says so: the indicator's meaning decides."""

from selfeval_tui.text import meanings, words
from selfeval_tui.text.lexicon import Lexicon, table
from selfeval_tui.text.reading import Direction

_MEANING = Lexicon(
    table(
        lower=meanings.UNWANTED,
        higher=meanings.WANTED,
        act=meanings.DEEDS,
        open=meanings.SHARES,
        equal=meanings.STANDARDS,
    )
)
_MOST_OF_HARM = 20
_COUNTING = frozenset({"人数", "次数", "数量", "场次", "面积"})
_TIMES = frozenset({"时限", "期限", "工期", "周期", "用时", "耗时"})
# How many characters may stand between the deed and what it is done to.
_REACH, _FAR = 4, 1000


def meaning(name: str) -> Direction | None:
    """The direction a folded indicator name speaks of, or None when it does not say.

    The last word decides, but nouns of counting (次数, 数量) leave it to what is counted, and who
    acts upon something unwanted does good: 投诉次数 is lower, 查处违法案件数 higher.
    """
    decided: str | None = None
    acted = -_FAR
    for start, end, group in _MEANING.find(name):
        if group == "act":
            decided, acted = "higher", end
        elif group == "lower" and name.startswith(words.FALLS, max(0, start - 2)):
            decided = "higher"
        elif group == "lower" and 0 <= start - acted <= _REACH and not _is_rate(name):
            decided = "higher" if name[start:end] not in _TIMES else "lower"
        elif decided is None or name[start:end] not in _COUNTING:
            decided = group
    if decided is None and name.endswith("费"):
        decided = "lower"
    return None if decided in {None, "open"} else Direction(decided)


def _is_rate(name: str) -> bool:
    return name.endswith(("率", "时间", "时限", "时长", "费", "费用", "成本"))


def harmful(noun: str) -> bool:
    """Whether a noun names something nobody wants, so that none of it is what was promised."""
    return meaning(noun) is Direction.lower


def says_nothing(text: str) -> bool:
    """Whether a folded text says that nothing of the kind was there: 无, 未发生, 零投诉."""
    return text in words.NOTHING or says_none_of_harm(text)


def says_none_of_harm(text: str) -> bool:
    """Whether a folded text says that of something unwanted there was none: 无投诉."""
    if len(text) > _MOST_OF_HARM:
        return False
    for resolve in words.RESOLVE:
        text = text.removeprefix(resolve)
    for word in words.NONE_OF:
        if text.startswith(word):
            noun = text.removeprefix(word).removesuffix("发生")
            return noun.isalpha() and harmful(noun)
    return False
