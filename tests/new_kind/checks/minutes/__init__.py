"""Checks of minutes."""
