"""The text of new files, with their comments."""
