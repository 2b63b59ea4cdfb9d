"""What `crosp programme` answers, as views and as text in each format."""
