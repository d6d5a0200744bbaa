"""What a sheet is: the model, the loader that reads it from TOML, and the formula compiler."""
