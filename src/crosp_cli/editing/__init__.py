"""Writing YAML that people go on writing in."""
