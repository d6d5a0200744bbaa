"""The screen, driven without a terminal."""
