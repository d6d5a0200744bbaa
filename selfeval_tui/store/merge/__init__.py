"""Two versions of a sheet side by side: who changed what, and one sheet out of both."""
