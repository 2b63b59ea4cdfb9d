"""What `crosp programme` answers, as views and as text in each format."""

FORMATS = {
    "programme": {
        "text": "output.programme.terminal:as_terminal",
        "json": "output.programme.json:as_json",
        "markdown": "output.programme.markdown:as_markdown",
        "html": "reports.programme:as_html",
    },
}
