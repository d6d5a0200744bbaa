"""Workbooks: what the bureau gets, and what it sends. No Excel library is imported with it."""

from selfeval_tui.excel.write import write_workbook

__all__ = ["write_workbook"]
