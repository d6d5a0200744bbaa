"""Which window has a workspace open."""
