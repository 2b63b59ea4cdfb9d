"""What `crosp migrate` did, as views and as text in each format."""

FORMATS = {
    "migration": {
        "text": "output.migration.terminal:as_terminal",
        "json": "output.migration.json:as_json",
    },
}
