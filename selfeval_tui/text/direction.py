"""Which way is better when no comparator says so: the indicator's meaning decides."""

from selfeval_tui.text import meanings, words
from selfeval_tui.text.lexicon import Lexicon, table
from selfeval_tui.text.reading import Direction
from selfeval_tui.text.units import COUNTS, Kind

_MEANING = Lexicon(
    table(
        harm=meanings.HARM,
        cost=meanings.COSTS,
        time=meanings.TIMES,
        higher=meanings.WANTED,
        deed=meanings.DEEDS,
        open=meanings.SHARES,
        equal=meanings.STANDARDS,
    )
)
_DIRECTIONS = {
    "harm": Direction.lower,
    "cost": Direction.lower,
    "time": Direction.lower,
    "higher": Direction.higher,
    "deed": Direction.higher,
    "equal": Direction.equal,
}
_COUNTING = frozenset({"人数", "次数", "数量", "场次", "面积"})
_DURATIONS = frozenset({Kind.days, Kind.workdays, Kind.months, None})
_FEE, _NO_FEE = "费", ("收费", "缴费", "免费", "消费", "保费", "规费")
_SUFFERED = ("率", "时间", "时限", "时长", "费", "费用", "成本")
_MOST_OF_HARM = 20
# How many characters may stand between the deed and what it is done to.
_REACH, _FAR = 4, 1000


def meaning(name: str, kind: Kind | None = None) -> Direction | None:
    """The direction a folded indicator name speaks of, or None when it does not say.

    The last word decides, but nouns of counting (次数, 数量) leave it to what is counted, and who
    acts upon something unwanted does good: 投诉次数 is lower, 查处违法案件数 higher.

    Args:
        name: The folded 三级指标.
        kind: What the target counts; costs matter where no things are counted, times only to time.
    """
    if name.endswith(_FEE) and not name.endswith(_NO_FEE):
        return Direction.lower
    decided: str | None = None
    acted = -_FAR
    for start, end, group in _MEANING.find(name):
        if (group == "cost" and kind in COUNTS) or (group == "time" and kind not in _DURATIONS):
            continue
        if group == "deed":
            acted = end
        if group in {"harm", "cost"} and _undone(name, start, acted):
            decided = "higher"
        elif decided in {None, "equal"} or name[start:end] not in _COUNTING:
            decided = group
    return _DIRECTIONS.get(decided) if decided else None


def _undone(name: str, start: int, acted: int) -> bool:
    """Whether what stands at `start` is lowered (降低成本) or acted upon (化解信访积案)."""
    if name.startswith(words.FALLS, max(0, start - 2)) or name.startswith(words.FALLS):
        return True
    return 0 <= start - acted <= _REACH and not name.endswith(_SUFFERED)


def harmful(noun: str) -> bool:
    """Whether a noun names something nobody wants, so that none of it is what was promised."""
    return meaning(noun) is Direction.lower


def names_harm(name: str) -> bool:
    """Whether a folded indicator name holds a word for something nobody wants: 投诉, 事故."""
    return any(group == "harm" for _, _, group in _MEANING.find(name))


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
