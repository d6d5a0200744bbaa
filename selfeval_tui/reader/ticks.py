"""Reads a line of ticks: which options of a choice are marked, wherever the marks stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from selfeval_tui.layout.content import ticks
from selfeval_tui.reader.labels import folded
from selfeval_tui.spec.model import Field, Kind

_TICK = "☑✓✔√■●☒🗹🗸◉▣⊠✅☓\uf052\uf0fe\uf0fc\uf053\uf06e"
_OPEN = "□☐○◻◯▢❑❏⬜\uf0a3\uf0a8\uf06f\uf071\uf072"
_TICK_LETTERS = "Rr"
_OPEN_LETTERS = "口囗Oo0"
"""Letters that stand for a box where they stand beside an option, not in it."""
_BRACKETS = re.compile(r"[\[（(【〔]([^\S\n]*[√✓✔☑■●Vv]?[^\S\n]*)[\]）)】〕]")
_ENUMERATOR = re.compile(r"[（(]?(?:\d{1,2}|[①-⑳])[、.．)）]|[①-⑳]")
_BETWEEN = " \t\n\u3000\xa0,，;；、/"
_YES, _NO = "\x00", "\x01"
_MARKS = (_YES, _NO)
_MARK = re.compile(f"([{_YES}{_NO}])")
_SPLIT = re.compile(f"[{_YES}{_NO}]")
_CLINGS_BEFORE = re.compile(rf"[^\s{_YES}{_NO}](?=[{_YES}{_NO}])")
_CLINGS_AFTER = re.compile(rf"(?<=[{_YES}{_NO}])[^\s{_YES}{_NO}]")


@frozen
class Ticked:
    """What a line of ticks says."""

    options: tuple[str, ...]
    """The marked options of the form."""
    unknown: tuple[str, ...] = ()
    """Marked words that are no option of the form."""
    marked: bool = True
    """Whether any mark, ticked or open, stands in the line."""
    listed: int = 0
    """How many of the form's options the line names."""


def read_choice(field: Field, text: str) -> str | None:
    """The typed text that a line of ticks stands for.

    Args:
        field: A choice, or flags.
        text: The line as it stands in the file.

    Returns:
        Empty where the form's own line has no tick; None where the line cannot be read.
    """
    if not text.strip():
        return ""
    plain = ticks(field, "")
    if text == plain:
        return ""
    if text.startswith(f"{plain} "):
        return text.removeprefix(f"{plain} ")
    said = read_ticks(field, text)
    if said.unknown or (field.kind is Kind.CHOICE and len(said.options) > 1):
        return None
    if said.options:
        return "\n".join(said.options)
    whole = said.marked and said.listed == len(field.options)
    return "" if whole else None


def read_ticks(field: Field, text: str) -> Ticked:
    """Which options are marked in a line."""
    marked = _with_marks(field, text)
    if _YES not in marked and _NO not in marked:
        return _unmarked(field, text)
    before, *groups = _ENUMERATOR.split(marked)
    numbered = not before.strip(_BETWEEN) and _each_has_one(groups)
    pairs = list(_by_group(groups) if numbered else _by_line(field, marked))
    chosen = [word for mark, word in pairs if mark == _YES]
    options = [option for word in chosen if (option := _option(field, word))]
    unknown = tuple(word for word in chosen if _option(field, word) is None)
    listed = len({option for _, word in pairs if (option := _option(field, word))})
    in_order = tuple(option for option in field.options if option in options)
    return Ticked(in_order, unknown, listed=listed)


def _with_marks(field: Field, text: str) -> str:
    """The line with each mark as one sign of its own."""
    text = _BRACKETS.sub(lambda found: _YES if found[1].strip() else _NO, text)
    for glyph in _TICK:
        text = text.replace(glyph, _YES)
    for glyph in _OPEN:
        text = text.replace(glyph, _NO)
    text = text.replace("\ufe0e", "").replace("\ufe0f", "")
    # A tick that was laid over a box stands right behind it.
    return "".join(_letters(field, text)).replace(_NO + _YES, _YES)


def _letters(field: Field, text: str) -> Iterator[str]:
    """Letters that stand for boxes: between an option and a blank, a number or the line's end."""
    inside = _option_places(field, text)
    for at, letter in enumerate(text):
        mark = _YES if letter in _TICK_LETTERS else _NO if letter in _OPEN_LETTERS else ""
        if not mark or at in inside:
            yield letter
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        ends_before = not before or before in _BETWEEN or before in "、.)）．"
        ends_after = not after or after in _BETWEEN or after.isdigit()
        alone = not (before.isascii() and before.isalnum()) and not (
            after.isascii() and after.isalpha()
        )
        yield mark if alone and (ends_before or ends_after) else letter


def _option_places(field: Field, text: str) -> frozenset[int]:
    """The places in a line that belong to the words of an option."""
    return frozenset(
        place
        for option in field.options
        for found in re.finditer(re.escape(option), text)
        for place in range(found.start(), found.end())
    )


def _each_has_one(groups: Sequence[str]) -> bool:
    """Whether the line is numbered, and each number has one word with at most one mark."""
    return len(groups) > 1 and all(
        len([part for part in _SPLIT.split(group) if part.strip(_BETWEEN)]) <= 1
        and group.count(_YES) + group.count(_NO) <= 1
        for group in groups
    )


def _by_group(groups: Sequence[str]) -> Iterator[tuple[str, str]]:
    for group in groups:
        mark = _YES if _YES in group else _NO
        yield mark, group.replace(_YES, "").replace(_NO, "").strip(_BETWEEN)


def _by_line(field: Field, marked: str) -> Iterator[tuple[str, str]]:
    """Marks and words in turn; whether marks come first is decided for the whole line."""
    parts = _MARK.split(_ENUMERATOR.sub(" ", marked))
    tokens = [part if part in _MARKS else part.strip(_BETWEEN) for part in parts]
    tokens = [token for token in tokens if token]
    first = _marks_first(marked, tokens)
    if first is None:
        # Nobody can tell which words the marks belong to.
        yield _YES, marked
        return
    for one, other in pairwise(tokens):
        mark, word = (one, other) if first else (other, one)
        if mark in _MARKS and word not in _MARKS:
            yield mark, _nearest(field, word, 0 if first else -1)


def _nearest(field: Field, word: str, at: int) -> str:
    """Of several words without marks between them the one beside the mark."""
    return word if _option(field, word) else word.split()[at]


def _marks_first(marked: str, tokens: Sequence[str]) -> bool | None:
    """Whether marks stand before their options, as the line begins or as they cling to words."""
    if tokens[0] in _MARKS and tokens[-1] not in _MARKS:
        return True
    if tokens[0] not in _MARKS and tokens[-1] in _MARKS:
        return False
    before = len(_CLINGS_BEFORE.findall(marked))
    after = len(_CLINGS_AFTER.findall(marked))
    return None if before == after else after > before


def _unmarked(field: Field, text: str) -> Ticked:
    """A line without any mark: the option that it consists of."""
    bare = _ENUMERATOR.sub("", text, count=1) if _ENUMERATOR.match(text.strip()) else text
    option = _option(field, bare)
    if option is None and field.kind is Kind.FLAGS:
        found = [_option(field, line) for line in re.split(r"[\n、，,；;]", text) if line.strip()]
        if found and all(found):
            return Ticked(tuple(each for each in field.options if each in found), marked=False)
    return Ticked((option,) if option else (), marked=False)


def _option(field: Field, word: str) -> str | None:
    """The option that a word stands for, whatever blanks and brackets it has."""
    wanted = folded(word)
    return next((option for option in field.options if folded(option) == wanted), None)
