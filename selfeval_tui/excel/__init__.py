"""The official workbook: layout (pure boxes) and writer. No Excel library is imported with it."""

from selfeval_tui.excel.box import Box, Formula, Layout, Number, Style
from selfeval_tui.excel.export import Exported, Refused, export_file, export_sheets
from selfeval_tui.excel.layout import lay_out
from selfeval_tui.excel.options import ExportOptions
from selfeval_tui.excel.rates import disagreeing_rates
from selfeval_tui.excel.write import write_workbook

__all__ = [
    "Box",
    "ExportOptions",
    "Exported",
    "Formula",
    "Layout",
    "Number",
    "Refused",
    "Style",
    "disagreeing_rates",
    "export_file",
    "export_sheets",
    "lay_out",
    "write_workbook",
]
