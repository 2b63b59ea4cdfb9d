"""What `crosp show` and `crosp explain` look up, as text in each format."""
