"""填报: one sheet as one virtual list of lines, one cursor, one editor on top of it."""
