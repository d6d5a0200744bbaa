"""The look: readable on a console with 16 colours, and read from the package."""

from importlib.resources import files
from itertools import product

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from selfeval_tui.tui.theme import THEME, style

GROUNDS = (THEME.background or "", THEME.surface or "", THEME.panel or "")
CURSOR = THEME.variables["cursor"]
INKS = (THEME.foreground or "", *(THEME.variables[n] for n in ("quiet", "lit", "wrong", "right")))
WRITTEN = [
    *product(INKS, (*GROUNDS, CURSOR)),
    (THEME.variables["cursor-text"], CURSOR),
    (THEME.variables["demo-text"], THEME.variables["demo"]),
]
READABLE = 4.5
"""The contrast that WCAG asks of text."""
TOLERABLE = 3.0
"""What is left of it where a console rounds to its 16 colours."""


def rounded(color: str) -> Color:
    """What a console with 16 colours shows instead."""
    standard = Color.parse(color).rich_color.downgrade(ColorSystem.STANDARD)
    return Color(*standard.get_truecolor())


@pytest.mark.parametrize(("ink", "ground"), WRITTEN)
def test_text_can_be_read_on_its_ground(ink: str, ground: str) -> None:
    """In true colour, and after rounding to 16 colours."""
    assert contrast(Color.parse(ink), Color.parse(ground)) >= READABLE
    assert contrast(rounded(ink), rounded(ground)) >= TOLERABLE


def test_the_cursor_line_stays_apart_from_all_grounds() -> None:
    """On any console the chosen line differs from the others in its ground."""
    assert rounded(CURSOR) not in {rounded(ground) for ground in GROUNDS}


def contrast(one: Color, other: Color) -> float:
    """The ratio of brightness by WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    """Relative brightness by WCAG."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_style_sheet_can_be_used() -> None:
    """Each parses with the colours of the theme, and each belongs to some screen."""
    room = files("selfeval_tui.tui")
    names = [each.name for each in room.iterdir() if each.name.endswith(".tcss")]
    for folder in (each for each in room.iterdir() if each.is_dir()):
        inside = (each.name for each in folder.iterdir() if each.name.endswith(".tcss"))
        names.extend(f"{folder.name}/{name}" for name in inside)
    assert "theme.tcss" in names
    for name in names:
        sheet = Stylesheet(variables=variables())
        sheet.add_source(style(name))
        sheet.parse()
        assert sheet.rules


def variables() -> dict[str, str]:
    """The names that style sheets may use."""
    return {**THEME.to_color_system().generate(), **THEME.variables}
