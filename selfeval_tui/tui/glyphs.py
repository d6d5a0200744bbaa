"""Every mark that the program itself draws, in two sets.

On a Chinese Windows console a character of ambiguous width may take two cells where Textual
counts one; the plain set is ASCII and holds everywhere. What a clerk typed is never replaced.
"""

import os
import sys
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Glyphs(NamedTuple):
    """One set of marks; each character is one cell wide.

    A tuple, because at the start a class of so many attributes is made in a third of the time.
    """

    ticked: str
    unticked: str
    met: str
    exceeded: str
    partly: str
    missed: str
    restated: str
    person: str
    not_applicable: str
    blank: str
    done: str
    """A section or sheet that is filled."""
    open: str
    more: str
    """Stands at the end of a text that goes on."""
    dot: str
    """Between the parts of a line."""
    arrow: str
    """From what was typed to what was computed."""
    cursor: str
    """In front of the chosen line."""
    frame: str
    """The lines of a drawn page: across, down, then corners and joints from the top left on."""
    boxes: str
    """A ticked and an empty box of a drawn page."""
    basis: str
    """In front of an actual value that says what it rests on (依据)."""
    error: str
    """Marks 错误; the next two mark 需说明, and 警告 or 提示."""
    explain: str
    warn: str


FANCY = Glyphs(
    ticked="■", unticked="□", met="√", exceeded="▲", partly="◇", missed="×", restated="≈",
    person="?", not_applicable="-", blank=" ", done="√", open="○", more="…", dot="·",
    arrow="→", cursor=">", frame="─│┌┬┐├┼┤└┴┘", boxes="☑□", basis="§",
    error="!", explain="*", warn=":",
)  # fmt: skip

PLAIN = Glyphs(
    ticked="v", unticked="-", met="v", exceeded="^", partly="/", missed="X", restated="=",
    person="?", not_applicable="-", blank=" ", done="v", open=".", more="~", dot="-",
    arrow=">", cursor=">", frame="-|+++++++++", boxes="v-", basis="+",
    error="!", explain="*", warn=":",
)  # fmt: skip


def choose(platform: str, environ: Mapping[str, str], setting: str = "auto") -> Glyphs:
    """The set that is safe on this terminal, unless the clerk chose one.

    Args:
        platform: As `sys.platform` says.
        environ: Windows Terminal announces itself with WT_SESSION; the old console does not.
        setting: As the settings say: auto, fancy or plain.
    """
    if setting != "auto":
        return FANCY if setting == "fancy" else PLAIN
    if platform == "win32" and "WT_SESSION" not in environ:
        return PLAIN
    return FANCY


class _Terminal:
    """What was set for the one terminal that a program has; too many draw on it to hand it on."""

    setting = "auto"


_TERMINAL = _Terminal()


@cache
def here() -> Glyphs:
    """The set of the terminal that the program runs in."""
    return choose(sys.platform, os.environ, _TERMINAL.setting)


def prefer(setting: str) -> None:
    """Let a setting count from now on; what was drawn before stays until it is drawn again."""
    _TERMINAL.setting = setting
    here.cache_clear()
