"""What is typed and not saved yet: kept while it is typed, found again after an unclean end."""
