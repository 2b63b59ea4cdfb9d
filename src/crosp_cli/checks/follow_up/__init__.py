"""Checks of follow-ups (CR5xx)."""
