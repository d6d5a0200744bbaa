"""Names that were probably meant to be the same: another spelling of a unit, a slip of the hand."""

import re
from collections.abc import Mapping
from functools import lru_cache

from selfeval_tui.text import fold

_NEAR = 0.72
_LEAST = 5
"""Characters below which two names are alike by chance."""
_MOST = 100
"""Characters above which a text is no name; comparing takes the square of them."""
_LONGEST_SLIP = 3
_TELLS_APART = re.compile(r"[第一二三四五六七八九十\d东南西北中上下新老大小甲乙丙丁、]+")
# Another body of the same house: its name ends like one.
_BODY = re.compile(r".*(中心|站|所|队|院|校|馆|科|室|办|处|局|会|园|团|场|公司|学校|小学|中学)$")
_MODIFIER = re.compile(
    r"(的|与|和|及|等|并|总|各|类|年|设置|编制|管理|工作|建设|执行|完成|项目|资金|制度|体系|实施|开展"
    r"|预算|绩效|情况|评价|信息|服务|目标|支出|使用|总体|年度|数据|系统|平台|质量|培训|采购|验收|部门"
    r"|单位|人员|经费|设备|业务|安全|财务|资产|监控|政府|内部|重点|整体|收入)+"
)


def other_spelling(text: str, known: str) -> bool:
    """Whether two names of bodies are probably two spellings of one: …审批局 and …审批局本级.

    Names that differ by a number, a direction, an exchanged word, or by what ends like another
    body (…局信息中心) are two bodies.
    """
    from difflib import SequenceMatcher

    said, other = fold(text), fold(known)
    lengths = len(said), len(other)
    if said == other or min(lengths) < _LEAST or max(lengths) > _MOST:
        return False
    matcher = SequenceMatcher(None, said, other, autojunk=False)
    if matcher.ratio() < _NEAR:
        return False
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    parts = [said[a:b] + other[c:d] for _, a, b, c, d in changes]
    exchanged = any(code[0] == "replace" for code in changes)
    told_apart = any(_TELLS_APART.fullmatch(part) or _BODY.fullmatch(part) for part in parts)
    return not exchanged and not told_apart


def meant(text: str, known: tuple[str, ...]) -> str:
    """The known name of which a text is a slip of the hand; empty where there is none."""
    said, names = fold(text), _by_fold(known)
    if said in names or len(said) > _MOST:
        return ""
    return next((name for folded, name in names.items() if _is_slip(said, folded)), "")


@lru_cache(maxsize=32)
def _by_fold(names: tuple[str, ...]) -> Mapping[str, str]:
    return {fold(name): name for name in names}


def _is_slip(said: str, name: str) -> bool:
    """Characters exchanged, one lost, or a few that mean nothing thrown in."""
    longer = len(said) - len(name)
    if len(name) < _LEAST or not -1 <= longer <= _LONGEST_SLIP:
        return False
    if longer == 0:
        return sorted(said) == sorted(name)
    if longer < 0:
        return _thrown_in(name, said) != ""
    thrown = _thrown_in(said, name)
    return thrown != "" and not _MODIFIER.fullmatch(thrown)


def _thrown_in(longer: str, shorter: str) -> str:
    """The one piece inside the longer text without which it is the shorter; empty if none."""
    if longer[0] != shorter[0] or longer[-1] != shorter[-1]:
        return ""
    size = len(longer) - len(shorter)
    for at in range(1, len(shorter)):
        if longer[:at] + longer[at + size :] == shorter:
            return longer[at : at + size]
    return ""
