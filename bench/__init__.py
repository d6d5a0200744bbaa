"""Timings as ratios taken in one run: `python3 run.py bench [NAME …]`."""
