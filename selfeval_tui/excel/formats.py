"""The formats of a workbook: one for each look, made once."""

from typing import TYPE_CHECKING

from selfeval_tui.layout.box import Style
from selfeval_tui.layout.paper import CHINESE_CHARSET, FACES
from selfeval_tui.spec.model import Font

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

TEXT = "@"
"""The number format of text: a program never turns it into a number or a date."""
_META = FACES[Font.META]
NORMAL = {"font_name": _META.name, "font_size": _META.size, "font_charset": CHINESE_CHARSET}
"""The Normal style of a workbook: column widths are counted in its digits."""


class Formats:
    """Hands out the formats of one workbook.

    Args:
        workbook: The workbook that keeps them.
        title_font: The face of titles.
    """

    def __init__(self, workbook: "Workbook", title_font: str) -> None:
        self._workbook = workbook
        self._title_font = title_font
        self._known: dict[tuple[Style, str], Format] = {}

    def get(self, style: Style, number: str = TEXT) -> "Format":
        """The format of a box's style and number format."""
        key = (style, number)
        found = self._known.get(key)
        if found is None:
            look = properties(style, number, self._title_font)
            found = self._known[key] = self._workbook.add_format(look)
        return found


def properties(style: Style, number: str, title_font: str) -> dict[str, object]:
    """The properties of a format, as XlsxWriter takes them.

    Args:
        style: The box's look.
        number: Its number format.
        title_font: The face of titles.
    """
    face = FACES[style.font]
    line = int(style.framed)
    return {
        "font_name": title_font if style.font is Font.TITLE else face.name,
        "font_size": face.size,
        "font_charset": CHINESE_CHARSET,
        "align": style.align.value,
        "valign": "vdistributed" if style.spread else "top" if style.hung else "vcenter",
        # A number cannot wrap; rather small than a row of ####.
        "text_wrap" if number == TEXT else "shrink": True,
        "num_format": number,
        "left": line,
        "right": line,
        "top": line and int(style.top),
        "bottom": line and int(style.bottom),
    }
