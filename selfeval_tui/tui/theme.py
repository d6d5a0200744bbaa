"""The one theme, light on dark, and the reading of the style sheets.

Every colour of the program stands here. Each is chosen so that it stays apart from its
neighbours when a console with 16 colours rounds it; a mark or a word always says the same.
"""

from importlib.resources import files

from textual.theme import Theme

THEME = Theme(
    name="selfeval",
    primary="#0a3296",
    secondary="#1c2836",
    accent="#ffd37a",
    warning="#ffd37a",
    error="#ff8a7a",
    success="#66d17a",
    foreground="#f0eee9",
    background="#0f151c",
    surface="#16202b",
    panel="#1c2836",
    boost="#1c2836",
    variables={
        "quiet": "#a9b8c6",
        "lit": "#ffd37a",
        "wrong": "#ff8a7a",
        "right": "#66d17a",
        "cursor": "#0a3296",
        "cursor-text": "#ffffff",
        "demo": "#ffd37a",
        "demo-text": "#000000",
        "input-cursor-background": "#ffd37a",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#0a3296",
        "scrollbar": "#33485e",
        "scrollbar-hover": "#a9b8c6",
        "scrollbar-active": "#ffd37a",
        "scrollbar-background": "#16202b",
        "scrollbar-background-hover": "#16202b",
        "scrollbar-background-active": "#16202b",
    },
)


def style(*names: str) -> str:
    """Style sheets of this room, joined; each screen names its own.

    Textual opens CSS_PATH as a file, which fails inside a zip; package data is read here.
    """
    room = files("selfeval_tui.tui")
    return "\n".join(room.joinpath(name).read_text(encoding="utf-8") for name in names)
