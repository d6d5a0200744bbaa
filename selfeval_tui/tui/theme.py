"""The three looks of the program, and the reading of the style sheets.

Every colour stands here. Each is chosen so that it stays apart from its neighbours when a console
with 16 colours rounds it; a mark or a word always says the same.
"""

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from textual.theme import Theme


class Colours(NamedTuple):
    """What each colour is for; text is written in an ink on a ground."""

    ground: str
    surface: str
    """The ground of side panes and of fields without the focus."""
    panel: str
    """The ground of title, keys and small windows."""
    ink: str
    quiet: str
    """What explains."""
    lit: str
    """What to look at."""
    wrong: str
    right: str
    cursor: str
    """The ground where the cursor is, and of the one-line editor."""
    cursor_ink: str
    editor: str
    """The ground of the editor for long texts."""
    editor_ink: str
    selection: str
    """The ground of selected text, and of an option under the mouse; it bears `cursor_ink`."""
    caret: str
    """The ground of the character where typing goes in."""
    caret_ink: str
    badge: str
    """The ground of the word 示例."""
    badge_ink: str
    bar: str
    """The grip of a scroll bar."""


COLOURS: Mapping[str, Colours] = MappingProxyType(
    {
        "dark": Colours(
            ground="#0f151c", surface="#16202b", panel="#1c2836",
            ink="#f0eee9", quiet="#a9b8c6", lit="#ffd37a", wrong="#ff8a7a", right="#66d17a",
            cursor="#0a3296", cursor_ink="#ffffff", editor="#1c2836", editor_ink="#f0eee9",
            selection="#50565c", caret="#ffd37a", caret_ink="#000000",
            badge="#ffd37a", badge_ink="#000000", bar="#33485e",
        ),
        "light": Colours(
            ground="#fcfbf8", surface="#f2efe9", panel="#e3e9f1",
            ink="#14181d", quiet="#4a5560", lit="#7a4300", wrong="#a80f0f", right="#14622a",
            cursor="#0a3296", cursor_ink="#ffffff", editor="#f2efe9", editor_ink="#14181d",
            selection="#50565c", caret="#d86800", caret_ink="#000000",
            badge="#ffd37a", badge_ink="#000000", bar="#8fa0b2",
        ),
        "contrast": Colours(
            ground="#000000", surface="#000000", panel="#262626",
            ink="#ffffff", quiet="#d8d8d8", lit="#ffff00", wrong="#ff9c9c", right="#7dff7d",
            cursor="#ffff00", cursor_ink="#000000", editor="#ffff00", editor_ink="#000000",
            selection="#00e0ff", caret="#0000c0", caret_ink="#ffffff",
            badge="#ffff00", badge_ink="#000000", bar="#d8d8d8",
        ),
    }
)  # fmt: skip
"""By the values of the setting `theme`."""


def _theme(name: str, colours: Colours) -> Theme:
    """A look as Textual wants it."""
    return Theme(
        name=name,
        dark=name != "light",
        primary=colours.cursor,
        secondary=colours.panel,
        accent=colours.lit,
        warning=colours.lit,
        error=colours.wrong,
        success=colours.right,
        foreground=colours.ink,
        background=colours.ground,
        surface=colours.surface,
        panel=colours.panel,
        boost=colours.panel,
        variables={
            "quiet": colours.quiet,
            "lit": colours.lit,
            "wrong": colours.wrong,
            "right": colours.right,
            "cursor": colours.cursor,
            "cursor-text": colours.cursor_ink,
            "editor": colours.editor,
            "editor-text": colours.editor_ink,
            "demo": colours.badge,
            "demo-text": colours.badge_ink,
            "input-cursor-background": colours.caret,
            "input-cursor-foreground": colours.caret_ink,
            "input-selection-background": colours.selection,
            "input-selection-foreground": colours.cursor_ink,
            "block-cursor-background": colours.caret,
            "block-cursor-foreground": colours.caret_ink,
            "block-cursor-blurred-background": colours.caret,
            "block-cursor-blurred-foreground": colours.caret_ink,
            "block-hover-background": colours.selection,
            "scrollbar": colours.bar,
            "scrollbar-hover": colours.quiet,
            "scrollbar-active": colours.lit,
            "scrollbar-background": colours.surface,
            "scrollbar-background-hover": colours.surface,
            "scrollbar-background-active": colours.surface,
        },
    )


THEMES: Mapping[str, Theme] = MappingProxyType(
    {name: _theme(name, colours) for name, colours in COLOURS.items()}
)


def style(*names: str) -> str:
    """Style sheets of this room, joined; each screen names its own.

    Textual opens CSS_PATH as a file, which fails inside a zip; package data is read here.
    """
    room = files("selfeval_tui.tui")
    return "\n".join(room.joinpath(name).read_text(encoding="utf-8") for name in names)
