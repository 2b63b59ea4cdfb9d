"""JSON Schema of crosp's files and of its answers in JSON."""
