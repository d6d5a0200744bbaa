"""Workbooks (.xlsx) as neutral grids: what each cell shows, and where it stands."""
