"""What `crosp follow-up` answers, as views and as text in each format."""

FORMATS = {
    "follow-up": {
        "text": "output.follow_up.screen:as_terminal",
        "json": "output.follow_up.json:as_json",
        "markdown": "output.follow_up.markdown:as_markdown",
        "ics": "output.follow_up.calendar:as_calendar",
    },
    "follow-up-in-full": {"text": "output.follow_up.terminal:as_terminal"},
}
