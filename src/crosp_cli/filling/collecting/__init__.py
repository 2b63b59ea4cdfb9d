"""Responses of groups: received, counted, and their texts written for the team to read."""
