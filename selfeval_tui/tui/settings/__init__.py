"""设置: what a clerk may set for the whole program."""
