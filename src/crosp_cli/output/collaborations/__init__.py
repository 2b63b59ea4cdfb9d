"""What `crosp collaborations` answers, as views and as text in each format."""
