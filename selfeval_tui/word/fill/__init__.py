"""Filling sheets into a document of the bureau."""
