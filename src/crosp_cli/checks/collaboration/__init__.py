"""Checks of measures that need others (CR6xx)."""
