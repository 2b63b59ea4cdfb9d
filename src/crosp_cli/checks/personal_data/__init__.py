"""Checks for personal data in the text of any file (CR8xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Personuppgifter", "en": "Personal data"},
    {
        "sv": "Om något ser ut som en personuppgift. Exemplen är påhittade.",
        "en": "Whether something looks like personal data. The examples are invented.",
    },
)
