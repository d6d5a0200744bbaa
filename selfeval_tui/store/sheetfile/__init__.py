"""The file of a sheet: how it is read, how it is written, what is said of a damaged one."""
