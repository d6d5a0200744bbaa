"""Keeping what is being typed, and offering it again after the program ended without saving."""
