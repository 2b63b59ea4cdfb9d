"""What `crosp migrate` did, as views and as text in each format."""
