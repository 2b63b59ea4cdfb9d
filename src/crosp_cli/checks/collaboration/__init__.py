"""Checks of measures that need others (CR6xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Samverkan", "en": "Collaboration"},
    {
        "sv": "Om samverkan har ett syfte, en nivå och de förutsättningar som behövs.",
        "en": "Whether a collaboration has a purpose, a level and the conditions that it needs.",
    },
)
