"""The families of sheets as data: one folder a family, sheets in TOML. Read through importlib.resources."""
