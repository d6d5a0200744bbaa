"""Tests of what a sheet is: the formula compiler, the loader, and the shipped sheets."""
