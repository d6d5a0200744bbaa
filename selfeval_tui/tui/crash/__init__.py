"""An unforeseen error: what is still saved, what is reported, and what the clerk is told."""
