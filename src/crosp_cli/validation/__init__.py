"""The engine of `crosp validate`: every file, every check, and what the project leaves out."""
