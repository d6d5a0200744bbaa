"""The screen: it shows the batch, asks it what a text would mean, and commits through it.

Widgets own no values; they can be thrown away at any time.
"""
