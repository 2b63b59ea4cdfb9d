"""Checks of development needs (CR3xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Behov", "en": "Need"},
    {
        "sv": "Om behovet hänger ihop med nuläget och med det ni ska göra.",
        "en": "Whether the need goes with the current state and with what you will do.",
    },
)
