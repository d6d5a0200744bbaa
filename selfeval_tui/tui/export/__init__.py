"""导出: from the sheets to the official Excel files."""
