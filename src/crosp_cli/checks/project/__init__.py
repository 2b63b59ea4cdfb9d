"""Checks across the files of a project (CR7xx)."""
