"""Versions of a sheet that were handed out or finalised."""
