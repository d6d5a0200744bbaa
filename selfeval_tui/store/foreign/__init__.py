"""Sheets that another program wrote: a neutral form, and other words for the same things."""
