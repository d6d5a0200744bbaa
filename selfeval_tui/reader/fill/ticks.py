"""Ticking the options of a printed line, in its own glyphs and at its own places."""

import re
from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from selfeval_tui.reader.fill.filling import Edit

_OPEN = "□☐▢口囗○◯"
_DONE = "☑√✓✔■☒●"
_MARK = re.compile(rf"[{_OPEN}{_DONE}]|[（(\[【]\s*[{_DONE}]?\s*[）)\]】]")
_TICK_OF = {"○": "●", "◯": "●"}
_OPEN_OF = {"●": "○"}
_TICK, _BOX, _CHECK = "☑", "□", "√"


@frozen
class _Span:
    start: int
    end: int


@frozen
class Ticked:
    """What to change in a line of options."""

    edits: tuple[Edit, ...]
    unplaced: tuple[str, ...]
    """What was chosen and is none of its options."""


def tick(text: str, options: Sequence[str], chosen: Collection[str]) -> Ticked | None:
    """Tick the chosen options of a line and untick the rest.

    Args:
        text: The line as it is printed: `□部门预算项目 □市直专项`.
        options: What the form may offer.
        chosen: What was chosen of them.

    Returns:
        The changes; None where the line has none of the options.
    """
    spans = _option_spans(text, options)
    if not spans:
        return None
    marks = [
        _Span(*found.span())
        for found in _MARK.finditer(text)
        if not any(each.start <= found.start() < each.end for each in spans.values())
    ]
    before = bool(marks) and marks[0].start < min(each.start for each in spans.values())
    beside = _marks_beside(spans, marks, before=before)
    look = _Look.of(text, marks)
    edits = [
        edit
        for option, span in spans.items()
        for edit in _edits(text, span, beside[option], look, on=option in chosen, before=before)
    ]
    unplaced = tuple(each for each in chosen if each and each not in spans)
    return Ticked(tuple(edits), unplaced)


@frozen
class _Look:
    """The glyphs that a line uses."""

    tick: str
    box: str

    @classmethod
    def of(cls, text: str, marks: Sequence[_Span]) -> "_Look":
        glyphs = [text[mark.start] for mark in marks if mark.end - mark.start == 1]
        box = next((each for each in glyphs if each in _OPEN), "")
        tick = next((each for each in glyphs if each in _DONE), "")
        if not tick:
            tick = _TICK_OF.get(box, _TICK)
        if not box and tick not in _CHECK:
            box = _OPEN_OF.get(tick, _BOX)
        return cls(tick, box)


def _edits(
    text: str, span: _Span, mark: _Span | None, look: _Look, *, on: bool, before: bool
) -> Iterator[Edit]:
    if mark is None:
        if on:
            at = span.start if before else span.end
            yield Edit(at, at, look.tick if before else f" {look.tick}")
        return
    old = text[mark.start : mark.end]
    if len(old) == 1:
        new = look.tick if on else look.box
        ticked = old in _DONE
    else:
        new = old[0] + (_CHECK if on else "  ") + old[-1]
        ticked = any(each in _DONE for each in old)
    if on != ticked:
        yield Edit(mark.start, mark.end, new)


def _option_spans(text: str, options: Sequence[str]) -> dict[str, _Span]:
    """Where each option stands, blanks and line ends aside; the longest are looked for first."""
    places = [index for index, each in enumerate(text) if not each.isspace()]
    compact = "".join(text[index] for index in places)
    found: dict[str, _Span] = {}
    for option in sorted(dict.fromkeys(options), key=len, reverse=True):
        wanted = "".join(option.split())
        start = compact.find(wanted) if wanted else -1
        while start >= 0 and _taken(found, places[start]):
            start = compact.find(wanted, start + 1)
        if start >= 0:
            found[option] = _Span(places[start], places[start + len(wanted) - 1] + 1)
    return dict(sorted(found.items(), key=lambda each: each[1].start))


def _taken(found: dict[str, _Span], place: int) -> bool:
    return any(each.start <= place < each.end for each in found.values())


def _marks_beside(
    spans: dict[str, _Span], marks: Sequence[_Span], *, before: bool
) -> dict[str, _Span | None]:
    """The mark of each option: the nearest one on its side, up to the next option."""
    ordered = list(spans.items())
    beside: dict[str, _Span | None] = {}
    for index, (option, span) in enumerate(ordered):
        if before:
            edge = ordered[index - 1][1].end if index else 0
            own = [mark for mark in marks if edge <= mark.start < span.start]
            beside[option] = own[-1] if own else None
        else:
            last = index + 1 == len(ordered)
            edge = marks[-1].end if last and marks else span.end
            edge = edge if last else ordered[index + 1][1].start
            own = [mark for mark in marks if span.end <= mark.start < edge]
            beside[option] = own[0] if own else None
    return beside
