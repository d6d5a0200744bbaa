"""Recognises the forms in a grid of texts by their printed labels, whatever file it lay in."""
