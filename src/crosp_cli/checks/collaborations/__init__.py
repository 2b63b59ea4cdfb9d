"""Checks of registers of collaborations (CR11xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Samverkansregister", "en": "Registers of collaborations"},
    {
        "sv": "Om det går att se vad en samverkan är till för, vad den vilar på och om den fortfarande pågår.",
        "en": "Whether it shows what a collaboration is for, what it rests on and whether it is still going on.",
    },
)
