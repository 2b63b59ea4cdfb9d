"""What is different between two occasions, and how a cell stood on each."""
