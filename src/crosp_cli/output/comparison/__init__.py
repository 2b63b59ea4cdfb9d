"""What `crosp compare` answers, as views and as text in each format."""
