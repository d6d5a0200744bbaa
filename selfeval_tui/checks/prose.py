"""What a text gives away: that it is no reason, a template's prompt, half a pair of brackets."""

import re

from selfeval_tui.text import fold

LEAST_REASON = 4
"""Characters below which a text explains nothing."""

_NO_REASON = re.compile(
    r"(无|略|同上|见上|没有|不涉及|暂无|无原因|未说明|已说明|见说明|见附件|详见附件|/|-|、|,|;)+[。.]?"
)
# Said of a row that was missed, a denial is no reason; with a word more it may be one.
_DENIAL = re.compile(
    r"(本项目|该项目|各项指标|各项|指标|目标)?(均|都|已|全部){0,3}"
    r"((无|没有|不存在|未发生|未出现|未产生)(明显|较大|重大|任何)?的?(偏差|偏离|未完成)的?"
    r"(情况|指标|目标|原因)?"
    r"|(按计划|按时|按期|圆满|较好)?完成(年初|年度|预期|绩效)*(目标|指标|任务)*)[。.]?"
)
_LEFTOVERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[（(](?:不超过|限|控制在|约)?\d+字(?:以内|左右|以下|之内)?[)）]|^\d+字(?:以内|左右)$",
        r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|＊{2,}|\*{2,}|○{2,}",
        r"^指标\s*\d{1,2}[：:]?$",
        r"目标\s*\d{1,2}[：:]\s*(?=$|…|目标\s*\d)",
        r"^(…+|\.{3,}|。{3,})$",
        r"增加（减少）|减少（增加）|增长（下降）|下降（增长）|增加/减少",
        r"（(?:请)?填写[^）]*）|请填写|此处填写|在此填写|请在此|（请说明[^）]*）",
        r"^\s*年\s*月\s*日\s*$",
        r"_{3,}|＿{3,}",
    )
)
# All of them at once, since hardly any text holds one; looking at how each begins saves the most.
_ANY_LEFTOVER = re.compile(
    r"(?=[（(\dXx×＊*○指目…。.增减下请此在\s年_＿])(?:"
    + "|".join(f"(?:{each.pattern})" for each in _LEFTOVERS)
    + ")"
)
_OPENING = {"“": "“”", "‘": "‘’", "（": "（）", "(": "（）", "《": "《》"} | dict.fromkeys(
    "【〔[［", "【】"
)
_CLOSING = {"”": "“”", "’": "‘’", "）": "（）", ")": "（）", "》": "《》"} | dict.fromkeys(
    "】〕]］", "【】"
)
_MARKS = re.compile("[" + re.escape("".join((*_OPENING, *_CLOSING))) + "]")
_ITEM = re.compile(r"[0-9０-９一二三四五六七八九十a-zA-Z]{1,2}$")
_DOUBLED = re.compile(
    r"(?=[年的了和在元万%％，。；：、])(?:(?<=\d)年年度|年度年度"
    r"|(?<!目)的的(?!确|士)|(?<![为明终罢末])了了(?!解|结|事|然|却|望)"
    r"|(?<![祥平温饱总缓调谐中])和和(?!谐|睦|平|美|气|解|善)"
    r"|(?<![存现实内潜所旨正好])在在(?!线|职|校|建|岗|编|册|籍|园|地|场|此|家|读|途|营|乎|于|理)"
    r"|(?<=[\d十百千万亿])元元|元万元|万万元|万元元|[%％]{2,}"
    r"|，，+|。。(?!。)|；；+|：：+|、、(?!、)|，。|。，|；。|，；|、。|、，)"
)


def is_reason(text: str) -> bool:
    """Whether a text says why, as far as can be told without understanding it."""
    said = fold(text)
    nothing = _NO_REASON.fullmatch(said) or _DENIAL.fullmatch(said)
    return len(said) >= LEAST_REASON and not nothing


def leftover(text: str) -> str:
    """The prompt of a template that was left in; empty where there is none."""
    said = text.strip()
    for pattern in _LEFTOVERS if _ANY_LEFTOVER.search(said) else ():
        if found := pattern.search(said):
            return found[0].strip()
    return ""


def unpaired(text: str) -> str:
    """The kinds of quotes and brackets of which one half is missing, as “”、（）.

    Full and half width close each other; the bracket after a number, as in 1）, stands alone.
    """
    if not _MARKS.search(text):
        return ""
    depth: dict[str, int] = {}
    wrong: list[str] = []
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if pair := _OPENING.get(mark):
            depth[pair] = depth.get(pair, 0) + 1
        elif depth.get(_CLOSING[mark], 0):
            depth[_CLOSING[mark]] -= 1
        elif not _stands_alone(text, at):
            wrong.append(_CLOSING[mark])
    wrong += [pair for pair, open_ones in depth.items() if open_ones]
    return "、".join(dict.fromkeys(wrong))


def _stands_alone(text: str, at: int) -> bool:
    """Whether a closing mark numbers an item, or is the apostrophe of a foreign word."""
    if text[at] == "’":
        return text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()
    return text[at] in "）)" and _ITEM.search(text[max(0, at - 2) : at]) is not None


def doubled(text: str) -> str:
    """A word or a mark that stands there twice; empty where there is none."""
    found = _DOUBLED.search(text)
    return found[0] if found else ""
