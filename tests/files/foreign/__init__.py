"""Files as clerks of other units have them, drawn by code, and what a clerk expects of each."""
