"""What becomes of the words that the bureau itself printed above its form."""

import re

_BLANK = " \u3000\u00a0_＿"
_YEAR_GAP = re.compile(
    rf"(?<!\d)(?:20|２０)?[{_BLANK}XxＸ×]+(?=年)|(?:^|(?<=[（(]))(?=年)|(?=年度)"
)
_YEAR_LINE = re.compile(
    rf"\s*[（(]?(?P<gap>[{_BLANK}]*(?:20|２０)?[{_BLANK}XxＸ×]*|\s*[\d〇○零一二三四五六七八九]{{4}}\s*)"
    r"年\s*度?\s*[）)]?\s*"
)
_NAME_GAP = re.compile(
    rf"(?<=\S)[{_BLANK}]{{2,}}(?=[^\s（(])|[_＿XxＸ×]{{2,}}|^[{_BLANK}]{{2,}}(?=\S)"
)
_PROJECT = "项目"
_DIGITS = tuple("0123456789０１２３４５６７８９〇○零一二三四五六七八九")


def filled_title(printed: str, ours: str, year: str, subject: str) -> str:
    """The title of a template, filled where it leaves a gap.

    Args:
        printed: What the template prints: `    年度      自评表`, or the whole title.
        ours: The title of the sheet; it is taken where the template has none, or where it says
            the same with something in the gaps, or with one piece more.
        year: 年度 of the sheet.
        subject: The project's name, or else the unit's.
    """
    if not printed.strip():
        return ours
    text = printed
    first = _YEAR_GAP.search(text)
    if first and year and not text[: first.start()].rstrip().endswith(_DIGITS):
        text = f"{text[: first.start()]}{year}{text[first.end() :]}"
    gap = _NAME_GAP.search(text)
    if gap is None:
        return ours if _lacks_one_piece(text, ours) else text
    if _in_order([text[: gap.start()], text[gap.end() :]], ours):
        return ours
    rest = text[gap.end() :]
    if rest.startswith(_PROJECT):
        subject = subject.removesuffix(_PROJECT)
    return f"{text[: gap.start()]}{subject}{rest}"


def year_gap(line: str) -> tuple[int, int] | None:
    """Where the year stands or is to stand in a line of its own: `（    年度）`, `（20  年度）`.

    None where the line says anything else.
    """
    found = _YEAR_LINE.fullmatch(line)
    return None if found is None else found.span("gap")


def title_above(printed: str, ours: str, year: str, subject: str) -> str:
    """The title of a template that has a line of its own for the year: no year is put into it."""
    if not printed.strip() or _NAME_GAP.search(printed) is None:
        return printed
    undated = re.sub(rf"[（(]?{year}年度?[）)]?", "", ours) if year else ours
    return filled_title(printed, undated.strip(), "", subject)


def filled_mark(printed: str, ours: str) -> str:
    """附件号: the bureau's own number stays, unless ours goes on with it."""
    begun = _compact(printed)
    return ours if not begun or _compact(ours).startswith(begun) else printed


def _lacks_one_piece(printed: str, ours: str) -> bool:
    """Whether a title is ours without one piece: 2023年度自评表 without the project's name."""
    short, long = _compact(printed), _compact(ours)
    begun = next(end for end in range(len(short), -1, -1) if long.startswith(short[:end]))
    return len(short) < len(long) and long.endswith(short[begun:])


def _in_order(pieces: list[str], text: str) -> bool:
    """Whether a text has all the pieces one after the other, blanks aside."""
    rest = _compact(text)
    for piece in map(_compact, pieces):
        place = rest.find(piece)
        if place < 0:
            return False
        rest = rest[place + len(piece) :]
    return True


def _compact(text: str) -> str:
    return "".join(text.split())
