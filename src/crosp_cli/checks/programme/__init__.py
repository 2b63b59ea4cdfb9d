"""Checks of competence programmes (CR10xx)."""
