"""Old workbooks (.xls): looked through record by record, then read as grids."""
