"""Every reader of foreign bytes, given what nobody would write: one table, two ways to run it."""
