"""Checks of the current state (CR2xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Nuläge", "en": "Current state"},
    {
        "sv": "Om det som står om nuläget går att följa.",
        "en": "Whether what is said of the current state can be followed.",
    },
)
