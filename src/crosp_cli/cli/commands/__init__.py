"""The commands, a folder each: `command.py` has Typer's signature and imports nothing heavy, `run.py` the work."""
