"""A file brought over to a newer version of its framework, its text kept."""
