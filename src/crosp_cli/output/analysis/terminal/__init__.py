"""What `crosp analyse` shows on a terminal."""
