"""Documents as neutral grids: their tables, and the paragraphs above them."""
