"""What `crosp analyse` answers, as views and as text in each format."""
