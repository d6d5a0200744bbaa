"""Terminals of Linux and macOS: what is written to them, and the driver that gives them back."""
