"""What is expected to be followed up, when and by which role."""
