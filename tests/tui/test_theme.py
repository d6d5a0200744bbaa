"""The looks: readable, on a console with 16 colours too, and read from the package."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import product

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from selfeval_tui.store.settings import SETTINGS
from selfeval_tui.tui.fill.content import Tone
from selfeval_tui.tui.glyphs import FANCY, PLAIN
from selfeval_tui.tui.theme import COLOURS, THEMES, Colours, style

READABLE = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""The contrasts that WCAG asks of text, AA and AAA."""
SEEN = 3.0
"""What it asks of what is no text; also what is left of text where a console has 16 colours."""


def grounds(colours: Colours) -> tuple[str, ...]:
    """What any ink may be written on."""
    return colours.ground, colours.surface, colours.panel


def written(colours: Colours) -> Iterator[tuple[str, str]]:
    """Every ink with every ground that it is written on."""
    inks = (colours.ink, colours.quiet, colours.lit, colours.wrong, colours.right)
    yield from product(inks, grounds(colours))
    yield colours.cursor_ink, colours.cursor
    yield colours.cursor_ink, colours.selection
    yield colours.editor_ink, colours.editor
    yield colours.caret_ink, colours.caret
    yield colours.badge_ink, colours.badge


PAIRS = [(name, *pair) for name, colours in COLOURS.items() for pair in written(colours)]


def test_every_look_can_be_chosen() -> None:
    """The setting and the table name the same."""
    setting = next(each for each in SETTINGS if each.name == "theme")
    assert list(THEMES) == list(COLOURS) == [value for value, _ in setting.values]


@pytest.mark.parametrize(("name", "ink", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(name: str, ink: str, ground: str) -> None:
    """In true colour, and after rounding to 16 colours."""
    assert contrast(Color.parse(ink), Color.parse(ground)) >= READABLE[name]
    assert contrast(rounded(ink), rounded(ground)) >= SEEN


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_the_cursor_stays_apart_from_all_grounds(colours: Colours) -> None:
    """On any console the chosen line differs from the others in its ground."""
    assert rounded(colours.cursor) not in {rounded(ground) for ground in grounds(colours)}


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_the_caret_is_seen_in_both_editors(colours: Colours) -> None:
    """Where typing goes in is never a riddle."""
    for ground in (colours.cursor, colours.editor):
        assert contrast(Color.parse(colours.caret), Color.parse(ground)) >= SEEN
        assert rounded(colours.caret) != rounded(ground)


def test_high_contrast_shows_its_cursor_and_scroll_bars_by_brightness() -> None:
    """Whoever needs this look cannot tell dark blue from black."""
    colours = COLOURS["contrast"]
    for ground in grounds(colours):
        assert contrast(Color.parse(colours.cursor), Color.parse(ground)) >= READABLE["contrast"]
        assert contrast(Color.parse(colours.bar), Color.parse(ground)) >= SEEN


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_every_colour_is_a_colour(colours: Colours) -> None:
    """Of six digits, without a word that a console would look up."""
    assert [Color.parse(each).hex6.lower() for each in colours] == list(colours)


MARKED = {
    Tone.PLAIN: "is the ground of comparison",
    Tone.LABEL: "stands left of every value",
    Tone.HEADER: "is underlined",
    Tone.HEADING: "is bold, and alone in its line",
    Tone.QUIET: "is italic",
    Tone.DISAGREES: "is bold, and says 应为 in words",
    Tone.MET: "has the mark of its verdict and says 达到",
    Tone.MISSED: "has the mark of its verdict and says 未达到 or 部分达到",
    Tone.ASKED: "has the mark of its verdict and says 请自行判断",
    Tone.BADGE: "is the word 示例",
}
"""By what each tone is told apart besides its hue."""


def test_no_tone_is_told_by_its_hue_alone() -> None:
    """A new tone needs a mark, a word or a weight as well."""
    assert set(MARKED) == set(Tone)


@pytest.mark.parametrize("glyphs", [FANCY, PLAIN], ids=["fancy", "plain"])
def test_verdicts_have_marks_of_their_own(glyphs: object) -> None:
    """Without any colour one is not taken for another."""
    names = ("met", "exceeded", "partly", "missed", "restated", "person", "blank")
    marks = [getattr(glyphs, name) for name in names]
    assert len(set(marks)) == len(marks)


def rounded(color: str) -> Color:
    """What a console with 16 colours shows instead."""
    standard = Color.parse(color).rich_color.downgrade(ColorSystem.STANDARD)
    return Color(*standard.get_truecolor())


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


@pytest.mark.parametrize("theme", THEMES)
def test_every_style_sheet_can_be_used(theme: str) -> None:
    """Each parses with the colours of each look, and each belongs to some screen."""
    room = files("selfeval_tui.tui")
    names = [each.name for each in room.iterdir() if each.name.endswith(".tcss")]
    for folder in (each for each in room.iterdir() if each.is_dir()):
        inside = (each.name for each in folder.iterdir() if each.name.endswith(".tcss"))
        names.extend(f"{folder.name}/{name}" for name in inside)
    assert "theme.tcss" in names
    for name in names:
        sheet = Stylesheet(variables=variables(theme))
        sheet.add_source(style(name))
        sheet.parse()
        assert sheet.rules


def variables(theme: str) -> dict[str, str]:
    """The names that style sheets may use."""
    look = THEMES[theme]
    return {**look.to_color_system().generate(), **look.variables}
