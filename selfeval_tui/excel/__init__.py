"""Workbooks: what the bureau gets, and what it sends. No Excel library is imported with it."""

from selfeval_tui.excel.export import Exported, Refused, export_file, export_sheets
from selfeval_tui.excel.write import write_workbook

__all__ = [
    "Exported",
    "Refused",
    "export_file",
    "export_sheets",
    "write_workbook",
]
