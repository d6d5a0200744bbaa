"""Two versions of a text, shown from shortly before the place where they part."""

from itertools import takewhile

from selfeval_tui.tui.glyphs import here

_BEFORE = 10
"""Characters that are shown in front of the first one that differs."""


def parting(before: str, after: str) -> tuple[str, str]:
    """The two texts without what they begin with together, but for a few characters of it."""
    pairs = zip(before, after, strict=False)
    shared = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start = max(0, shared - _BEFORE)
    lead = here().more if start else ""
    return f"{lead}{before[start:]}", f"{lead}{after[start:]}"
