"""The disk: the one writer, what it says when the system refuses, the bounds of reading."""
