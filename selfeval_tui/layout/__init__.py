"""The printed sheet as pure geometry: boxes with their contents, heights and pages.

Whatever draws it (a workbook, a document, the preview on the screen) draws the same boxes.
"""

from selfeval_tui.layout.box import Box, Formula, Layout, Number, Style
from selfeval_tui.layout.compose import lay_out, lay_out_uncut
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.rates import disagreeing_rates

__all__ = [
    "Box",
    "ExportOptions",
    "Formula",
    "Layout",
    "Number",
    "Style",
    "disagreeing_rates",
    "lay_out",
    "lay_out_uncut",
]
