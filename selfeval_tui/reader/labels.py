"""Labels as they are compared: without blanks and colons, with one glyph for each bracket."""

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from selfeval_tui.store.foreign.aliases import plain

LONGEST = 80
"""Characters of a label with everything that is printed beside it; a longer text is none."""
GOES_ON = frozenset({"续表", "(续)", "续", "(续表)", "续上表"})
"""What stands above a table that goes on with the one before."""
_DROPPED = dict.fromkeys(map(ord, ":\u200b\u200c\u200d\u2060\ufeff\u00ad*★"))
_GLYPHS = {**dict.fromkeys(map(ord, "【〔{["), "("), **dict.fromkeys(map(ord, "】〕}]"), ")")}
_NUMBER = re.compile(r"^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.)](?!\d))")
_ANY_NOTE = re.compile(r"\([^()]*\)")
_GOAL_NUMBER = re.compile(r"(?<=目标)\d{1,2}$")
_NOTE_BEHIND_COLON = re.compile(r"[:：﹕].*[(（【〔\[]", re.DOTALL)


@frozen
class Keys:
    """What a cell may be known by, from the closest to the loosest."""

    whole: str
    """The folded text."""
    plain: str
    """Without the notes in brackets at its end: 预算数(A) is 预算数."""
    bare: str
    """Also without any notes, without a number at either end and without 项目 in front."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text without blanks, line ends and colons, with one glyph for each bracket."""
    whole = "".join(unicodedata.normalize("NFKC", text).split())
    return whole.translate(_DROPPED).translate(_GLYPHS)


@lru_cache(maxsize=4096)
def keys_of(text: str) -> Keys:
    """What a text may be known by as a label; three empty ones for a text that is none."""
    if len(text) > LONGEST:
        return Keys("", "", "")
    whole = folded(text)
    if _NOTE_BEHIND_COLON.search(text):
        # 单位名称：（甲局） has a value in brackets and not a note.
        return Keys(whole, whole, whole)
    short = plain(whole)
    return Keys(whole, short, _bare(short))


def _bare(label: str) -> str:
    bare = _ANY_NOTE.sub("", _GOAL_NUMBER.sub("", _NUMBER.sub("", label))) or label
    shorter = bare.removeprefix("项目")
    return shorter if len(shorter) > 3 else bare
