"""Writing sheets as documents."""
