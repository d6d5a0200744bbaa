"""历史: the versions of a sheet on the screen, and whole backups."""
