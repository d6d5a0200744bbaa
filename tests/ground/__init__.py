"""Tests of what the program stands on: launcher, lock files, wheel, start from a zip."""
