"""The pictures of a report, as SVG with text in it."""
