"""What `crosp compare` answers, as views and as text in each format."""

FORMATS = {
    "comparison": {
        "text": "output.comparison.screen:as_terminal",
        "json": "output.comparison.json:as_json",
        "markdown": "output.comparison.markdown:as_markdown",
    },
    "comparison-in-full": {"text": "output.comparison.terminal:as_terminal"},
}
