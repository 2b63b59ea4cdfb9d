"""What `crosp follow-up` answers, as views and as text in each format."""
