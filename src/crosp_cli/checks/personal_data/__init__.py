"""Checks for personal data in the text of any file (CR8xx)."""
