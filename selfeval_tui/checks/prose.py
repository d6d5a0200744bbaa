"""What a text gives away: that it is no reason, a template's prompt, half a pair of brackets."""

import re

from selfeval_tui.text import fold

LEAST_REASON = 4
"""Characters below which a text explains nothing."""

_NO_REASON = re.compile(
    r"(无|略|同上|见上|没有|不涉及|暂无|无原因|未说明|已说明|见说明|见附件|详见附件|/|-|、|,|;)+[。.]?"
)
# Said of a row that was missed, a denial is no reason: 无偏差, 各项目标均达到预期, 完成情况良好.
_WHOLE = (
    r"(?:本|该|各|全|全部|所有|年初|年度|本年|绩效|项目|指标|目标|任务|工作|预算|执行|资金|项|级"
    r"|均|都|已|已经|按计划|按时|按期|按要求|圆满|较好|顺利|如期|基本){0,8}"
)
_AIMS = r"(?:了|年初|年度|预期|预定|设定|既定|绩效|全部|各项|的|目标|指标|任务|效果|要求|值){0,6}"
_DENIAL = re.compile(
    rf"{_WHOLE}(?:"
    r"(?:无|没有|不存在|未发生|未出现|未产生|暂无)(?:明显|较大|重大|任何)?的?"
    r"(?:偏差|偏离|未完成|未达标|需要?说明|需要?改进|改进措施)的?(?:的|情况|指标|目标|原因|问题|事项)*"
    r"|不需要?(?:说明|改进)"
    rf"|(?:完成|达成|达到|实现|达标){_AIMS}(?:情况)?(?:较好|良好|很好|好|正常)?"
    r"|情况(?:较好|良好|很好|正常)"
    r")(?:情况)?"
)
_CLAUSES = re.compile(r"[,;。.、!]+")
_LEFTOVERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[（(](?:不超过|限|控制在|约)?\d+字(?:以内|左右|以下|之内)?[)）]|^\d+字(?:以内|左右)$",
        r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|＊{2,}|\*{2,}|○{2,}",
        r"^(?:[一二三]级|数量|质量|时效|成本|效益)?指标\s*\d{1,2}[：:]?$",
        r"^(?:例如?|示例|样例)[：:]",
        r"^待(?:填写?|补充|补|完善)$|（选填）|【(?:请)?填写?[^】]*】",
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
    r"(?=[（(【\dXx×＊*○指目一二三数质时成效例示样待…。.增减下请此在\s年_＿])(?:"
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
    if len(said) < LEAST_REASON or _NO_REASON.fullmatch(said):
        return False
    return not all(_denies(clause) for clause in _CLAUSES.split(said))


def _denies(clause: str) -> bool:
    """Whether a clause says that there is nothing to say; an empty one says nothing either."""
    return not clause or _DENIAL.fullmatch(clause) is not None


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
