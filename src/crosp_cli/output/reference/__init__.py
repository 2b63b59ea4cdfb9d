"""What `crosp show` and `crosp explain` look up, as text in each format."""

FORMATS = {
    "reference": {
        "text": "output.reference.terminal:as_terminal",
        "json": "output.reference.json:as_json",
    },
}
