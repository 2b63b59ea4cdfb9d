"""Checks of measures (CR4xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Insatser", "en": "Measures"},
    {
        "sv": "Om insatserna går att genomföra och följa upp, och hur de fördelar sig.",
        "en": "Whether measures can be carried out and followed up, and how they spread.",
    },
)
