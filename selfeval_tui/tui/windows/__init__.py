"""Consoles of Windows: what they report, how they are set, and the driver that hears them."""
