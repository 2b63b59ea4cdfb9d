"""What `crosp analyse` answers, as views and as text in each format."""

FORMATS = {
    "analysis": {
        "text": "output.analysis.terminal.screen:as_terminal",
        "json": "output.analysis.json:as_json",
        "markdown": "output.analysis.markdown:as_markdown",
    },
    "analysis-in-full": {"text": "output.analysis.terminal.assessment:as_terminal"},
}
