"""新建: a new sheet from one of the forms."""
