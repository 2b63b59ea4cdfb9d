"""From bytes to documents: reading YAML with positions, its shape, and the files of a project."""
