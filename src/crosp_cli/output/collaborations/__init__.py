"""What `crosp collaborations` answers, as views and as text in each format."""

FORMATS = {
    "collaborations": {
        "text": "output.collaborations.terminal:as_terminal",
        "json": "output.collaborations.json:as_json",
        "markdown": "output.collaborations.markdown:as_markdown",
        "html": "output.collaborations.html:as_html",
        "ics": "output.collaborations.calendar:as_calendar",
    },
}
