"""Checks of registers of collaborations (CR11xx)."""
