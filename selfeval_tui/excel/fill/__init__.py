"""Filling sheets into a workbook of the bureau."""
