"""Checks of measures (CR4xx)."""
