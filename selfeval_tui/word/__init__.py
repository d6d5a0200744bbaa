"""Documents (.docx): reading their tables, writing the sheets, filling the bureau's own."""
