"""Checks of decision memos (CR9xx)."""
