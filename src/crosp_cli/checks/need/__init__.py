"""Checks of development needs (CR3xx)."""
