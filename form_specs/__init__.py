"""The families of sheets as data: one folder a family; read through importlib.resources."""
