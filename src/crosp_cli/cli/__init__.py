"""The command line: one file per command, each in three steps: read, work, show."""
