"""Checks of the current state (CR2xx)."""
