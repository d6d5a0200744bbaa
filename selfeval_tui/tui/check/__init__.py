"""自查: all problems of the year, and what the clerk does about them."""
