"""Findings, as text in each format."""
