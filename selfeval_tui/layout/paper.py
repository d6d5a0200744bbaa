"""The paper and the type of an official sheet: A4 portrait, 宋体; each figure stands once."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from selfeval_tui.spec.model import Font
from selfeval_tui.store.settings import DEFAULTS

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH
PIXELS_PER_MM = 96 / MM_PER_INCH
POINTS_PER_PIXEL = 0.75
"""A workbook keeps heights and widths in whole pixels; so do all heights of this room."""

A4 = 9
"""The number of A4 in a workbook."""
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 20.0, 20.0, 20.0, 18.0
HEADER_MM = 10.0
"""From the paper's edge to the header and footer."""


@frozen
class Paper:
    """A way to lay A4: what it prints, in millimetres."""

    width: float
    height: float
    landscape: bool = False


_SHORT, _LONG = 210.0, 297.0
PORTRAIT = Paper(_SHORT - LEFT_MM - RIGHT_MM, _LONG - TOP_MM - BOTTOM_MM)
LANDSCAPE = Paper(_LONG - LEFT_MM - RIGHT_MM, _SHORT - TOP_MM - BOTTOM_MM, landscape=True)
PAGE_USE = 0.98
"""The rest of a page is left free: programs round row heights to the pixels of their screen."""


@frozen
class Face:
    """A face of type and the air around it."""

    name: str
    size: float
    """In points."""
    padding: float
    """Points that a row has above and below its lines together."""


FACES: Mapping[Font, Face] = MappingProxyType(
    {
        Font.MARK: Face("黑体", 14, 5),
        Font.TITLE: Face(DEFAULTS.title_font, 18, 11),
        Font.META: Face("宋体", 12, 5),
        Font.BODY: Face("宋体", 10.5, 5),
    }
)
CHINESE_CHARSET = 134
"""A missing face then falls back to a Chinese one."""
